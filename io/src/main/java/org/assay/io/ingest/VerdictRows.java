package org.assay.io.ingest;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assay.data.Selections.Blindness;
import org.assay.io.BadInputException;
import org.assay.io.policy.Policy;
import org.assay.io.table.Header;
import org.assay.io.table.Labels;
import org.assay.io.table.Row;
import org.assay.io.table.RowSink;
import org.assay.io.table.TimeParser;
import org.assay.io.table.Worker;

/**
 * Takes rows of verdicts and keeps the good ones, with the gradings they check.
 *
 * <p>A batch is checked row by row; its ids are looked up beside the checks of the next one. Only
 * when its own turn comes is it known which of its rows check nothing and drop out.
 */
final class VerdictRows implements RowSink {
  /** Kept as the time of a selection that waits for its verdict. */
  static final long PENDING = Long.MAX_VALUE;

  /** Kept as the time of a verdict whose time is not recorded: later than all gradings. */
  static final long UNTIMED = Intake.UNTIMED;

  private final Tally tally;
  private Header header; // of the file, as all that is not final below
  private int[] fields; // by ordinal of the column, -1 when not in the file
  private RowChecks checks;
  private final Labels grades;
  private final Labels methods = VerdictWords.methods();
  private final Labels blindness = VerdictWords.blindness();
  private final double share; // of rows that may be lost
  private List<ShortenedIds> shortened;
  private final Optional<ZoneId> zone;
  private TimeParser times; // of the file
  private final long asOf;
  private final VerdictTargets targets;
  private boolean namesReviewers;

  private final Worker worker = new Worker("assay-targets");
  private final VerdictColumns columns = new VerdictColumns();
  private final CheckedGradings.Builder checked = new CheckedGradings.Builder();
  private final Strays strays = new Strays();
  private final IntList hits = new IntList(); // rows of columns that check something
  private int straysAccounted;
  private boolean probabilityWasTrimmed; // of the row looked at last
  private VerdictBatch current = new VerdictBatch();
  private VerdictBatch ended =
      new VerdictBatch(); // its targets are looked up, and not accounted for yet

  VerdictRows(Tally tally, Policy policy, long asOf, VerdictTargets targets) {
    this.tally = tally;
    this.grades = GradingRows.gradeLabels(policy);
    this.share = policy.unusableAtMost();
    tally.readAs(VerdictColumn.GRADE, grades);
    tally.readAs(VerdictColumn.SELECTION_METHOD, methods);
    tally.readAs(VerdictColumn.BLIND, blindness);
    this.zone = policy.declaredZone();
    this.asOf = asOf;
    this.targets = targets;
  }

  @Override
  public void begin(Header ofFile) {
    tally.begin(ofFile);
    header = ofFile;
    times = new TimeParser(zone, header.times());
    namesReviewers = header.has(VerdictColumn.REVIEWER_ID);
    if (asOf < Long.MAX_VALUE && !header.has(VerdictColumn.CHECKED_AT)) {
      throw new BadInputException(
          header.source().name()
              + ": has no column checked_at, so it cannot be told what was known at the as-of time;"
              + " name the column that has it, or leave the as-of time out");
    }
    fields = Arrays.stream(VerdictColumn.values()).mapToInt(header::place).toArray();
    checks = new RowChecks(tally);
    shortened =
        List.of(
            new ShortenedIds(header, VerdictColumn.ITEM_ID),
            new ShortenedIds(header, VerdictColumn.GRADING_ID));
    grades.begin();
    methods.begin();
    blindness.begin();
    columns.begin(header);
    current.begin(header);
    ended.begin(header);
  }

  Tally tally() {
    return tally;
  }

  @Override
  public void accept(Row row) {
    if (!checks.accept(row) || !checks.require(row, VerdictColumn.ITEM_ID)) {
      stray(row);
      return;
    }
    shortened.get(0).look(row);
    shortened.get(1).look(row);
    boolean pending = isBlank(row, VerdictColumn.GRADE) && isBlank(row, VerdictColumn.CHECKED_AT);
    if (!pending
        && (namesReviewers && !checks.require(row, VerdictColumn.REVIEWER_ID)
            || !checks.requireTyped(row, VerdictColumn.GRADE))) {
      stray(row);
      return;
    }
    int reference = pending ? 0 : grades.find(row, field(VerdictColumn.GRADE));
    long checkedAt = pending ? PENDING : timeOrNone(row);
    if (reference < 0 && !isLate(checkedAt)) { // what is not known yet cannot be wrong
      checks.excludeGrade(row, VerdictColumn.GRADE);
      stray(row);
      return;
    }
    if (checkedAt == TimeParser.NOT_A_TIME) {
      tally.exclude(Reason.BAD_TIME, row, VerdictColumn.CHECKED_AT);
      stray(row);
      return;
    }
    acceptSelection(row, reference, checkedAt);
  }

  private void acceptSelection(Row row, int reference, long checkedAt) {
    int method = method(row);
    if (method == VerdictTable.UNREADABLE_METHOD) {
      tally.exclude(Reason.UNKNOWN_SELECTION_METHOD, row, VerdictColumn.SELECTION_METHOD);
      stray(row);
      return;
    }
    double probability = probability(row);
    if (Double.isNaN(probability)) {
      tally.exclude(Reason.BAD_PROBABILITY, row, VerdictColumn.INCLUSION_PROBABILITY);
      stray(row);
      return;
    }
    int blind = blind(row);
    if (blind == VerdictTable.UNREADABLE_BLINDNESS) {
      tally.exclude(Reason.UNKNOWN_BLIND_VALUE, row, VerdictColumn.BLIND);
      stray(row);
      return;
    }
    boolean late = isLate(checkedAt);
    use(row, checkedAt);
    current.add(
        row,
        tally.place(row),
        checkedAt,
        isTimed(checkedAt) && times.wasAmbiguous(),
        VerdictTable.isOrMayBeRandom(method));
    columns.add(
        row,
        tally.place(row),
        late ? 0 : reference,
        late ? PENDING : checkedAt,
        method,
        probability,
        blind);
  }

  // Notes where the row was read as what does not quite stand there.
  private void use(Row row, long checkedAt) {
    if (checkedAt != PENDING) {
      grades.use();
    }
    if (checkedAt == UNTIMED && field(VerdictColumn.CHECKED_AT) >= 0) {
      tally.note(Note.Kind.NO_TIME_OF_CHECK, 1);
    }
    if (isTimed(checkedAt)) {
      if (times.wasDate()) {
        tally.note(Note.Kind.DATE_ALONE, 1);
      }
      if (times.wasTrimmed()) {
        tally.trimmed(VerdictColumn.CHECKED_AT);
      }
    }
    if (!isBlank(row, VerdictColumn.SELECTION_METHOD)) {
      methods.use();
    }
    if (!isBlank(row, VerdictColumn.BLIND)) {
      blindness.use();
    }
    if (probabilityWasTrimmed) {
      tally.trimmed(VerdictColumn.INCLUSION_PROBABILITY);
    }
  }

  // The row was excluded, but a random selection stays one: what can be read of it is kept. In a
  // row
  // with other fields than the header the numbers may be those of other columns.
  private void stray(Row row) {
    boolean shifted = row.fields() != header.fields();
    int method = shifted ? methodOfShifted(row) : method(row);
    boolean canBeLost = VerdictTable.isOrMayBeRandom(method);
    if (canBeLost) {
      tally.lose(row);
    }
    long time = shifted || isBlank(row, VerdictColumn.CHECKED_AT) ? PENDING : timeOrNone(row);
    long checkedAt = time == TimeParser.NOT_A_TIME ? PENDING : time;
    current.addStray(row, tally.place(row), checkedAt, canBeLost);
    columns.addStray(
        row,
        tally.place(row),
        checkedAt,
        method,
        shifted ? Double.NaN : probability(row),
        shifted ? VerdictTable.UNREADABLE_BLINDNESS : blind(row));
  }

  private int methodOfShifted(Row row) {
    int field = field(VerdictColumn.SELECTION_METHOD);
    int method = field < 0 || field >= row.fields() ? -1 : methods.find(row, field);
    return field < 0
        ? VerdictTable.NO_METHOD
        : method < 0 ? VerdictTable.UNREADABLE_METHOD : method;
  }

  private boolean isLate(long checkedAt) {
    return checkedAt != PENDING && checkedAt > asOf;
  }

  @Override
  public void restore(long rows) {
    tally.note(Note.Kind.RESTORED_ID, rows);
  }

  @Override
  public void endBatch() {
    account();
    VerdictBatch batch = current;
    current = ended;
    ended = batch;
    current.clear();
    batch.first(columns.size() - batch.size());
    columns.endBatch();
    worker.start(
        () -> {
          targets.find(batch, checked, strays);
          columns.take(batch.text());
        });
  }

  // Waits for the targets of the batch that ended last, and accounts for its rows.
  private void account() {
    worker.await();
    long late = 0;
    long ambiguous = 0;
    for (int i = 0; i < ended.size(); i++) {
      VerdictTargets.Miss miss = ended.miss(i);
      if (ended.isStray(i)) {
        lose(i);
      } else if (miss == null) {
        hits.add(ended.first() + i);
        late += isLate(ended.checkedAt(i)) ? 1 : 0;
        ambiguous += ended.isTimeAmbiguous(i) ? 1 : 0;
      } else {
        exclude(i, miss);
      }
    }
    ended.clear();
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
        ended.place(i),
        listed ? header.name(miss.column()) : "",
        listed ? ended.shown(i, miss.column()) : "",
        null);
    if (reason.isLoss() && ended.canBeLost(i)) {
      tally.losses().add(reason, header.name(miss.column()), ended.text(i, miss.column()));
      lose(i);
    }
  }

  // For the assessors of the gradings it is about; when these are not known, for the one named.
  private void lose(int i) {
    if (!ended.canBeLost(i)) {
      return;
    }
    if (straysAccounted < strays.size() && strays.row(straysAccounted) == ended.first() + i) {
      strays.lose(straysAccounted++, targets.gradings(), tally.losses());
    } else if (!ended.isEmpty(i, VerdictColumn.ASSESSOR_ID)) {
      tally.losses().add(ScopeLoss.Kind.ASSESSOR, ended.text(i, VerdictColumn.ASSESSOR_ID));
    }
  }

  @Override
  public void end() {
    account();
    checks.requireUtf8(share);
    for (ShortenedIds ids : shortened) {
      ids.requireFew(header);
      tally.note(Note.Kind.SHORTENED_ID, ids.rows());
    }
  }

  /** The rows taken so far, as tables. This must not be used afterwards. */
  Built build() {
    VerdictColumns.Built all = columns.build();
    CheckedGradings found = checked.build();
    int[] used = hits.toArray();
    return new Built(
        all.table(targets.gradings(), used.length == all.size() ? found : found.select(used), used),
        all.table(targets.gradings(), strays.gradings(), strays.rows()));
  }

  /** The good rows, and those that cannot be used although it is known what they are about. */
  record Built(VerdictTable good, VerdictTable strays) {}

  private boolean isBlank(Row row, VerdictColumn column) {
    int field = field(column);
    return field < 0 || row.isBlank(field);
  }

  private int field(VerdictColumn column) {
    return fields[column.ordinal()];
  }

  private long timeOrNone(Row row) {
    return isBlank(row, VerdictColumn.CHECKED_AT)
        ? UNTIMED
        : times.readLast(row, field(VerdictColumn.CHECKED_AT));
  }

  private static boolean isTimed(long checkedAt) {
    return checkedAt != PENDING && checkedAt != UNTIMED;
  }

  private int method(Row row) {
    if (isBlank(row, VerdictColumn.SELECTION_METHOD)) {
      return VerdictTable.NO_METHOD;
    }
    int method = methods.find(row, field(VerdictColumn.SELECTION_METHOD));
    return method < 0 ? VerdictTable.UNREADABLE_METHOD : method;
  }

  private int blind(Row row) {
    if (isBlank(row, VerdictColumn.BLIND)) {
      return Blindness.UNKNOWN.ordinal();
    }
    int blind = blindness.find(row, field(VerdictColumn.BLIND));
    return blind < 0 ? VerdictTable.UNREADABLE_BLINDNESS : blind;
  }

  // 0 when not recorded, NaN when it is no number above 0 and at most 1.
  private double probability(Row row) {
    probabilityWasTrimmed = false;
    if (isBlank(row, VerdictColumn.INCLUSION_PROBABILITY)) {
      return 0;
    }
    String text = row.field(field(VerdictColumn.INCLUSION_PROBABILITY));
    double probability = Probability.read(text, header.hasDecimalCommas());
    if (Double.isNaN(probability)) {
      probability = Probability.readOther(text, header.hasDecimalCommas());
      probabilityWasTrimmed = !Double.isNaN(probability);
    }
    return probability;
  }
}
