package org.assay.interval;

import org.assay.internal.Check;
import org.assay.result.Interval;

/**
 * A person who checks gradings and errs, too.
 *
 * <p>A check finds an error in a share of items that is not the error rate p:
 *
 * <pre>{@code
 * q = p sensitivity + (1 - p) (1 - specificity)
 * }</pre>
 *
 * <p>Both shares are taken as known; when they are estimated from a subset, see {@link
 * ReGraderCalibration}. <b>Source.</b> Rogan and Gladen (1978), Amer. J. Epidemiol. 107, 71-76.
 *
 * @param sensitivity share of wrong gradings that a check finds, in (0, 1]
 * @param specificity share of right gradings that a check confirms, in (0, 1]; the sum of both must
 *     be above 1, or checks say nothing
 */
public record ReGrader(double sensitivity, double specificity) {
  public ReGrader {
    Check.closedUnit("sensitivity", sensitivity);
    Check.closedUnit("specificity", specificity);
    if (sensitivity + specificity <= 1) {
      throw new IllegalArgumentException(
          "sensitivity + specificity must be above 1, got " + sensitivity + " + " + specificity);
    }
  }

  /**
   * An estimated error rate.
   *
   * @param rate in [0, 1]
   * @param interval around it
   */
  public record Estimate(double rate, Interval interval) {}

  /**
   * The share of items in which a check finds an error.
   *
   * @param rate true error rate p, in [0, 1]
   * @return q
   */
  public double found(double rate) {
    Check.closedUnit("rate", rate);
    return rate * sensitivity + (1 - rate) * (1 - specificity);
  }

  /**
   * The error rate behind what checks found: (q + specificity - 1) / (sensitivity + specificity -
   * 1), and Clopper-Pearson's limits for q by the same formula, all clipped to [0, 1].
   *
   * <p>The formula rises in q, so the interval covers p exactly when Clopper-Pearson's covers q. At
   * fewer errors than false alarms alone explain the rate is 0.
   *
   * @param errors found, in [0, checked]
   * @param checked independent checks, at least 1
   * @param confidenceLevel in (0, 1), for example 0.95
   * @return the rate with a two-sided interval
   */
  public Estimate estimate(long errors, long checked, double confidenceLevel) {
    Interval found = ProportionInterval.CLOPPER_PEARSON.of(errors, checked, confidenceLevel);
    return new Estimate(
        behind((double) errors / checked),
        new Interval(behind(found.lower()), behind(found.upper()), confidenceLevel, "roganGladen"));
  }

  double behind(double q) {
    double rate = (q - (1 - specificity)) / (sensitivity - (1 - specificity));
    return Math.max(0, Math.min(1, rate));
  }

  /**
   * How many times as many checks an estimate of the same precision takes as without these errors.
   *
   * <pre>{@code
   * q (1 - q) / ((sensitivity + specificity - 1)^2 p (1 - p))
   * }</pre>
   *
   * @param rate true error rate p, in (0, 1)
   * @return at least 1
   */
  public double varianceInflation(double rate) {
    Check.openUnit("rate", rate);
    double q = found(rate);
    double slope = sensitivity + specificity - 1;
    return q * (1 - q) / (slope * slope * rate * (1 - rate));
  }
}
