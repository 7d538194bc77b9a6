package org.assay.interval;

import org.assay.internal.Beta;
import org.assay.internal.Check;
import org.assay.internal.Risk;

/**
 * Clopper-Pearson limits for counts that need not be whole, as the effective counts of a weighted
 * sample are.
 *
 * <pre>{@code
 * upper = quantile at confidenceLevel     of Beta(errors + 1, checked - errors)
 * lower = quantile at 1 - confidenceLevel of Beta(errors, checked - errors + 1)
 * }</pre>
 *
 * For whole counts they are the exact one-sided binomial limits. For effective counts they are not
 * exact: what they cover depends on how the counts were made. Small rates keep all their digits.
 *
 * <p><b>Source.</b> Clopper and Pearson (1934), Biometrika 26, 404-413; for effective counts Korn
 * and Graubard (1998), Survey Methodology 24, 193-201.
 */
public final class EffectiveClopperPearson {
  private EffectiveClopperPearson() {}

  /**
   * One-sided upper limit.
   *
   * @param errors in [0, checked]
   * @param checked above 0
   * @param confidenceLevel in (0, 1)
   * @return a proportion; 1 when every check is an error
   */
  public static double upper(double errors, double checked, double confidenceLevel) {
    requireCounts(errors, checked);
    return quantile(errors + 1, checked - errors, confidenceLevel);
  }

  /**
   * One-sided lower limit.
   *
   * @param errors in [0, checked]
   * @param checked above 0
   * @param confidenceLevel in (0, 1)
   * @return a proportion; 0 when there is no error
   */
  public static double lower(double errors, double checked, double confidenceLevel) {
    requireCounts(errors, checked);
    return quantile(errors, checked - errors + 1, Risk.complement(confidenceLevel));
  }

  /**
   * Quantile of a beta distribution, with its limits: 0 when the first shape is 0 or below, 1 when
   * the second is.
   *
   * @param first shape
   * @param second shape
   * @param probability in (0, 1)
   * @return in [0, 1]
   */
  static double quantile(double first, double second, double probability) {
    Check.openUnit("confidenceLevel", probability);
    if (!(first > 0)) {
      return 0;
    }
    if (!(second > 0)) {
      return 1;
    }
    Beta beta = new Beta(first, second);
    return probability < 0.5
        ? beta.quantile(probability)
        : beta.upperQuantile(Risk.complement(probability));
  }

  private static void requireCounts(double errors, double checked) {
    Check.positive("checked", checked);
    if (!(errors >= 0 && errors <= checked)) {
      throw new IllegalArgumentException("errors must be in [0, " + checked + "], got " + errors);
    }
  }
}
