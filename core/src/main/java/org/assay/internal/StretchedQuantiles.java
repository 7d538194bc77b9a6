package org.assay.internal;

/**
 * Limits from draws of a posterior: its quantiles, wider by what a t quantile and the divisor n - 1
 * do to a standard error. Without that, limits from twenty items are too short.
 *
 * <pre>{@code
 * z = logit of the value's place between the least and the largest one possible, which is 1
 * f = t_(n-1) / z_normal * sqrt((n + 1) / (n - 1)) * sqrt(1 - share of the population seen)
 * limits at z_median + f (z_quantile - z_median)
 * }</pre>
 */
public final class StretchedQuantiles {
  private static final double EDGE = 1e-12; // of the range, where its logarithm ends

  private static final double FEW = 20;

  private StretchedQuantiles() {}

  /**
   * The number of items that limits are stretched for: where one grade is common, the few with
   * another one decide, though never less than twenty of them, since the prior takes over there.
   *
   * <pre>{@code
   * max(min(n, 20), n min(1, 2 (1 - largest share of a grade)))
   * }</pre>
   *
   * @param items n
   * @param commonest largest share of a grade, in [0, 1]
   * @return at most n
   */
  public static double informative(double items, double commonest) {
    return Math.max(Math.min(items, FEW), items * Math.min(1, 2 * (1 - commonest)));
  }

  /**
   * The limits.
   *
   * @param sorted draws, ascending, at least one
   * @param least smallest possible value, below 1
   * @param items n, at least 1, see {@link #informative}
   * @param seen share of the population among the items, in [0, 1]
   * @param confidenceLevel in (0, 1)
   * @return lower and upper limit
   */
  public static double[] limits(
      double[] sorted, double least, double items, double seen, double confidenceLevel) {
    double tail = (1 - confidenceLevel) / 2;
    double degrees = Math.max(1, items - 1);
    double stretch =
        new StudentT(degrees).upperQuantile(tail)
            / Normal.upper(tail)
            * Math.sqrt((items + 1) / degrees * (1 - seen));
    double middle = logit(quantile(sorted, 0.5), least);
    double lower = middle + stretch * (logit(quantile(sorted, tail), least) - middle);
    double upper = middle + stretch * (logit(quantile(sorted, 1 - tail), least) - middle);
    return new double[] {value(lower, least), value(upper, least)};
  }

  /**
   * A quantile, linear between order statistics, as R's default (type 7).
   *
   * @param sorted ascending, at least one
   * @param probability in [0, 1]
   * @return the quantile
   */
  public static double quantile(double[] sorted, double probability) {
    double at = probability * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static double logit(double x, double least) {
    double place = Math.max(EDGE, Math.min(1 - EDGE, (x - least) / (1 - least)));
    return Math.log(place) - Math.log1p(-place);
  }

  private static double value(double logit, double least) {
    return least + (1 - least) / (1 + Math.exp(-logit));
  }
}
