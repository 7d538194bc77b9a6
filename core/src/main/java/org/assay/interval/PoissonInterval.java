package org.assay.interval;

import org.assay.internal.Check;
import org.assay.internal.ChiSquared;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.result.Interval;

/**
 * Exact interval for the mean of a count of rare errors.
 *
 * <pre>{@code
 * lower = chi-squared quantile of alpha/2 with 2 x degrees / 2, 0 at no errors
 * upper = chi-squared upper quantile of alpha/2 with 2 x + 2 degrees / 2
 * }</pre>
 *
 * <p><b>Source.</b> Garwood (1936), Biometrika 28, 437-442. <b>Agrees with</b> R's {@code
 * poisson.test}. For a rate divide by the number checked; the result may lie above 1.
 */
public final class PoissonInterval {
  private PoissonInterval() {}

  /**
   * An interval for the expected number of errors.
   *
   * @param errors x, at least 0
   * @param confidenceLevel in (0, 1)
   * @param sides which limits; without an upper one the upper end is the largest double
   * @return limits in errors
   */
  public static Interval ofCount(long errors, double confidenceLevel, Sides sides) {
    return scaled(errors, 1, confidenceLevel, sides);
  }

  /**
   * An interval for the expected number of errors per check.
   *
   * @param errors x, at least 0; may exceed {@code checked}
   * @param checked n, at least 1
   * @param confidenceLevel in (0, 1)
   * @param sides which limits; without an upper one the upper end is the largest double
   * @return limits in errors per check
   */
  public static Interval ofRate(long errors, long checked, double confidenceLevel, Sides sides) {
    Check.atLeast("checked", 1, checked);
    return scaled(errors, (double) checked, confidenceLevel, sides);
  }

  private static Interval scaled(long errors, double unit, double confidenceLevel, Sides sides) {
    Check.atLeast("errors", 0, errors);
    Check.openUnit("confidenceLevel", confidenceLevel);
    double x = (double) errors;
    double tail = sides.tail(confidenceLevel);
    return new Interval(
        sides == Sides.UPPER || errors == 0 ? 0 : new ChiSquared(2 * x).quantile(tail) / 2 / unit,
        sides == Sides.LOWER
            ? Double.MAX_VALUE
            : new ChiSquared(2 * x + 2).upperQuantile(tail) / 2 / unit,
        confidenceLevel,
        "poisson");
  }
}
