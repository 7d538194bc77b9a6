package org.assay.drift;

import java.util.List;
import org.assay.internal.Check;
import org.assay.interval.EffectiveClopperPearson;
import org.assay.result.Interval;

/**
 * How one assessor's errors among checks went over time.
 *
 * @param assessor pseudonym
 * @param baseline first checks, from which the normal rate is estimated
 * @param points one per period with checks, in order; periods without checks have none
 * @param watched whether the checks after the baseline are watched for a change; false while the
 *     baseline is too short for it
 * @param signals what was noticed after the baseline, in order; of those of one direction, each
 *     begins after the one before
 * @param varianceFactor variance of the errors of a period over that of independent checks, which
 *     the watch allows for: above 1 only where the baselines of the team show that errors of a
 *     period go together
 */
public record AssessorTrend(
    String assessor,
    Baseline baseline,
    List<TrendPoint> points,
    boolean watched,
    List<Signal> signals,
    double varianceFactor) {

  /**
   * A signal, in terms of periods.
   *
   * @param increase whether errors became more frequent, else rarer
   * @param since period of the most likely moment of the change
   * @param at period of the signal
   */
  public record Signal(boolean increase, int since, int at) {}

  public AssessorTrend {
    points = List.copyOf(points);
    signals = List.copyOf(signals);
  }

  /**
   * The checks of one assessor in one period.
   *
   * @param period code of the period
   * @param errors number of errors
   * @param checked number of checks, at least 1
   * @param interval Clopper-Pearson interval of the rate
   * @param fewest fewest errors that are no surprise beside the baseline
   * @param most most errors that are no surprise beside the baseline
   */
  public record TrendPoint(
      int period, long errors, long checked, Interval interval, long fewest, long most) {

    /**
     * Whether the number of errors lies outside the limits.
     *
     * @return true below {@code fewest} or above {@code most}
     */
    public boolean outside() {
      return errors < fewest || errors > most;
    }
  }

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
}
