package org.assay.io.ingest;

import java.util.Arrays;

/** Some rows of a table. */
final class Rows {
  private Rows() {}

  static long[] select(long[] column, int[] rows) {
    long[] selected = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = column[rows[i]];
    }
    return selected;
  }

  static double[] select(double[] column, int[] rows) {
    double[] selected = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = column[rows[i]];
    }
    return selected;
  }

  /**
   * The place of a row among rows in ascending order: as far below its number as rows are missing
   * at most, so that few are looked at where few are missing.
   *
   * @param row one of them
   * @param rows some rows of the table
   * @param all number of rows of the table
   */
  static int place(int row, int[] rows, int all) {
    int from = Math.max(0, row - (all - rows.length));
    return Arrays.binarySearch(rows, from, Math.min(row + 1, rows.length), row);
  }
}
