package org.assay.count;

import java.util.Arrays;
import org.assay.data.Codes;

/**
 * The columns that a cube counts, their codes checked before.
 *
 * @param assessor whose block
 * @param period null: one period
 * @param stratum null: one stratum
 * @param reference the reference grades
 * @param grade the assessors' grades
 * @param strata number of strata
 * @param grades number of grades
 */
record CubeColumns(
    Codes assessor,
    Codes period,
    Codes stratum,
    Codes reference,
    Codes grade,
    int strata,
    int grades) {

  /** The cells of some rows, each within the block of its assessor. */
  void cells(int from, int rows, int[] cells) {
    Arrays.fill(cells, 0);
    if (period != null) {
      Columns.addScaled(period, from, rows, strata * grades * grades, cells);
    }
    if (stratum != null) {
      Columns.addScaled(stratum, from, rows, grades * grades, cells);
    }
    Columns.addScaled(reference, from, rows, grades, cells);
    Columns.addScaled(grade, from, rows, 1, cells);
  }
}
