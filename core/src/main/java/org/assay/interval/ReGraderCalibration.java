package org.assay.interval;

import java.util.Optional;
import org.assay.internal.Check;
import org.assay.internal.Normal;
import org.assay.internal.Risk;
import org.assay.result.Interval;

/**
 * How often a re-grader was right of gradings whose true grade is known, for example of a subset
 * that a panel has settled: all that is known of the {@link ReGrader}.
 *
 * <pre>{@code
 * sensitivity ~ found / shownErrors,   specificity ~ confirmed / shownRight
 * }</pre>
 *
 * <p>An error rate p shows as q = p sensitivity + (1 - p)(1 - specificity). Three confidence limits
 * that hold at once, qU for q, seL and spU for the two shares, give q >= p seL + (1 - p)(1 - spU),
 * so that
 *
 * <pre>{@code
 * p <= (qU + spU - 1) / (seL + spU - 1)      when seL + spU > 1, else p <= 1
 * p >= (qL + spL - 1) / (seU + spL - 1)      when seU + spL > 1, else p >= 0
 * }</pre>
 *
 * with Clopper-Pearson's limits. One minus the confidence is split: {@value #SHARE_OF_EACH} of it
 * for each of the two shares, the rest for q (Bonferroni). The checks and the known gradings must
 * be independent.
 *
 * <p><b>Source.</b> Rogan and Gladen (1978), Amer. J. Epidemiol. 107, 71-76; Lang and Reiczigel
 * (2014), Prev. Vet. Med. 113, 13-22. <b>Differs from</b> R asht {@code prevSeSp} and bootComb,
 * which are approximations; {@link #langReiczigel} is the former.
 *
 * @param shownErrors known wrong gradings that were checked, at least 1
 * @param found how many of them the re-grader called wrong
 * @param shownRight known right gradings that were checked, at least 1
 * @param confirmed how many of them the re-grader called right
 */
public record ReGraderCalibration(long shownErrors, long found, long shownRight, long confirmed) {
  /** Part of the error probability that is spent on each of the two shares. */
  public static final double SHARE_OF_EACH = 0.2;

  public ReGraderCalibration {
    Check.atLeast("shownErrors", 1, shownErrors);
    Check.range("found", 0, shownErrors, found);
    Check.atLeast("shownRight", 1, shownRight);
    Check.range("confirmed", 0, shownRight, confirmed);
  }

  /**
   * The re-grader as estimated, which says nothing of how uncertain that is.
   *
   * @return empty when the two shares add up to 1 or less, so that checks would say nothing
   */
  public Optional<ReGrader> estimated() {
    return reGrader((double) found / shownErrors, (double) confirmed / shownRight);
  }

  /**
   * The re-grader who finds the fewest errors that the calibration allows: the lower limit of the
   * sensitivity with the upper one of the specificity.
   *
   * @param risk probability at most with which either limit is wrong, in (0, 1), half for each
   * @return empty when such a re-grader's checks would say nothing
   */
  public Optional<ReGrader> findingFewest(double risk) {
    return reGrader(
        limit(found, shownErrors, risk, false), limit(confirmed, shownRight, risk, true));
  }

  /**
   * The re-grader who finds the most: the upper limit of the sensitivity with the lower one of the
   * specificity.
   *
   * @param risk probability at most with which either limit is wrong, in (0, 1), half for each
   * @return empty when such a re-grader's checks would say nothing
   */
  public Optional<ReGrader> findingMost(double risk) {
    return reGrader(
        limit(found, shownErrors, risk, true), limit(confirmed, shownRight, risk, false));
  }

  /**
   * Lower limit of the sensitivity.
   *
   * @param risk probability at most with which it is wrong, in (0, 0.5)
   * @return Clopper-Pearson's one-sided limit
   */
  public double leastSensitivity(double risk) {
    return limit(found, shownErrors, 2 * risk, false);
  }

  // Two-sided at confidence 1 - risk: half of the risk on the side that is asked for.
  private static double limit(long right, long shown, double risk, boolean upper) {
    Check.openUnit("risk", risk);
    Interval limits = ProportionInterval.CLOPPER_PEARSON.of(right, shown, Risk.complement(risk));
    return upper ? limits.upper() : limits.lower();
  }

  private static Optional<ReGrader> reGrader(double sensitivity, double specificity) {
    return sensitivity + specificity > 1
        ? Optional.of(new ReGrader(sensitivity, specificity))
        : Optional.empty();
  }

  /**
   * The error rate behind what checks found, with limits that hold with at least the confidence
   * whatever the true shares are.
   *
   * @param errors found, in [0, checked]
   * @param checked independent checks, at least 1
   * @param confidenceLevel in (0, 1), for example 0.95
   * @return the rate at the estimated shares (in the middle of the limits when these say nothing),
   *     and a two-sided interval
   */
  public ReGrader.Estimate estimate(long errors, long checked, double confidenceLevel) {
    Check.openUnit("confidenceLevel", confidenceLevel);
    double risk = Risk.complement(confidenceLevel);
    double ofShares = 2 * SHARE_OF_EACH * risk;
    Interval q = ProportionInterval.CLOPPER_PEARSON.of(errors, checked, 1 - (risk - ofShares));
    double oneSide = ofShares / 2;
    double lower = findingMost(oneSide).map(r -> r.behind(q.lower())).orElse(0.0);
    double upper = findingFewest(oneSide).map(r -> r.behind(q.upper())).orElse(1.0);
    double rate =
        estimated().map(r -> r.behind((double) errors / checked)).orElse((lower + upper) / 2);
    return new ReGrader.Estimate(
        rate, new Interval(lower, upper, confidenceLevel, "roganGladenSplit"));
  }

  /**
   * The same with the approximate limits of Lang and Reiczigel: shorter, right on average, for two
   * shares above a half.
   *
   * <pre>{@code
   * n' = n + z², q' = (x + z²/2) / n', se' = (found + 1) / (shownErrors + 2), sp' likewise
   * p' = (q' + sp' - 1) / (se' + sp' - 1)
   * v  = se'(1 - se') / (shownErrors + 2),   w = sp'(1 - sp') / (shownRight + 2)
   * limits: p' + 2 z² (p' v - (1 - p') w)
   *         +- z sqrt(q'(1 - q')/n' + p'² v + (1 - p')² w) / (se' + sp' - 1)
   * }</pre>
   *
   * @param errors found, in [0, checked]
   * @param checked independent checks, at least 1
   * @param confidenceLevel in (0, 1), for example 0.95
   * @return the rate at the estimated shares, and limits cut to [0, 1]
   * @throws IllegalArgumentException if se' + sp' is at most 1
   */
  public ReGrader.Estimate langReiczigel(long errors, long checked, double confidenceLevel) {
    Check.errorsOfChecked(errors, checked);
    Check.openUnit("confidenceLevel", confidenceLevel);
    double z = Normal.upper(Risk.half(confidenceLevel));
    double n = checked + z * z;
    double q = (errors + z * z / 2) / n;
    double se = (found + 1.0) / (shownErrors + 2);
    double sp = (confirmed + 1.0) / (shownRight + 2);
    double slope = se + sp - 1;
    if (slope <= 0) {
      throw new IllegalArgumentException(
          "found / shownErrors + confirmed / shownRight must be above 1, got " + this);
    }
    double p = (q + sp - 1) / slope;
    double v = se * (1 - se) / (shownErrors + 2);
    double w = sp * (1 - sp) / (shownRight + 2);
    double centre = p + 2 * z * z * (p * v - (1 - p) * w);
    double half = z * Math.sqrt(q * (1 - q) / n + p * p * v + (1 - p) * (1 - p) * w) / slope;
    double lower = Math.min(1, Math.max(0, centre - half));
    double upper = Math.max(lower, Math.min(1, centre + half));
    double rate =
        estimated().map(r -> r.behind((double) errors / checked)).orElse((lower + upper) / 2);
    return new ReGrader.Estimate(
        rate, new Interval(lower, upper, confidenceLevel, "langReiczigel"));
  }

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
   * @param specificity share of right gradings that a check confirms, in (0, 1]; the sum of both
   *     must be above 1, or checks say nothing
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
     * <p>The formula rises in q, so the interval covers p exactly when Clopper-Pearson's covers q.
     * At fewer errors than false alarms alone explain the rate is 0.
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
          new Interval(
              behind(found.lower()), behind(found.upper()), confidenceLevel, "roganGladen"));
    }

    double behind(double q) {
      double rate = (q - (1 - specificity)) / (sensitivity - (1 - specificity));
      return Math.max(0, Math.min(1, rate));
    }

    /**
     * How many times as many checks an estimate of the same precision takes as without these
     * errors.
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
}
