package org.assay.agreement;

import org.assay.internal.Check;

/**
 * How far apart two grades are in Krippendorff's alpha.
 *
 * <pre>{@code
 * nominal   1 unless equal
 * ordinal   (n_k / 2 + n_(k+1) + ... + n_(l-1) + n_l / 2)^2, n_g = pairable ratings of grade g
 * interval  (x_k - x_l)^2
 * ratio     ((x_k - x_l) / (x_k + x_l))^2; the distance of 0 and 0 is 0
 * }</pre>
 *
 * <p>The ordinal metric comes from the data's own frequencies, in the order of the grades; it is
 * not the fixed {@link WeightScheme#ORDINAL} of Gwet, nor interval under another name.
 *
 * <p><b>Source.</b> Krippendorff (2004), Content Analysis, 2nd ed., section 11.3.
 */
public enum KrippendorffMetric {
  /** Equal or not. */
  NOMINAL,
  /** By ranks, as many as the data have between two grades. */
  ORDINAL,
  /** By differences of scores. */
  INTERVAL,
  /** By differences relative to sums; needs scores of at least 0. */
  RATIO;

  /**
   * The largest distance among the scores: what distances are divided by to become weights.
   *
   * @param scores one per grade
   */
  double fixedScale(double[] scores) {
    if (this == NOMINAL) {
      return 1;
    }
    double largest = 0;
    for (double a : scores) {
      for (double b : scores) {
        largest = Math.max(largest, distance(a, b));
      }
    }
    return largest;
  }

  private double distance(double a, double b) {
    double gap = a - b;
    return switch (this) {
      case NOMINAL, ORDINAL -> gap == 0 ? 0 : 1;
      case INTERVAL -> gap * gap;
      case RATIO -> gap == 0 ? 0 : gap / (a + b) * (gap / (a + b));
    };
  }

  /** Weights of the fixed metrics. */
  Weights weights(double[] scores) {
    return switch (this) {
      case NOMINAL, ORDINAL -> Weights.identity(Check.atLeast("grades", 1, scores.length));
      case INTERVAL -> WeightScheme.QUADRATIC.of(scores);
      case RATIO -> WeightScheme.RATIO.of(scores);
    };
  }
}
