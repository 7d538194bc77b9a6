package org.assay.io.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assay.data.Codes;
import org.assay.data.Dictionary;
import org.assay.data.IdColumn;
import org.assay.io.table.Header;
import org.assay.io.table.IdBatch;
import org.assay.io.table.Row;

/** The columns of the verdicts that are good in themselves, as they grow. */
final class VerdictColumns {
  private static final List<VerdictColumn> IDS =
      List.of(
          VerdictColumn.REVIEWER_ID,
          VerdictColumn.STRATUM_ID,
          VerdictColumn.VERDICT_ID,
          VerdictColumn.SUPERSEDES);

  private int[] places; // of IDS, -1 when not in the file
  private final IdBatch[] ids = new IdBatch[IDS.size()]; // null when in no file so far
  private final Codes.Builder numbers = Codes.builder();
  private final Codes.Builder references = Codes.builder();
  private final Codes.Builder methods = Codes.builder();
  private final Codes.Builder blindness = Codes.builder();
  private double[] probabilities = new double[1024];
  private long[] instants = new long[1024];
  private int size;

  /** The next rows are of another file; the ids of those before have been taken. */
  void begin(Header header) {
    places = IDS.stream().mapToInt(header::place).toArray();
    for (int c = 0; c < ids.length; c++) {
      if (places[c] >= 0 && ids[c] == null) {
        ids[c] = new IdBatch(size);
      }
    }
    present().forEach(IdBatch::begin);
  }

  void add(
      Row row,
      long placeOfRow,
      int reference,
      long checkedAt,
      int method,
      double probability,
      int blind) {
    for (int c = 0; c < ids.length; c++) {
      if (ids[c] != null) {
        ids[c].add(row, places[c]);
      }
    }
    addValues(placeOfRow, reference, checkedAt, method, probability, blind);
  }

  /** Adds a row that cannot be used and may have too few fields. */
  void addStray(
      Row row, long placeOfRow, long checkedAt, int method, double probability, int blind) {
    for (int c = 0; c < ids.length; c++) {
      if (ids[c] != null && places[c] < row.fields()) {
        ids[c].add(row, places[c]);
      } else if (ids[c] != null) {
        ids[c].addEmpty();
      }
    }
    addValues(placeOfRow, 0, checkedAt, method, probability, blind);
  }

  private void addValues(
      long placeOfRow, int reference, long checkedAt, int method, double probability, int blind) {
    if (size == instants.length) {
      int grown = (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 16L);
      instants = Arrays.copyOf(instants, grown);
      probabilities = Arrays.copyOf(probabilities, grown);
    }
    numbers.add((int) placeOfRow);
    references.add(reference);
    methods.add(method);
    blindness.add(blind);
    probabilities[size] = probability;
    instants[size++] = checkedAt;
  }

  int size() {
    return size;
  }

  /** The rows added so far belong to a batch; the ids of the batch before have been taken. */
  void endBatch() {
    present().forEach(IdBatch::end);
  }

  /** Takes the ids of the batch that ended out of its text. */
  void take(byte[] text) {
    present().forEach(column -> column.take(text));
  }

  private Stream<IdBatch> present() {
    return Arrays.stream(ids).filter(Objects::nonNull);
  }

  /** All rows, as columns from which tables are made. The columns must not grow afterwards. */
  Built build() {
    return new Built(this);
  }

  /** The columns of all rows. */
  static final class Built {
    private final Codes number;
    private final IdColumn reviewer;
    private final IdColumn stratum;
    private final IdColumn id;
    private final IdColumn supersedes;
    private final Codes reference;
    private final Codes method;
    private final Codes blindness;
    private final double[] probability;
    private final long[] instant;
    private final int size;

    private Built(VerdictColumns columns) {
      this.number = columns.numbers.build();
      this.reviewer = columns.column(VerdictColumn.REVIEWER_ID);
      this.stratum = columns.column(VerdictColumn.STRATUM_ID);
      this.id = columns.column(VerdictColumn.VERDICT_ID);
      this.supersedes = columns.column(VerdictColumn.SUPERSEDES);
      this.reference = columns.references.build();
      this.method = columns.methods.build();
      this.blindness = columns.blindness.build();
      this.probability = columns.probabilities;
      this.instant = columns.instants;
      this.size = columns.size;
    }

    /** Number of rows. */
    int size() {
      return size;
    }

    /**
     * Some rows as a table.
     *
     * @param gradings what they check
     * @param checked what each of them checks
     * @param rows in ascending order
     */
    VerdictTable table(GradingTable gradings, CheckedGradings checked, int[] rows) {
      boolean all = rows.length == size;
      return new VerdictTable(
          gradings,
          select(number, rows),
          checked,
          reviewer.select(rows),
          stratum.select(rows),
          id.select(rows),
          supersedes.select(rows),
          select(reference, rows),
          select(method, rows),
          select(blindness, rows),
          all ? probability : Rows.select(probability, rows),
          all ? instant : Rows.select(instant, rows));
    }

    private Codes select(Codes column, int[] rows) {
      return rows.length == size ? column : column.select(rows);
    }
  }

  // A column that is not in the file is empty in every row.
  private IdColumn column(VerdictColumn column) {
    IdBatch batch = ids[IDS.indexOf(column)];
    if (batch != null) {
      return batch.build();
    }
    var empty = new Dictionary();
    empty.add("");
    return new IdColumn(empty, Codes.of(new byte[size]));
  }
}
