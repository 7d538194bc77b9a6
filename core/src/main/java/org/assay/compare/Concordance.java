package org.assay.compare;

import org.assay.count.DistinctVectors;
import org.assay.count.RatingRows;
import org.assay.result.Outcome;
import org.assay.result.TestResult;
import org.assay.result.Undefined;

/**
 * Kendall's W: do several raters put the items in the same order?
 *
 * <p>Every rater's grades of the n items are turned into ranks, ties sharing their mean rank. With
 * R_i the sum of the m raters' ranks of item i, and t the sizes of the groups of ties:
 *
 * <pre>{@code
 * S = sum_i (R_i - m (n + 1) / 2)²
 * W = 12 S / (m² (n³ - n) - m T),   T = sum over raters and ties of (t³ - t), or 0 uncorrected
 * chi-squared = m (n - 1) W on n - 1 degrees of freedom
 * }</pre>
 *
 * <p><b>Edges.</b> Undefined (TOO_FEW_ITEMS) below two complete items; with the correction
 * undefined (NO_VARIATION) when no rater distinguishes any two items.
 *
 * <p><b>Cost.</b> O(distinct rows), from mergeable counts. <b>Agrees with</b> irr {@code kendall};
 * the corrected chi-squared is Friedman's. <b>Source.</b> Kendall and Babington Smith (1939),
 * Annals of Mathematical Statistics 10, 275-287.
 *
 * @param coefficient W in [0, 1]
 * @param test that the raters order the items independently
 * @param items n, items rated by all
 * @param raters m
 */
public record Concordance(Outcome coefficient, TestResult test, long items, int raters) {
  private static final String METHOD = "Kendall W";

  /**
   * Kendall's W of the items that all raters rated.
   *
   * @param rows at least two raters; grades in order of their codes
   * @param correctTies whether tied ranks lessen the largest possible S
   * @return the coefficient and its test
   */
  public static Concordance of(RatingRows rows, boolean correctTies) {
    int raters = rows.raters();
    if (raters < 2) {
      throw new IllegalArgumentException("raters must be >= 2, got " + raters);
    }
    DistinctVectors distinct = rows.complete().snapshot();
    long items = distinct.items();
    if (items < 2) {
      return undefined(Undefined.TOO_FEW_ITEMS, items, raters);
    }
    long[][] used = new long[raters][rows.grades()];
    for (int v = 0; v < distinct.size(); v++) {
      int[] row = distinct.vector(v);
      for (int r = 0; r < raters; r++) {
        used[r][row[r]] += distinct.count(v);
      }
    }
    double n = items;
    double ties = 0;
    long[][] deviations = new long[raters][];
    for (int r = 0; r < raters; r++) {
      deviations[r] = twiceTheRanksLessTheMean(used[r], items);
      for (double t : used[r]) {
        ties += correctTies ? t * t * t - t : 0;
      }
    }
    double largest = raters * (raters * (n * n * n - n) - ties);
    if (!(largest > 0)) {
      return undefined(Undefined.NO_VARIATION, items, raters);
    }
    double squares = 0;
    for (int v = 0; v < distinct.size(); v++) {
      int[] row = distinct.vector(v);
      long sum = 0;
      for (int r = 0; r < raters; r++) {
        sum += deviations[r][row[r]];
      }
      squares += (double) distinct.count(v) * sum * sum;
    }
    double w = Math.min(1, 3 * squares / largest); // 12 S, S being a quarter of the squares
    // A chi-squared distribution takes any degrees of freedom; the items may exceed an int.
    return new Concordance(
        Outcome.of(w), TestResult.chiSquared(raters * (n - 1) * w, n - 1, METHOD), items, raters);
  }

  // Twice (rank - (n + 1) / 2), a whole number; 0 for grades not used.
  private static long[] twiceTheRanksLessTheMean(long[] used, long items) {
    long[] deviations = new long[used.length];
    long below = 0;
    for (int g = 0; g < used.length; g++) {
      deviations[g] = used[g] == 0 ? 0 : 2 * below + used[g] - items;
      below += used[g];
    }
    return deviations;
  }

  private static Concordance undefined(Undefined reason, long items, int raters) {
    return new Concordance(
        Outcome.undefined(reason),
        TestResult.undefined(reason, Math.max(0, items - 1.0), METHOD),
        items,
        raters);
  }
}
