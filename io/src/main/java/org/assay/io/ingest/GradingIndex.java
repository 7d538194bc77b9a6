package org.assay.io.ingest;

import java.util.OptionalInt;
import org.assay.count.RowIndex;
import org.assay.data.IdColumn;

/** Finds the rows of gradings that a verdict names. */
final class GradingIndex {
  private final GradingTable table;
  private final RowMarks marks;
  private final int[] rowOfId; // by code of the grading id; null when gradings have no ids
  private RowIndex rowsOfItem; // made when first needed

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
    if (rowsOfItem == null) {
      rowsOfItem = RowIndex.of(table.item().codes(), table.item().ids().size());
    }
    int item = code.getAsInt();
    for (int i = rowsOfItem.from(item); i < rowsOfItem.to(item); i++) {
      if (!marks.isMarked(rowsOfItem.row(i))) {
        found.add(rowsOfItem.row(i));
      }
    }
  }
}
