package org.assay.io.ingest;

/** Some rows of plain columns. */
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
}
