package org.assay.agreement;

import org.assay.internal.Distribution;
import org.assay.internal.Normal;
import org.assay.internal.StretchedQuantiles;

/**
 * Interval limits before they are cut to [-1, 1].
 *
 * @param lower lower limit
 * @param upper upper limit
 */
record Limits(double lower, double upper) {
  static Limits wald(double value, double error, Distribution reference, double confidence) {
    double half = reference.upperQuantile((1 - confidence) / 2) * error;
    return new Limits(value - half, value + half);
  }

  /**
   * Symmetric in log((1 + value) / (1 - value)). Without any disagreement that is infinite; then
   * the lower limit comes from the largest rate of disagreeing items that leaves a chance of (1 -
   * confidence) / 2 to see none.
   */
  static Limits logit(
      double value,
      double error,
      Disagreement disagreement,
      long pairable,
      Distribution reference,
      double confidence) {
    double tail = (1 - confidence) / 2;
    if (disagreement.observed() == 0) {
      double rate = -Math.expm1(Math.log(tail) / pairable);
      return new Limits(Math.max(-1, 1 - rate / disagreement.expected()), 1);
    }
    if (value <= -1) {
      return new Limits(value, value);
    }
    double centre = Math.log1p(value) - Math.log1p(-value);
    double half = reference.upperQuantile(tail) * 2 * error / (1 - value * value);
    return new Limits(Math.tanh((centre - half) / 2), Math.tanh((centre + half) / 2));
  }

  /**
   * Wilson's score interval for (1 - value) / 2 at the number of Bernoulli trials that would have
   * the same standard error. Without any disagreement that number is the pairable items times twice
   * the expected disagreement: the limit of the former for one rare disagreement an item.
   */
  static Limits score(
      double value,
      double error,
      Disagreement disagreement,
      long pairable,
      Distribution reference,
      double confidence) {
    double p = (1 - value) / 2;
    boolean unanimous = disagreement.observed() == 0;
    if (p >= 1 || (error == 0 && !unanimous)) {
      return new Limits(value, value);
    }
    double trials =
        unanimous ? 2 * disagreement.expected() * pairable : p * (1 - p) * 4 / (error * error);
    double z = reference.upperQuantile((1 - confidence) / 2);
    double shrink = 1 + z * z / trials;
    double centre = (p + z * z / (2 * trials)) / shrink;
    double half = z / shrink * Math.sqrt(p * (1 - p) / trials + z * z / (4 * trials * trials));
    return new Limits(1 - 2 * (centre + half), unanimous ? 1 : 1 - 2 * (centre - half));
  }

  static Limits percentile(double[] sorted, double confidence) {
    double tail = (1 - confidence) / 2;
    return new Limits(
        StretchedQuantiles.quantile(sorted, tail), StretchedQuantiles.quantile(sorted, 1 - tail));
  }

  /**
   * Efron (1987), Journal of the American Statistical Association 82, 171-185; null when the
   * coefficient does not exist without one of the items, so that there is no acceleration.
   */
  static Limits bca(
      double value, double[] sorted, double[] leftOut, ItemTotals items, double confidence) {
    double below = 0;
    for (double x : sorted) {
      below += x < value ? 1 : x == value ? 0.5 : 0;
    }
    double share = Math.max(0.5, Math.min(sorted.length - 0.5, below)) / sorted.length;
    double bias = Normal.STANDARD.quantile(share);
    double acceleration = acceleration(leftOut, items);
    if (Double.isNaN(acceleration)) {
      return null;
    }
    double z = Normal.upper((1 - confidence) / 2);
    return new Limits(
        StretchedQuantiles.quantile(sorted, corrected(bias, acceleration, -z)),
        StretchedQuantiles.quantile(sorted, corrected(bias, acceleration, z)));
  }

  private static double corrected(double bias, double acceleration, double z) {
    double shifted = bias + z;
    double stretched = 1 - acceleration * shifted;
    return stretched <= 0
        ? (shifted < 0 ? 0 : 1)
        : Normal.STANDARD.tails(bias + shifted / stretched).lower();
  }

  private static double acceleration(double[] leftOut, ItemTotals items) {
    double n = items.items();
    double mean = 0;
    for (int row = 0; row < leftOut.length; row++) {
      mean += items.items(row) / n * leftOut[row];
    }
    double squares = 0;
    double cubes = 0;
    for (int row = 0; row < leftOut.length; row++) {
      double d = mean - leftOut[row];
      squares += items.items(row) * d * d;
      cubes += items.items(row) * d * d * d;
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }
}
