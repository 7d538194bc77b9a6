package org.assay.estimate;

import org.assay.draw.StoppedBound;
import org.assay.internal.Check;
import org.assay.plan.LimitPValues;
import org.assay.plan.Lot.Reading;
import org.assay.result.Interval;

/**
 * The error rate of gradings whose checks, in part, were made under a plan that stops by what it
 * finds.
 *
 * <pre>{@code
 * upper = (D + M u) / (N + M)     D  bound of the defective among the N planned gradings, at any stop
 *                                 u  bound of the rate of the M others, from their own checks
 * }</pre>
 *
 * each at half of the risk where there are both (Bonferroni), so that the sum holds at the whole of
 * it. What was selected and has no verdict counts as in both parts.
 *
 * <p>Cost: that of {@link StoppedBound}. Immutable and thread-safe.
 */
public final class StoppedRate {
  /** Method of the limits, or the beginning of it where others are among the gradings. */
  public static final String METHOD = StoppedBound.METHOD;

  private final StoppedBound planned;
  private final long others;
  private final DesignRate rateOfOthers;

  /**
   * The rate of planned gradings and others together.
   *
   * @param planned evidence of the planned gradings
   * @param others gradings beside them, at least 0
   * @param rateOfOthers their rate, which is not looked at without them
   */
  public StoppedRate(StoppedBound planned, long others, DesignRate rateOfOthers) {
    this.planned = planned;
    this.others = Check.atLeast("others", 0, others);
    this.rateOfOthers = rateOfOthers;
  }

  private long gradings() {
    return planned.size() + others;
  }

  private double part(double risk) {
    return others == 0 ? risk : risk / 2;
  }

  /**
   * One-sided upper bound of the rate.
   *
   * @param risk 1 - confidence, in (0, 1)
   * @return at most 1
   */
  public double upper(double risk) {
    double beside = others == 0 ? 0 : others * rateOfOthers.upperBound(1 - part(risk));
    return Math.min(1, (planned.upper(part(risk)) + beside) / gradings());
  }

  /**
   * One-sided lower bound of the rate.
   *
   * @param risk 1 - confidence, in (0, 1)
   * @return at least 0
   */
  public double lower(double risk) {
    double beside = others == 0 ? 0 : others * rateOfOthers.lowerBound(1 - part(risk));
    return Math.max(0, (planned.lower(part(risk)) + beside) / gradings());
  }

  /**
   * Two-sided limits.
   *
   * @param confidence in (0, 1), half of the rest on each side
   * @param estimate of the rate, which lies inside
   * @return limits within [0, 1]
   */
  public Interval interval(double confidence, DesignRate estimate) {
    double risk = (1 - Check.openUnit("confidence", confidence)) / 2;
    boolean defined = estimate.rate().defined();
    return new Interval(
        Math.min(lower(risk), defined ? estimate.rate().value() * estimate.covered() : 0),
        Math.max(upper(risk), defined ? estimate.rate().value() : 1),
        confidence,
        others == 0 ? METHOD : METHOD + ", " + rateOfOthers.interval(confidence).method());
  }

  /**
   * P-values against both sides of a limit: the risks at which the bounds reach it.
   *
   * @param limit in [0, 1]
   * @return of "the rate is above the limit" and of "it is at most the limit"
   */
  public LimitPValues pValues(double limit) {
    if (others == 0) {
      long kept = Reading.AT_MOST.largest(limit, gradings());
      return new LimitPValues(planned.soFew(kept + 1), planned.soMany(kept));
    }
    return LimitPValues.ofBounds(this::lower, this::upper, limit);
  }
}
