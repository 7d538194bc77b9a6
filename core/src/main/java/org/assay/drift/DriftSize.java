package org.assay.drift;

import org.assay.internal.Check;
import org.assay.internal.IntegerSearch;
import org.assay.plan.SampleSize;

/**
 * How many checks per period it takes to notice a change of an error rate in time.
 *
 * <p>The smallest n for which the exactly designed Bernoulli CUSUM of {@link CusumDesign}, fed with
 * n checks per period, signals falsely in at most a given share of periods (average run length at
 * {@code from} at least n / falseAlarmRate checks), and after a change to {@code to} at its start
 * signals within the delay on average (average run length at {@code to} at most delay n checks).
 * Every check counts, so a signal comes at once and not at the end of a period.
 *
 * <p><b>Cost.</b> Some dozen charts, each O(limit x step).
 */
public final class DriftSize {
  private static final int MOST = 1_000_000;

  private DriftSize() {}

  /**
   * Checks a period.
   *
   * @param from usual error rate, in (0, 1)
   * @param to rate to notice, in (0, 1), above or below
   * @param delay average number of periods until the signal, at least 1 check long
   * @param falseAlarmRate false signals per period, in (0, 1)
   * @return the number and the average delay in periods that it gives
   * @throws IllegalArgumentException if an argument is outside its range, or a million checks a
   *     period are not enough
   */
  public static SampleSize checksPerPeriod(
      double from, double to, double delay, double falseAlarmRate) {
    Check.openUnit("from", from);
    Check.openUnit("to", to);
    Check.positive("delay", delay);
    Check.openUnit("falseAlarmRate", falseAlarmRate);
    long n =
        IntegerSearch.first(1, MOST, 10, k -> delayInPeriods(from, to, falseAlarmRate, k) <= delay);
    if (n > MOST) {
      throw new IllegalArgumentException(
          "delay must be reachable with " + MOST + " checks per period, got " + delay);
    }
    return new SampleSize(n, delayInPeriods(from, to, falseAlarmRate, n));
  }

  private static double delayInPeriods(double from, double to, double falseAlarmRate, long n) {
    return CusumDesign.of(from, to, n / falseAlarmRate).averageRunLength(to) / n;
  }
}
