package org.assay.count;

import org.assay.data.Codes;
import org.assay.internal.Check;

/**
 * The rows of each code of a column: what joins verdicts to the gradings of their items, by codes
 * and without a map.
 *
 * <pre>{@code
 * RowIndex gradingsOf = RowIndex.of(gradings.item().codes(), gradings.item().ids().size());
 * for (int i = gradingsOf.from(item); i < gradingsOf.to(item); i++) {
 *   int gradingRow = gradingsOf.row(i);
 * }
 * }</pre>
 *
 * <p><b>Cost.</b> Two passes; 4 bytes per row and 4 per code. Immutable; thread-safe.
 */
public final class RowIndex {
  private final int[] end; // end[c]: position after the last row of code c
  private final int[] rows;

  private RowIndex(int[] end, int[] rows) {
    this.end = end;
    this.rows = rows;
  }

  /**
   * The index of a column.
   *
   * @param column one code per row
   * @param codes number of codes; each in the column is below it
   * @return the index
   */
  public static RowIndex of(Codes column, int codes) {
    Check.atLeast("codes", 0, codes);
    Columns.requireCodes(column, codes, "column", "codes");
    int[] next = new int[codes + 1];
    for (int row = 0; row < column.size(); row++) {
      next[column.get(row) + 1]++;
    }
    for (int code = 0; code < codes; code++) {
      next[code + 1] += next[code];
    }
    int[] rows = new int[column.size()];
    for (int row = 0; row < rows.length; row++) {
      rows[next[column.get(row)]++] = row; // afterwards next[c] is the end of c
    }
    return new RowIndex(next, rows);
  }

  /**
   * Position of the first row of a code.
   *
   * @param code in [0, codes)
   * @return at most {@link #to}
   */
  public int from(int code) {
    return Check.index("code", code, end.length - 1, "codes") == 0 ? 0 : end[code - 1];
  }

  /**
   * Position after the last row of a code.
   *
   * @param code in [0, codes)
   * @return at least {@link #from}; the same when no row has the code
   */
  public int to(int code) {
    return end[Check.index("code", code, end.length - 1, "codes")];
  }

  /**
   * The row at a position; the rows of a code ascend.
   *
   * @param position in [0, rows)
   * @return number of the row in the column
   */
  public int row(int position) {
    return rows[position];
  }
}
