package org.assay.plan;

import java.util.Arrays;

/**
 * Logarithm of the likelihood ratio of two qualities, high : low, after some right and some wrong
 * items.
 *
 * <pre>{@code
 * lot:     ln [high]_d [N - high]_m - ln [low]_d [N - low]_m      ([x]_k falling factorial)
 * stream:  d ln(high / low) + m ln((1 - high) / (1 - low))
 * }</pre>
 *
 * where d items were wrong and m right. It rises with d and falls with m. It is +infinity when the
 * errors are more than the low quality has, -infinity when the right items are more than the high
 * quality has (which is looked at first).
 */
final class LogRatio {
  private final Lot lot;
  private final double high;
  private final double low;
  private double[] wrong = {0}; // by d, sums so far
  private double[] right = {0}; // by m
  private int wrongs = 1;
  private int rights = 1;

  LogRatio(Lot lot, double high, double low) {
    this.lot = lot;
    this.high = high;
    this.low = low;
  }

  double at(int checked, int errors) {
    double r = right(checked - errors);
    return r == Double.NEGATIVE_INFINITY ? r : r + wrong(errors);
  }

  private double wrong(int d) {
    if (d >= wrongs) {
      wrong = grown(wrong, d);
      for (; wrongs <= d; wrongs++) {
        int before = wrongs - 1;
        double denominator = lot.finite() ? low - before : low;
        double step = Math.log1p((high - low) / denominator);
        wrong[wrongs] = denominator > 0 ? wrong[before] + step : Double.POSITIVE_INFINITY;
      }
    }
    return wrong[d];
  }

  private double right(int m) {
    if (m >= rights) {
      right = grown(right, m);
      for (; rights <= m; rights++) {
        int before = rights - 1;
        double denominator = lot.finite() ? lot.size() - low - before : 1 - low;
        double numerator = denominator - (high - low);
        right[rights] =
            numerator > 0
                ? right[before] + Math.log1p(-(high - low) / denominator)
                : Double.NEGATIVE_INFINITY;
      }
    }
    return right[m];
  }

  private static double[] grown(double[] sums, int index) {
    return index < sums.length ? sums : Arrays.copyOf(sums, Math.max(index + 1, 2 * sums.length));
  }
}
