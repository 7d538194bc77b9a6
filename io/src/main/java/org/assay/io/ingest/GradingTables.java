package org.assay.io.ingest;

import java.util.List;
import java.util.Optional;
import org.assay.io.table.Table;
import org.assay.io.table.WideShape;

/** Shapes that a table of gradings may have besides a row per grading. */
public final class GradingTables {
  private GradingTables() {}

  /**
   * A row per item and a column per assessor, whose name is the title.
   *
   * @param item column with the item's id; when empty the one called {@code item_id}, else the
   *     first
   * @param assessors their columns; when empty all columns but the item's and those that gradings
   *     may have, such as {@code unit_id} and {@code graded_at}, which hold for each grading of a
   *     row
   * @return the shape
   */
  public static WideShape wide(Optional<String> item, List<String> assessors) {
    List<String> kept =
        GradingColumn.TABLE.columns().stream()
            .filter(
                column ->
                    column != GradingColumn.ITEM_ID
                        && column != GradingColumn.ASSESSOR_ID
                        && column != GradingColumn.GRADE)
            .map(Table::title)
            .toList();
    return new WideShape(
        item,
        assessors,
        kept,
        new WideShape.Titles(
            Table.title(GradingColumn.ITEM_ID),
            Table.title(GradingColumn.ASSESSOR_ID),
            Table.title(GradingColumn.GRADE)));
  }
}
