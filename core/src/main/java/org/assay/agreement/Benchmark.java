package org.assay.agreement;

import org.assay.internal.Check;
import org.assay.internal.Normal;

/**
 * How likely a coefficient lies in each band of a scale, instead of a verdict from the estimate
 * alone. The scale is the caller's: no bands and no words for them come with the library.
 *
 * <pre>{@code
 * P(a <= k <= b) = (F((x - a) / s) - F((x - b) / s)) / (F((x + 1) / s) - F((x - 1) / s))
 * }</pre>
 *
 * where x is the estimate, s its standard error and F the standard normal distribution function.
 *
 * <p><b>Source.</b> Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., section 6.3.
 * <b>Agrees with</b> irrCAC {@code landis.koch.bf} and its relatives.
 */
public final class Benchmark {
  private Benchmark() {}

  /**
   * The chance that the coefficient is at least as high as each limit.
   *
   * @param value estimate in [-1, 1]
   * @param standardError above 0
   * @param lowerLimits of the bands, descending, in [-1, 1]; for example 0.8, 0.6, 0.4
   * @return one probability a limit, ascending; differences are the memberships
   * @throws IllegalArgumentException if the limits do not descend
   */
  public static double[] cumulativeMembership(
      double value, double standardError, double... lowerLimits) {
    Check.positive("standardError", standardError);
    if (!(value >= -1 && value <= 1)) {
      throw new IllegalArgumentException("value must be in [-1, 1], got " + value);
    }
    double above = upperTail(value, standardError, 1);
    double all = upperTail(value, standardError, -1) - above;
    double[] memberships = new double[lowerLimits.length];
    double last = 1;
    for (int b = 0; b < lowerLimits.length; b++) {
      if (!(lowerLimits[b] >= -1 && lowerLimits[b] <= last)) {
        throw new IllegalArgumentException(
            "lowerLimits must descend within [-1, 1], got " + lowerLimits[b] + " after " + last);
      }
      last = lowerLimits[b];
      memberships[b] = (upperTail(value, standardError, last) - above) / all;
    }
    return memberships;
  }

  private static double upperTail(double value, double error, double limit) {
    return Normal.STANDARD.tails((limit - value) / error).upper();
  }
}
