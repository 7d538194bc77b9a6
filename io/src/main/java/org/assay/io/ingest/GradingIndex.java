package org.assay.io.ingest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.assay.count.RowIndex;
import org.assay.data.Codes;
import org.assay.data.IdColumn;

/**
 * Finds the rows of gradings that a verdict names.
 *
 * <p>The rows of an item come from a {@link RowIndex}. Where an item has many and only those of one
 * assessor are asked for, they come from a list in the order of the assessors, so that many
 * verdicts on such an item do not look at all its gradings each.
 */
final class GradingIndex {
  /** In place of the code of an assessor. */
  static final int ANYONE = -2;

  private static final int MANY = 64;

  private final GradingTable table;
  private final RowMarks marks;
  private final int[] rowOfId; // by code of the grading id; null when gradings have no ids
  private RowIndex rowsOfItem; // made when first needed
  private final Map<Integer, long[]> byAssessor = new HashMap<>(); // assessor, row; where many

  GradingIndex(GradingTable table, RowMarks marks) {
    this.table = table;
    this.marks = marks;
    IdColumn id = table.column(GradingColumn.GRADING_ID);
    this.rowOfId = id == null ? null : Corrections.rowsById(id, marks);
  }

  /** The row with a code of a grading id, or -1; no row has the code -1. */
  int byId(int gradingId) {
    return gradingId < 0 ? -1 : rowOfId[gradingId];
  }

  /**
   * Puts rows of an item that stay into {@code found}: all those by an assessor or by {@link
   * #ANYONE}, and one at least when there are any. No row has the item -1.
   */
  void byItem(int item, int assessor, IntList found) {
    if (item < 0) {
      return;
    }
    if (rowsOfItem == null) {
      rowsOfItem = RowIndex.of(table.item().codes(), table.item().ids().size());
    }
    if (assessor == ANYONE || rowsOfItem.to(item) - rowsOfItem.from(item) <= MANY) {
      all(item, found);
      return;
    }
    long[] rows = byAssessor.computeIfAbsent(item, this::inOrderOfAssessors);
    int at = Arrays.binarySearch(rows, (long) assessor << 32);
    at = at < 0 ? ~at : at;
    if (rows.length > 0 && (at == rows.length || rows[at] >> 32 != assessor)) {
      found.add((int) rows[0]);
    }
    for (; at < rows.length && rows[at] >> 32 == assessor; at++) {
      found.add((int) rows[at]);
    }
  }

  private long[] inOrderOfAssessors(int item) {
    var staying = new IntList();
    all(item, staying);
    Codes assessors = table.assessor().codes();
    long[] rows = new long[staying.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (long) assessors.get(staying.get(i)) << 32 | staying.get(i);
    }
    Arrays.sort(rows);
    return rows;
  }

  private void all(int item, IntList found) {
    for (int i = rowsOfItem.from(item); i < rowsOfItem.to(item); i++) {
      if (!marks.isMarked(rowsOfItem.row(i))) {
        found.add(rowsOfItem.row(i));
      }
    }
  }
}
