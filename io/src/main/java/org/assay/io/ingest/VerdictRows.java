package org.assay.io.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.assay.data.Blindness;
import org.assay.data.SelectionMethod;
import org.assay.io.policy.Policy;

/**
 * Takes rows of verdicts and keeps the good ones, with the gradings they check.
 *
 * <p>A batch is checked row by row; its ids are looked up beside the checks of the next one. Only
 * when its own turn has come is known which of its rows check nothing and drop out.
 */
final class VerdictRows implements RowSink {
  /** Kept as the time of a selection that waits for its verdict. */
  static final long PENDING = Long.MAX_VALUE;

  private static final Labels METHODS = names(SelectionMethod.values());
  private static final Labels BLINDNESS = names(Blindness.values());

  private final Tally tally;
  private final Header header;
  private final int[] fields; // by ordinal of the column, -1 when not in the file
  private final RowChecks checks;
  private final Labels grades;
  private final TimeParser times;
  private final long asOf;
  private final VerdictTargets targets;

  private final Worker worker = new Worker("assay-targets");
  private final VerdictColumns columns;
  private final CheckedGradings.Builder checked = new CheckedGradings.Builder();
  private final IntList hits = new IntList(); // rows of columns that check something
  private VerdictBatch current;
  private VerdictBatch ended; // its targets are looked up, and not accounted for yet

  VerdictRows(Tally tally, Policy policy, long asOf, VerdictTargets targets) {
    this.tally = tally;
    this.header = tally.header();
    this.fields = Arrays.stream(VerdictColumn.values()).mapToInt(header::place).toArray();
    this.checks = new RowChecks(tally);
    this.grades = new Labels(policy.scheme().grades());
    this.times = new TimeParser(policy.declaredZone());
    this.asOf = asOf;
    this.targets = targets;
    this.columns = new VerdictColumns(header);
    this.current = new VerdictBatch(header);
    this.ended = new VerdictBatch(header);
  }

  private static Labels names(Enum<?>[] values) {
    return new Labels(Arrays.stream(values).map(Enum::name).toList());
  }

  Tally tally() {
    return tally;
  }

  @Override
  public void accept(Row row) {
    if (!checks.accept(row) || !checks.require(row, VerdictColumn.ITEM_ID)) {
      return;
    }
    boolean pending = isEmpty(row, VerdictColumn.GRADE) && isEmpty(row, VerdictColumn.CHECKED_AT);
    if (!pending
        && (!checks.require(row, VerdictColumn.REVIEWER_ID)
            || !checks.require(row, VerdictColumn.GRADE)
            || !checks.require(row, VerdictColumn.CHECKED_AT))) {
      return;
    }
    int reference = pending ? 0 : code(row);
    if (reference < 0) {
      tally.exclude(Reason.UNKNOWN_GRADE, row, VerdictColumn.GRADE);
      return;
    }
    long checkedAt = pending ? PENDING : time(row);
    if (checkedAt == TimeParser.NOT_A_TIME) {
      tally.exclude(Reason.BAD_TIME, row, VerdictColumn.CHECKED_AT);
      return;
    }
    acceptSelection(row, reference, checkedAt);
  }

  private void acceptSelection(Row row, int reference, long checkedAt) {
    int method = place(row, VerdictColumn.SELECTION_METHOD, METHODS, VerdictTable.NO_METHOD);
    if (method < 0) {
      tally.exclude(Reason.UNKNOWN_SELECTION_METHOD, row, VerdictColumn.SELECTION_METHOD);
      return;
    }
    double probability = probability(row);
    if (!(probability >= 0 && probability <= 1)) {
      tally.exclude(Reason.BAD_PROBABILITY, row, VerdictColumn.INCLUSION_PROBABILITY);
      return;
    }
    int blind = place(row, VerdictColumn.BLIND, BLINDNESS, Blindness.UNKNOWN.ordinal());
    if (blind < 0) {
      tally.exclude(Reason.UNKNOWN_BLIND_VALUE, row, VerdictColumn.BLIND);
      return;
    }
    current.add(row, checkedAt, checkedAt != PENDING && times.wasAmbiguous());
    if (isLate(checkedAt)) {
      columns.add(row, 0, PENDING, method, probability, blind);
    } else {
      columns.add(row, reference, checkedAt, method, probability, blind);
    }
  }

  private boolean isLate(long checkedAt) {
    return checkedAt != PENDING && checkedAt > asOf;
  }

  @Override
  public void endBatch() {
    account();
    VerdictBatch batch = current;
    current = ended;
    ended = batch;
    current.clear();
    columns.endBatch();
    worker.start(
        () -> {
          targets.find(batch, checked);
          columns.take(batch.text());
        });
  }

  // Waits for the targets of the batch that ended last, and accounts for its rows.
  private void account() {
    worker.await();
    int first = columns.size() - current.size() - ended.size();
    long late = 0;
    long ambiguous = 0;
    for (int i = 0; i < ended.size(); i++) {
      VerdictTargets.Miss miss = ended.miss(i);
      if (miss == null) {
        hits.add(first + i);
        late += isLate(ended.checkedAt(i)) ? 1 : 0;
        ambiguous += ended.isTimeAmbiguous(i) ? 1 : 0;
      } else {
        exclude(i, miss);
      }
    }
    tally.note(Note.Kind.CHECKED_AFTER_AS_OF, late);
    tally.note(Note.Kind.AMBIGUOUS_TIME, ambiguous);
  }

  private void exclude(int i, VerdictTargets.Miss miss) {
    boolean later = asOf < Long.MAX_VALUE && ended.checkedAt(i) > asOf;
    boolean unknown = miss.reason() == Reason.UNKNOWN_GRADING;
    Reason reason = unknown && later ? Reason.AFTER_AS_OF : miss.reason();
    boolean listed = tally.wantsExample(reason);
    tally.exclude(
        reason,
        ended.number(i),
        listed ? header.name(miss.column()) : "",
        listed ? ended.shown(i, miss.column()) : "",
        null);
  }

  /** The rows taken so far. This must not be used afterwards. */
  VerdictTable build() {
    account();
    return columns.build(targets.items(), checked.build(), hits.toArray());
  }

  private boolean isEmpty(Row row, VerdictColumn column) {
    int field = field(column);
    return field < 0 || row.isEmpty(field);
  }

  private int field(VerdictColumn column) {
    return fields[column.ordinal()];
  }

  private int code(Row row) {
    return grades.find(row, field(VerdictColumn.GRADE));
  }

  private long time(Row row) {
    return times.read(row, field(VerdictColumn.CHECKED_AT));
  }

  // Place of a name, in any case; -1 when there is no such name.
  private int place(Row row, VerdictColumn column, Labels names, int whenEmpty) {
    if (isEmpty(row, column)) {
      return whenEmpty;
    }
    int field = field(column);
    int place = names.find(row.text(), row.start(field), row.length(field));
    if (place >= 0) {
      return place;
    }
    byte[] upper = row.field(field).toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return names.find(upper, 0, upper.length);
  }

  // 0 when not recorded, NaN when it is no number or 0. A file with ';' may have decimal commas.
  private double probability(Row row) {
    if (isEmpty(row, VerdictColumn.INCLUSION_PROBABILITY)) {
      return 0;
    }
    String text = row.field(field(VerdictColumn.INCLUSION_PROBABILITY));
    String number = header.separator() == ';' ? text.replace(',', '.') : text;
    for (int i = 0; i < number.length(); i++) {
      if ("0123456789.eE+-".indexOf(number.charAt(i)) < 0) { // Java would read 1f, 0x1p-2, NaN
        return Double.NaN;
      }
    }
    try {
      double p = Double.parseDouble(number);
      return p > 0 ? p : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
