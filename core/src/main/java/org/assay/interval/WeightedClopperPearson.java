package org.assay.interval;

import org.assay.internal.Beta;
import org.assay.internal.Check;
import org.assay.internal.Risk;

/**
 * Clopper-Pearson limits for a rate that is a weighted sum of error counts.
 *
 * <p>Each error found adds the share w of the population that its check stands for, so that the
 * rate is y = sum of w over the errors and its variance is estimated by v = sum of w^2 (less what
 * the finite population takes off). The upper limit asks what one more error in the most heavily
 * weighted place would have made of y and v:
 *
 * <pre>{@code
 * y+ = y + wMax,   v+ = v + vMax,   a = y+^2 / v+,   n = y+ / v+
 * upper = quantile of Beta(a, n + 1 - a)
 * lower = quantile of Beta(y^2 / v, y / v + 1 - y^2 / v)
 * }</pre>
 *
 * With equal weights w = 1/n these are the exact limits of Clopper and Pearson. At zero errors the
 * upper limit is that of n = 1/wMax clean checks: nothing is taken for granted about the places
 * that were looked at least. It is the binomial form of the gamma limits for standardised rates.
 *
 * <p><b>Source.</b> Fay and Feuer (1997), Statistics in Medicine 16, 791-801, equations 5 and 6.
 */
public final class WeightedClopperPearson {
  private WeightedClopperPearson() {}

  /**
   * One-sided upper limit.
   *
   * @param rate y, in [0, 1]
   * @param variance v, at least 0
   * @param largestShare wMax, above 0
   * @param largestVariance vMax, above 0
   * @param confidenceLevel in (0, 1)
   * @return at least {@code rate}, at most 1
   */
  public static double upper(
      double rate,
      double variance,
      double largestShare,
      double largestVariance,
      double confidenceLevel) {
    double y = rate + largestShare;
    double n = y / (variance + largestVariance);
    double a = n * y;
    double limit = EffectiveClopperPearson.quantile(a, n + 1 - a, confidenceLevel);
    return Math.min(1, Math.max(rate, limit));
  }

  /**
   * One-sided lower limit.
   *
   * @param rate y, in [0, 1]
   * @param variance v, at least 0; 0 when the errors found are known not to vary
   * @param confidenceLevel in (0, 1)
   * @return at least 0, at most {@code rate}
   */
  public static double lower(double rate, double variance, double confidenceLevel) {
    if (!(variance > 0)) {
      return rate;
    }
    double n = rate / variance;
    double a = n * rate;
    return Math.min(
        rate, EffectiveClopperPearson.quantile(a, n + 1 - a, Risk.complement(confidenceLevel)));
  }

  /**
   * The risk at which {@link #upper} is a given limit: the chance of so few errors at that limit.
   *
   * @param rate y, in [0, 1]
   * @param variance v, at least 0
   * @param largestShare wMax, above 0
   * @param largestVariance vMax, above 0
   * @param limit in (0, 1)
   * @return P(Beta(a, n + 1 - a) &gt; limit); 1 below the rate
   */
  public static double upperRisk(
      double rate, double variance, double largestShare, double largestVariance, double limit) {
    Check.openUnit("limit", limit);
    double y = rate + largestShare;
    double n = y / (variance + largestVariance);
    double a = n * y;
    if (limit < rate || !(n + 1 - a > 0)) {
      return 1;
    }
    return new Beta(a, n + 1 - a).tails(limit).upper();
  }

  /**
   * The risk at which {@link #lower} is a given limit: the chance of that many errors at that
   * limit.
   *
   * @param rate y, in [0, 1]
   * @param variance v, at least 0
   * @param limit in (0, 1)
   * @return P(Beta(a, n + 1 - a) &lt;= limit); 1 from the rate on
   */
  public static double lowerRisk(double rate, double variance, double limit) {
    Check.openUnit("limit", limit);
    if (limit >= rate) {
      return 1;
    }
    if (!(variance > 0)) {
      return 0;
    }
    double n = rate / variance;
    double a = n * rate;
    return n + 1 - a > 0 ? new Beta(a, n + 1 - a).tails(limit).lower() : 0;
  }
}
