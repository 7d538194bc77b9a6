package org.assay.io.ingest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.assay.data.Blindness;
import org.assay.data.Codes;
import org.assay.data.IdColumn;
import org.assay.data.SelectionMethod;
import org.assay.io.policy.Policy;

/** Takes rows of verdicts and keeps the good ones, with the gradings they check. */
final class VerdictRows implements RowSink {
  /** Kept as the time of a selection that waits for its verdict. */
  static final long PENDING = Long.MAX_VALUE;

  private static final Map<String, SelectionMethod> METHODS = byName(SelectionMethod.values());
  private static final Map<String, Blindness> BLINDNESS = byName(Blindness.values());

  private final Tally tally;
  private final Header header;
  private final RowChecks checks;
  private final Labels grades;
  private final TimeParser times;
  private final long asOf;
  private final VerdictTargets targets;

  private final Codes.Builder numbers = Codes.builder();
  private final IntList rows = new IntList(); // the gradings checked, verdict after verdict
  private final Codes.Builder end = Codes.builder(); // where a verdict's gradings end
  private final IdColumn.Builder reviewers = new IdColumn.Builder();
  private final IdColumn.Builder strata = new IdColumn.Builder();
  private final IdColumn.Builder ids = new IdColumn.Builder();
  private final IdColumn.Builder supersedes = new IdColumn.Builder();
  private final Codes.Builder references = Codes.builder();
  private final Codes.Builder methods = Codes.builder();
  private final Codes.Builder blindness = Codes.builder();
  private double[] probabilities = new double[64];
  private long[] instants = new long[64];
  private int size;

  VerdictRows(Tally tally, Policy policy, long asOf, VerdictTargets targets) {
    this.tally = tally;
    this.header = tally.header();
    this.checks = new RowChecks(tally);
    this.grades = new Labels(policy.scheme().grades());
    this.times = new TimeParser(policy.declaredZone());
    this.asOf = asOf;
    this.targets = targets;
  }

  private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
    var byName = new HashMap<String, E>();
    for (E value : values) {
      byName.put(value.name(), value);
    }
    return byName;
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

  @Override
  public void endBatch() {
    // nothing is left in the batch
  }

  private void acceptSelection(Row row, int reference, long checkedAt) {
    String methodName = upper(row, VerdictColumn.SELECTION_METHOD);
    SelectionMethod method = METHODS.get(methodName);
    if (method == null && !methodName.isEmpty()) {
      tally.exclude(Reason.UNKNOWN_SELECTION_METHOD, row, VerdictColumn.SELECTION_METHOD);
      return;
    }
    double probability = probability(row);
    if (!(probability >= 0 && probability <= 1)) {
      tally.exclude(Reason.BAD_PROBABILITY, row, VerdictColumn.INCLUSION_PROBABILITY);
      return;
    }
    String blindName = upper(row, VerdictColumn.BLIND);
    Blindness blind = blindName.isEmpty() ? Blindness.UNKNOWN : BLINDNESS.get(blindName);
    if (blind == null) {
      tally.exclude(Reason.UNKNOWN_BLIND_VALUE, row, VerdictColumn.BLIND);
      return;
    }
    VerdictTargets.Miss miss =
        targets.find(
            text(row, VerdictColumn.ITEM_ID),
            text(row, VerdictColumn.GRADING_ID),
            text(row, VerdictColumn.ASSESSOR_ID),
            text(row, VerdictColumn.REVIEWER_ID),
            checkedAt,
            rows);
    if (miss != null) {
      boolean later = asOf < Long.MAX_VALUE && checkedAt > asOf;
      boolean unknown = miss.reason() == Reason.UNKNOWN_GRADING;
      tally.exclude(unknown && later ? Reason.AFTER_AS_OF : miss.reason(), row, miss.column());
      return;
    }
    keep(row, reference, checkedAt, method, probability, blind);
  }

  private void keep(
      Row row,
      int reference,
      long checkedAt,
      SelectionMethod method,
      double probability,
      Blindness blind) {
    if (size == instants.length) {
      int grown = (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 16L);
      instants = Arrays.copyOf(instants, grown);
      probabilities = Arrays.copyOf(probabilities, grown);
    }
    boolean pending = checkedAt == PENDING;
    boolean late = !pending && checkedAt > asOf;
    if (late) {
      tally.note(Note.Kind.CHECKED_AFTER_AS_OF, 1);
    }
    if (!pending && times.wasAmbiguous()) {
      tally.note(Note.Kind.AMBIGUOUS_TIME, 1);
    }
    numbers.add((int) row.number());
    end.add(rows.size());
    reviewers.add(text(row, VerdictColumn.REVIEWER_ID));
    strata.add(text(row, VerdictColumn.STRATUM_ID));
    ids.add(text(row, VerdictColumn.VERDICT_ID));
    supersedes.add(text(row, VerdictColumn.SUPERSEDES));
    references.add(late ? 0 : reference);
    methods.add(method == null ? VerdictTable.NO_METHOD : method.ordinal());
    blindness.add(blind.ordinal());
    probabilities[size] = probability;
    instants[size++] = late ? PENDING : checkedAt;
  }

  /** The rows taken so far. This must not be used afterwards. */
  VerdictTable build() {
    return new VerdictTable(
        targets.items(),
        numbers.build(),
        rows,
        end.build(),
        reviewers.build(),
        strata.build(),
        ids.build(),
        supersedes.build(),
        references.build(),
        methods.build(),
        blindness.build(),
        Arrays.copyOf(probabilities, size),
        Arrays.copyOf(instants, size));
  }

  private boolean isEmpty(Row row, VerdictColumn column) {
    return row.length(header.place(column)) == 0;
  }

  private int code(Row row) {
    int place = header.place(VerdictColumn.GRADE);
    return grades.find(row.text(), row.start(place), row.length(place));
  }

  private long time(Row row) {
    int place = header.place(VerdictColumn.CHECKED_AT);
    return times.parse(row.text(), row.start(place), row.length(place));
  }

  private String text(Row row, VerdictColumn column) {
    return header.has(column) ? row.field(header.place(column)) : "";
  }

  private String upper(Row row, VerdictColumn column) {
    return text(row, column).toUpperCase(Locale.ROOT);
  }

  // 0 when not recorded, NaN when it is no number or 0. A file with ';' may have decimal commas.
  private double probability(Row row) {
    String text = text(row, VerdictColumn.INCLUSION_PROBABILITY);
    if (text.isEmpty()) {
      return 0;
    }
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
