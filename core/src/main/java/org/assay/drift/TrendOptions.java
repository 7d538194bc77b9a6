package org.assay.drift;

import org.assay.data.Blindness;
import org.assay.internal.Check;

/**
 * How trends are computed.
 *
 * @param basis which checks: blind or non-blind ones, never both
 * @param baselinePeriods how many of an assessor's first periods with checks are the baseline, at
 *     least 1
 * @param oddsRatio change of the odds of an error that the charts are built to notice, above 1
 * @param horizonPeriods for how many periods after the baseline, at its pace of checks, the promise
 *     about false signals holds, at least 1
 * @param falseSignalProbability chance of a false signal of one assessor's charts in this time, the
 *     uncertainty of the baseline included, in (0, 1)
 * @param confidenceLevel of the interval of each period's rate and of the limits around the
 *     baseline
 */
public record TrendOptions(
    Blindness basis,
    int baselinePeriods,
    double oddsRatio,
    int horizonPeriods,
    double falseSignalProbability,
    double confidenceLevel) {

  public TrendOptions {
    Check.atLeast("baselinePeriods", 1, baselinePeriods);
    if (!(oddsRatio > 1 && oddsRatio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("oddsRatio must be above 1, got " + oddsRatio);
    }
    Check.atLeast("horizonPeriods", 1, horizonPeriods);
    Check.openUnit("falseSignalProbability", falseSignalProbability);
    Check.openUnit("confidenceLevel", confidenceLevel);
  }

  TrendOptions withFalseSignalProbability(double probability) {
    return new TrendOptions(
        basis, baselinePeriods, oddsRatio, horizonPeriods, probability, confidenceLevel);
  }

  /**
   * Weekly trends: 20 weeks of baseline, odds of an error 2.5 times up or down, one false signal in
   * at least 20 years of an assessor, limits at 99.8 %.
   *
   * @param basis which checks
   * @return the options
   */
  public static TrendOptions weekly(Blindness basis) {
    return new TrendOptions(basis, 20, 2.5, 52, .05, .998);
  }
}
