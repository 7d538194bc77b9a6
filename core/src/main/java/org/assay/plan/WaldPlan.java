package org.assay.plan;

import java.util.OptionalLong;
import org.assay.internal.Check;
import org.assay.internal.Root;

/**
 * Wald's sequential probability ratio test for an error rate, as the textbooks give it: accept at
 * errors &lt;= slope n - acceptIntercept, reject at errors &gt;= slope n + rejectIntercept.
 *
 * <pre>{@code
 * g = ln(p1 (1 - p0) / (p0 (1 - p1))),  slope = ln((1 - p0) / (1 - p1)) / g
 * acceptIntercept = ln((1 - producerRisk) / consumerRisk) / g
 * rejectIntercept = ln((1 - consumerRisk) / producerRisk) / g
 * }</pre>
 *
 * <p><b>For comparison.</b> The intercepts and the curve are approximations that take the errors
 * beyond a boundary for none; the true risks can exceed the promised ones, and cutting the test off
 * early makes them much worse. Plans with exact risks are the calibrated sequential ones. <br>
 * <b>Source.</b> Wald (1947), Sequential Analysis, chapter 5 and appendix A.2.3.
 *
 * @param acceptable p0, in (0, unacceptable)
 * @param unacceptable p1, in (acceptable, 1)
 * @param producerRisk in (0, 1)
 * @param consumerRisk in (0, 1 - producerRisk)
 */
public record WaldPlan(
    double acceptable, double unacceptable, double producerRisk, double consumerRisk) {
  public WaldPlan {
    Check.openUnit("acceptable", acceptable);
    Check.openUnit("unacceptable", unacceptable);
    Check.openUnit("producerRisk", producerRisk);
    Check.openUnit("consumerRisk", consumerRisk);
    if (acceptable >= unacceptable) {
      throw new IllegalArgumentException(
          "acceptable must be below unacceptable (" + unacceptable + "), got " + acceptable);
    }
    if (producerRisk + consumerRisk >= 1) {
      throw new IllegalArgumentException(
          "producerRisk + consumerRisk must be below 1, got " + (producerRisk + consumerRisk));
    }
  }

  /**
   * Rise of both boundaries.
   *
   * @return errors per check, between the two rates
   */
  public double slope() {
    return -logGood() / gain();
  }

  /**
   * How far the acceptance boundary lies below.
   *
   * @return errors, above 0
   */
  public double acceptIntercept() {
    return -logAccept() / gain();
  }

  /**
   * How far the rejection boundary lies above.
   *
   * @return errors, above 0
   */
  public double rejectIntercept() {
    return logReject() / gain();
  }

  /**
   * Most errors at which to accept.
   *
   * @param checked n, at least 0
   * @return empty when no number is small enough yet
   */
  public OptionalLong acceptAt(long checked) {
    double errors = Math.floor(slope() * checked - acceptIntercept());
    return errors < 0 ? OptionalLong.empty() : OptionalLong.of((long) errors);
  }

  /**
   * Fewest errors at which to reject.
   *
   * @param checked n, at least 0
   * @return empty when there cannot be that many yet
   */
  public OptionalLong rejectAt(long checked) {
    double errors = Math.ceil(slope() * checked + rejectIntercept());
    return errors > checked ? OptionalLong.empty() : OptionalLong.of((long) errors);
  }

  /**
   * Probability of acceptance, by Wald's approximation.
   *
   * @param rate in [0, 1]
   * @return in [0, 1]
   */
  public double accept(double rate) {
    Check.closedUnit("rate", rate);
    if (rate == 0 || rate == 1) {
      return 1 - rate;
    }
    double h = exponent(rate);
    double reject = h * logReject();
    double accept = h * logAccept();
    if (Math.abs(reject - accept) < 1e-8) { // at the slope: the limit of the ratio below
      return logReject() / (logReject() - logAccept());
    }
    return Math.expm1(reject) / (Math.expm1(reject) - Math.expm1(accept));
  }

  /**
   * Expected number of checks, by Wald's approximation.
   *
   * @param rate in [0, 1]
   * @return above 0
   */
  public double averageSampleNumber(double rate) {
    double drift = drift(rate);
    double accept = accept(rate);
    if (Math.abs(drift) < 1e-8 * logBad()) {
      return -logReject() * logAccept() / (logBad() * -logGood());
    }
    return (accept * logAccept() + (1 - accept) * logReject()) / drift;
  }

  // The h other than 0 with p (p1/p0)^h + (1 - p) ((1-p1)/(1-p0))^h = 1.
  private double exponent(double rate) {
    if (rate == acceptable) {
      return 1;
    }
    if (rate == unacceptable) {
      return -1;
    }
    return Root.near( // increasing: the slope from the known root to a point of a convex function
        h ->
            h == 0
                ? drift(rate)
                : (rate * Math.expm1(h * logBad()) + (1 - rate) * Math.expm1(h * logGood())) / h,
        0.5,
        1,
        -1e4,
        1e4);
  }

  // Expected logarithm of the likelihood ratio a check adds.
  private double drift(double rate) {
    return rate * logBad() + (1 - rate) * logGood();
  }

  private double logBad() {
    return Math.log(unacceptable / acceptable);
  }

  private double logGood() {
    return Math.log1p(-unacceptable) - Math.log1p(-acceptable);
  }

  private double gain() {
    return logBad() - logGood();
  }

  private double logReject() {
    return Math.log((1 - consumerRisk) / producerRisk);
  }

  private double logAccept() {
    return Math.log(consumerRisk / (1 - producerRisk));
  }
}
