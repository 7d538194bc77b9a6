package org.assay.io.ingest;

import java.util.OptionalInt;
import org.assay.data.IdColumn;

/** Finds the rows of gradings that a verdict names. */
final class GradingIndex {
  private final GradingTable table;
  private final RowMarks marks;
  private final int[] rowOfId; // by code of the grading id; null when gradings have no ids
  private int[] firstOfItem; // by code of the item, into rowsByItem; made when first needed
  private int[] rowsByItem;

  GradingIndex(GradingTable table, RowMarks marks) {
    this.table = table;
    this.marks = marks;
    IdColumn id = table.column(GradingColumn.GRADING_ID);
    this.rowOfId = id == null ? null : Corrections.rowsById(id, marks);
  }

  /** The row with a grading id, or -1. */
  int byId(String gradingId) {
    if (rowOfId == null) {
      return -1;
    }
    OptionalInt code = table.column(GradingColumn.GRADING_ID).ids().code(gradingId);
    return code.isPresent() ? rowOfId[code.getAsInt()] : -1;
  }

  /** Puts the rows of an item that stay into {@code found}. */
  void byItem(String itemId, IntList found) {
    OptionalInt code = table.item().ids().code(itemId);
    if (code.isEmpty()) {
      return;
    }
    if (firstOfItem == null) {
      sortByItem();
    }
    int item = code.getAsInt();
    for (int i = firstOfItem[item]; i < firstOfItem[item + 1]; i++) {
      found.add(rowsByItem[i]);
    }
  }

  // A counting sort: rows of an item stand together, in the order of the file.
  private void sortByItem() {
    int[] first = new int[table.item().ids().size() + 1];
    for (int row = 0; row < table.size(); row++) {
      if (!marks.isMarked(row)) {
        first[table.item().codes().get(row) + 1]++;
      }
    }
    for (int item = 1; item < first.length; item++) {
      first[item] += first[item - 1];
    }
    rowsByItem = new int[first[first.length - 1]];
    for (int row = table.size() - 1; row >= 0; row--) {
      if (!marks.isMarked(row)) {
        rowsByItem[--first[table.item().codes().get(row) + 1]] = row;
      }
    }
    // Each bound has moved down to the start of its item, one place late.
    firstOfItem = new int[first.length];
    System.arraycopy(first, 1, firstOfItem, 0, first.length - 1);
    firstOfItem[first.length - 1] = rowsByItem.length;
  }
}
