package org.assay.drift;

import org.assay.internal.Check;
import org.assay.interval.EffectiveClopperPearson;

/**
 * The checks from which the normal rate of errors is estimated.
 *
 * @param errors in [0, checked]
 * @param checked at least 1
 */
public record Baseline(long errors, long checked) {
  public Baseline {
    Check.errorsOfChecked(errors, checked);
  }

  /**
   * The estimate.
   *
   * @return errors over checked
   */
  public double rate() {
    return (double) errors / checked;
  }

  /**
   * One-sided lower Clopper-Pearson limit of the rate.
   *
   * @param confidenceLevel in (0, 1)
   * @return a proportion
   */
  public double lower(double confidenceLevel) {
    return EffectiveClopperPearson.lower((double) errors, (double) checked, confidenceLevel);
  }

  /**
   * One-sided upper Clopper-Pearson limit of the rate.
   *
   * @param confidenceLevel in (0, 1)
   * @return a proportion
   */
  public double upper(double confidenceLevel) {
    return EffectiveClopperPearson.upper((double) errors, (double) checked, confidenceLevel);
  }

  /** Mean of Jeffreys' posterior of the rate; never 0. */
  double posteriorMean() {
    return (errors + 0.5) / (checked + 1);
  }

  /**
   * Quantile of Jeffreys' posterior of the rate, unless all checks are in error. Checks whose
   * errors vary by a factor more than independent ones count for that much less.
   */
  double posteriorQuantile(double probability, double varianceFactor) {
    // Beta(errors + 1/2, checked - errors + 1/2), which is the law of a lower limit.
    double sum = checked / varianceFactor;
    return EffectiveClopperPearson.lower(errors / varianceFactor + 0.5, sum, 1 - probability);
  }
}
