package org.assay.io.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assay.data.Codes;
import org.assay.data.Dictionary;
import org.assay.data.IdColumn;

/** The columns of the verdicts that are good in themselves, as they grow. */
final class VerdictColumns {
  private static final List<VerdictColumn> IDS =
      List.of(
          VerdictColumn.REVIEWER_ID,
          VerdictColumn.STRATUM_ID,
          VerdictColumn.VERDICT_ID,
          VerdictColumn.SUPERSEDES);

  private final int[] places; // of IDS, -1 when not in the file
  private final IdBatch[] ids = new IdBatch[IDS.size()];
  private final Codes.Builder numbers = Codes.builder();
  private final Codes.Builder references = Codes.builder();
  private final Codes.Builder methods = Codes.builder();
  private final Codes.Builder blindness = Codes.builder();
  private double[] probabilities = new double[1024];
  private long[] instants = new long[1024];
  private int size;

  VerdictColumns(Header header) {
    places = IDS.stream().mapToInt(header::place).toArray();
    for (int c = 0; c < ids.length; c++) {
      ids[c] = places[c] < 0 ? null : new IdBatch();
    }
  }

  void add(Row row, int reference, long checkedAt, int method, double probability, int blind) {
    if (size == instants.length) {
      int grown = (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 16L);
      instants = Arrays.copyOf(instants, grown);
      probabilities = Arrays.copyOf(probabilities, grown);
    }
    for (int c = 0; c < ids.length; c++) {
      if (ids[c] != null) {
        ids[c].add(row, places[c]);
      }
    }
    numbers.add((int) row.number());
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

  /**
   * The rows that check something, as a table.
   *
   * @param items of the gradings
   * @param checked what each row checks
   * @param rows the verdicts that check some
   */
  VerdictTable build(IdColumn items, CheckedGradings checked, int[] rows) {
    boolean all = rows.length == size;
    return new VerdictTable(
        items,
        select(numbers.build(), rows),
        all ? checked : checked.select(rows),
        column(VerdictColumn.REVIEWER_ID).select(rows),
        column(VerdictColumn.STRATUM_ID).select(rows),
        column(VerdictColumn.VERDICT_ID).select(rows),
        column(VerdictColumn.SUPERSEDES).select(rows),
        select(references.build(), rows),
        select(methods.build(), rows),
        select(blindness.build(), rows),
        all ? probabilities : Rows.select(probabilities, rows),
        all ? instants : Rows.select(instants, rows));
  }

  private Codes select(Codes column, int[] rows) {
    return rows.length == size ? column : column.select(rows);
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
