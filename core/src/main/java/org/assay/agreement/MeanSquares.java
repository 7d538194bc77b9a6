package org.assay.agreement;

import org.assay.count.DistinctVectors;
import org.assay.count.RatingRows;
import org.assay.internal.Check;

/**
 * Analysis of variance of n items each rated by the same k raters.
 *
 * @param items n
 * @param raters k
 * @param betweenItems mean square between items, n - 1 degrees of freedom
 * @param betweenRaters mean square between raters, k - 1 degrees of freedom
 * @param residual mean square of what both leave, (n - 1)(k - 1) degrees of freedom
 * @param within mean square within items, n (k - 1) degrees of freedom
 */
public record MeanSquares(
    long items,
    int raters,
    double betweenItems,
    double betweenRaters,
    double residual,
    double within) {

  /** A sum of squares this small a share of all variation is rounding. */
  private static final double ROUNDING = 1e-13;

  /** A deviation this small a share of the largest score is rounding. */
  private static final double ROUNDING_OF_SCORES = 1e-14;

  /**
   * The mean squares of a table of scores.
   *
   * @param scores items x raters, finite; at least two items and two raters
   * @return the mean squares
   * @throws IllegalArgumentException if the table is ragged, too small, or holds NaN
   */
  public static MeanSquares of(double[][] scores) {
    Check.atLeast("items", 2, scores.length);
    long[] once = new long[scores.length];
    for (int i = 0; i < scores.length; i++) {
      if (scores[i].length != scores[0].length) {
        throw new IllegalArgumentException(
            "scores must be rectangular: row "
                + i
                + " has length "
                + scores[i].length
                + ", row 0 has length "
                + scores[0].length);
      }
      for (double x : scores[i]) {
        Check.finite("score in row " + i, x);
      }
      once[i] = 1;
    }
    return of(scores, once, scores.length);
  }

  /**
   * The mean squares of counted rows; items that a rater did not rate are left out.
   *
   * @param rows ratings as codes of grades
   * @param scores score of each grade, finite
   * @return the mean squares
   * @throws IllegalArgumentException if fewer than two items were rated by all, or scores and
   *     grades differ in number
   */
  public static MeanSquares of(RatingRows rows, double[] scores) {
    if (scores.length != rows.grades()) {
      throw new IllegalArgumentException(
          "scores must have length " + rows.grades() + " (grades), got " + scores.length);
    }
    DistinctVectors distinct = rows.complete().snapshot();
    double[][] table = new double[distinct.size()][rows.raters()];
    long[] times = new long[distinct.size()];
    for (int v = 0; v < times.length; v++) {
      int[] row = distinct.vector(v);
      for (int r = 0; r < row.length; r++) {
        table[v][r] = Check.finite("scores[" + row[r] + "]", scores[row[r]]);
      }
      times[v] = distinct.count(v);
    }
    return of(table, times, Check.atLeast("items rated by all raters", 2, distinct.items()));
  }

  private static MeanSquares of(double[][] rows, long[] times, long items) {
    int k = Check.atLeast("raters", 2, rows[0].length);
    double[] raterMeans = new double[k];
    for (int v = 0; v < rows.length; v++) {
      for (int r = 0; r < k; r++) {
        raterMeans[r] += rows[v][r] * times[v] / items;
      }
    }
    double mean = 0;
    for (double m : raterMeans) {
      mean += m / k;
    }
    double between = 0;
    double residual = 0;
    double raters = 0;
    double largest = 0;
    for (int v = 0; v < rows.length; v++) {
      double own = 0;
      for (double x : rows[v]) {
        own += x / k;
        largest = Math.max(largest, Math.abs(x));
      }
      between += times[v] * k * (own - mean) * (own - mean);
      for (int r = 0; r < k; r++) {
        double rest = rows[v][r] - own - raterMeans[r] + mean;
        residual += times[v] * rest * rest;
      }
    }
    for (double m : raterMeans) {
      raters += items * (m - mean) * (m - mean);
    }
    double deviation = ROUNDING_OF_SCORES * largest;
    double rounding =
        Math.max(ROUNDING * (between + raters + residual), deviation * deviation * items * k);
    between = between <= rounding ? 0 : between;
    residual = residual <= rounding ? 0 : residual;
    raters = raters <= rounding ? 0 : raters;
    double n = items;
    return new MeanSquares(
        items,
        k,
        between / (n - 1),
        raters / (k - 1),
        residual / ((n - 1) * (k - 1)),
        (raters + residual) / (n * (k - 1)));
  }
}
