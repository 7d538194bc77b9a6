package org.assay.io.ingest;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assay.data.Codes;
import org.assay.data.GradingScheme;
import org.assay.data.IdColumn;
import org.assay.io.BadInputException;
import org.assay.io.policy.Policy;
import org.assay.io.table.Header;
import org.assay.io.table.IdBatch;
import org.assay.io.table.Labels;
import org.assay.io.table.Row;
import org.assay.io.table.RowSink;
import org.assay.io.table.TimeParser;
import org.assay.io.table.Worker;

/**
 * Takes rows of gradings and keeps the good ones as columns of codes.
 *
 * <p>A row costs 17 bytes, 4 more for its item in a large table, and 1 to 4 for each optional
 * column the file has.
 */
final class GradingRows implements RowSink {
  /** The optional columns that are kept. */
  static final List<GradingColumn> KEPT =
      List.of(
          GradingColumn.UNIT_ID,
          GradingColumn.STREAM_ID,
          GradingColumn.STRATUM_ID,
          GradingColumn.GRADING_ID,
          GradingColumn.ROUND,
          GradingColumn.SUPERSEDES);

  private static final int ROWS_THAT_TELL = 1 << 16; // how long the others are

  private final Tally tally;
  private RowChecks checks; // of the file, as all that is not final below
  private final GradingScheme scheme;
  private final Labels grades;
  private final Labels version;
  private final Optional<ZoneId> zone;
  private TimeParser times; // of the file
  private final long asOf;
  private final double share; // of rows that may be lost
  private List<ShortenedIds> shortened;
  private int item;
  private int assessor;
  private int grade;
  private int gradedAt;
  private int schemeVersion; // -1 when not in the file
  private int[] optional; // places of KEPT, -1 when not in the file

  private final IdBatch items = new IdBatch();
  private final IdBatch assessors = new IdBatch();
  private final IdBatch[] optionals = new IdBatch[KEPT.size()]; // null when in no file so far
  private final Worker worker = new Worker("assay-ids");
  private byte[] text; // of the batch
  private final Codes.Builder codes = Codes.builder();
  private long[] instants = new long[1024];
  private int[] numbers = new int[1024];
  private int size;
  private int expected; // rows of all files
  private boolean isTimed; // the files so far

  GradingRows(Tally tally, Policy policy, long asOf) {
    this.tally = tally;
    this.scheme = policy.scheme();
    this.grades = gradeLabels(policy);
    this.version = new Labels(List.of(scheme.version()), Labels.Case.COUNTS);
    this.share = policy.unusableAtMost();
    tally.readAs(GradingColumn.GRADE, grades);
    tally.readAs(GradingColumn.SCHEME_VERSION, version);
    this.zone = policy.declaredZone();
    this.asOf = asOf;
  }

  @Override
  public void begin(Header header) {
    tally.begin(header);
    times = new TimeParser(zone, header.times());
    checks = new RowChecks(tally);
    shortened =
        List.of(
            new ShortenedIds(header, GradingColumn.ITEM_ID),
            new ShortenedIds(header, GradingColumn.GRADING_ID));
    grades.begin();
    version.begin();
    item = header.place(GradingColumn.ITEM_ID);
    assessor = header.place(GradingColumn.ASSESSOR_ID);
    grade = header.place(GradingColumn.GRADE);
    gradedAt = header.place(GradingColumn.GRADED_AT);
    requireTimes(header);
    schemeVersion = header.place(GradingColumn.SCHEME_VERSION);
    optional = KEPT.stream().mapToInt(header::place).toArray();
    worker.await();
    for (int o = 0; o < optional.length; o++) {
      if (optional[o] >= 0 && optionals[o] == null) {
        optionals[o] = new IdBatch(size);
      }
    }
    columns().forEach(IdBatch::begin);
  }

  // Rows without a time have no place among others, so that a table has times or has none.
  private void requireTimes(Header header) {
    if (gradedAt < 0 && asOf < Long.MAX_VALUE) {
      throw new BadInputException(
          header.source().name()
              + ": has no column graded_at, so it cannot be told what was known at the as-of time;"
              + " name the column that has it, or leave the as-of time out");
    }
    if (size > 0 && gradedAt >= 0 != isTimed) {
      throw new BadInputException(
          header.source().name()
              + (isTimed ? ": has no column graded_at" : ": has a column graded_at")
              + ", unlike the files before; give all files of a table their times, or none");
    }
    isTimed = gradedAt >= 0;
  }

  Tally tally() {
    return tally;
  }

  @Override
  public void accept(Row row) {
    if (!checks.accept(row)
        || !checks.require(row, GradingColumn.ITEM_ID)
        || !checks.require(row, GradingColumn.ASSESSOR_ID)
        || !checks.requireTyped(row, GradingColumn.GRADE)
        || gradedAt >= 0 && !checks.requireTyped(row, GradingColumn.GRADED_AT)) {
      lose(row);
      return;
    }
    shortened.get(0).look(row);
    shortened.get(1).look(row);
    int code = grades.find(row, grade);
    if (code < 0) {
      checks.excludeGrade(row, GradingColumn.GRADE);
      lose(row);
      return;
    }
    if (schemeVersion >= 0 && isOtherVersion(row)) {
      tally.exclude(Reason.OTHER_SCHEME_VERSION, row, GradingColumn.SCHEME_VERSION);
      return;
    }
    long instant = time(row);
    if (instant == TimeParser.NOT_A_TIME && gradedAt >= 0) {
      tally.exclude(Reason.BAD_TIME, row, GradingColumn.GRADED_AT);
      lose(row);
      return;
    }
    if (instant > asOf) {
      tally.exclude(Reason.AFTER_AS_OF, row, GradingColumn.GRADED_AT);
      return;
    }
    grades.use();
    noteTime();
    keep(row, code, instant);
  }

  private long time(Row row) {
    return gradedAt < 0 ? TimeParser.NOT_A_TIME : times.read(row, gradedAt);
  }

  private void noteTime() {
    if (times.wasDate()) {
      tally.note(Note.Kind.DATE_ALONE, 1);
    }
    if (times.wasTrimmed()) {
      tally.trimmed(GradingColumn.GRADED_AT);
    }
    if (times.wasAmbiguous()) {
      tally.note(Note.Kind.AMBIGUOUS_TIME, 1);
    }
  }

  // A version that either side leaves open contradicts nothing.
  private boolean isOtherVersion(Row row) {
    return namesVersion(row) && version.find(row, schemeVersion) < 0;
  }

  private boolean namesVersion(Row row) {
    return !scheme.version().isEmpty() && !row.isBlank(schemeVersion);
  }

  // In a row with other fields than the header, each may be another; its ids would be guessed.
  private void lose(Row row) {
    tally.lose(row);
    if (row.fields() == tally.header().fields()) {
      LossCounter losses = tally.losses();
      long at = time(row);
      if (!row.isEmpty(assessor)) {
        losses.add(ScopeLoss.Kind.ASSESSOR, row.field(assessor), at);
      }
      loseOf(row, ScopeLoss.Kind.UNIT, GradingColumn.UNIT_ID, at);
      loseOf(row, ScopeLoss.Kind.STRATUM, GradingColumn.STRATUM_ID, at);
    }
  }

  private void loseOf(Row row, ScopeLoss.Kind kind, GradingColumn column, long at) {
    int place = optional[KEPT.indexOf(column)];
    if (place >= 0) {
      tally.losses().add(kind, row.field(place), at);
    }
  }

  /** The grades of a policy, as the tables may write them. */
  static Labels gradeLabels(Policy policy) {
    boolean fold = policy.rules().foldCase().orElse(true);
    return new Labels(
        policy.scheme().grades(), fold ? Labels.Case.FOLDED_WHERE_CLEAR : Labels.Case.COUNTS);
  }

  private void keep(Row row, int code, long instant) {
    if (schemeVersion >= 0 && namesVersion(row)) {
      version.use();
    }
    if (size == instants.length) {
      int grown =
          expected > size
              ? expected
              : (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 16L);
      instants = Arrays.copyOf(instants, grown);
      numbers = Arrays.copyOf(numbers, grown);
    }
    text = row.text();
    items.add(row, item);
    assessors.add(row, assessor);
    for (int o = 0; o < optional.length; o++) {
      if (optionals[o] != null) {
        optionals[o].add(row, optional[o]);
      }
    }
    codes.add(code);
    instants[size] = instant;
    numbers[size++] = (int) tally.place(row);
  }

  @Override
  public void leaveOut(long entries) {
    tally.note(Note.Kind.LEFT_OUT, entries);
  }

  // The first rows say little of those to come, and to grow costs little while there are few.
  @Override
  public void expect(long rows) {
    expected = size < ROWS_THAT_TELL ? 0 : (int) Math.min(Integer.MAX_VALUE - 8, rows + rows / 64);
  }

  @Override
  public void endBatch() {
    worker.await();
    codes.expect(expected);
    columns().forEach(column -> column.expect(expected));
    columns().forEach(IdBatch::end);
    byte[] ended = text;
    worker.start(() -> columns().forEach(column -> column.take(ended)));
  }

  private Stream<IdBatch> columns() {
    return Stream.concat(
        Stream.of(items, assessors), Arrays.stream(optionals).filter(Objects::nonNull));
  }

  @Override
  public void end() {
    worker.await();
    checks.requireUtf8(share);
    for (ShortenedIds ids : shortened) {
      ids.requireFew(tally.header());
      tally.note(Note.Kind.SHORTENED_ID, ids.rows());
    }
  }

  /** The rows taken so far. This must not be used afterwards. */
  GradingTable build() {
    var columns = new IdColumn[optionals.length];
    for (int o = 0; o < columns.length; o++) {
      columns[o] = optionals[o] == null ? null : optionals[o].build();
    }
    return new GradingTable(
        scheme,
        items.build(),
        assessors.build(),
        codes.build(),
        instants.length == size ? instants : Arrays.copyOf(instants, size),
        numbers,
        columns);
  }

  /** The code of the empty text in a column, or -1 when no row is without an id. */
  static int emptyCode(IdColumn column) {
    OptionalInt code = column.ids().code("");
    return code.isPresent() ? code.getAsInt() : -1;
  }
}
