package org.assay.drift;

import java.util.List;

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
}
