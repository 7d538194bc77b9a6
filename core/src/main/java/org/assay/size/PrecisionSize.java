package org.assay.size;

import org.assay.internal.Check;
import org.assay.internal.IntegerSearch;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.ProportionInterval;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.plan.SampleSize;
import org.assay.result.Interval;

/**
 * The smallest sample whose two-sided interval is short enough.
 *
 * <p>A sample of n finds a whole number of errors. So n is enough when the interval has the
 * half-width at both whole numbers next to rate times n, not at the product itself, for which no
 * interval will ever be printed. Half-width is (upper - lower) / 2.
 *
 * <p><b>Cost.</b> Two intervals for each n that is tried: some dozen, and twice 1 / rate of them,
 * over which widths go up and down with rounding. <b>Differs from</b> R's presize, which takes rate
 * times n as it is, and samplingbook, which drops the finite population at rates below 0.1.
 */
public final class PrecisionSize {
  private static final long MOST = 1_000_000_000;
  private static final long MOST_BACK = 4_000;

  /** Half-width of an interval at a number of errors and checks. */
  @FunctionalInterface
  private interface HalfWidth {
    double at(long errors, long checked);
  }

  private PrecisionSize() {}

  /**
   * For a stream without end.
   *
   * @param method of the interval
   * @param rate expected error rate, in [0, 1]
   * @param halfWidth largest half-width, in (0, 0.5)
   * @param confidenceLevel in (0, 1)
   * @return the size and the larger of the two half-widths there
   * @throws IllegalArgumentException if an argument is outside its range or 10^9 checks are not
   *     enough
   */
  public static SampleSize of(
      ProportionInterval method, double rate, double halfWidth, double confidenceLevel) {
    Check.openUnit("confidenceLevel", confidenceLevel);
    return smallest(MOST, rate, halfWidth, (x, n) -> half(method.of(x, n, confidenceLevel)));
  }

  /**
   * For a lot, with an interval made for streams: n checks of N count as n (N - 1) / (N - n)
   * independent ones, which have the same variance.
   *
   * @param method of the interval; not BLAKER or MID_P, which need whole counts
   * @param rate expected error rate, in [0, 1]
   * @param halfWidth largest half-width, in (0, 0.5)
   * @param confidenceLevel in (0, 1)
   * @param lotSize N, at least 1
   * @return the size and the larger of the two half-widths there
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static SampleSize of(
      ProportionInterval method,
      double rate,
      double halfWidth,
      double confidenceLevel,
      long lotSize) {
    Check.openUnit("confidenceLevel", confidenceLevel);
    Check.atLeast("lotSize", 1, lotSize);
    return smallest(
        lotSize,
        rate,
        halfWidth,
        (x, n) -> {
          if (n == lotSize) {
            return 0;
          }
          double effective = n * ((lotSize - 1.0) / (lotSize - n));
          double errors = effective * ((double) x / n);
          return half(method.ofEffective(errors, effective, confidenceLevel, Sides.TWO));
        });
  }

  /**
   * For a lot, with exact limits.
   *
   * @param rate expected error rate, in [0, 1]
   * @param halfWidth largest half-width, in (0, 0.5)
   * @param confidenceLevel in (0, 1)
   * @param lotSize items in the lot
   * @return the size and the larger of the two half-widths there
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static SampleSize inLot(
      double rate, double halfWidth, double confidenceLevel, long lotSize) {
    Check.openUnit("confidenceLevel", confidenceLevel);
    return smallest(
        lotSize,
        rate,
        halfWidth,
        (x, n) -> half(FiniteLotBound.of(x, n, lotSize, confidenceLevel, Sides.TWO).asRate()));
  }

  private static double half(Interval interval) {
    return interval.width() / 2;
  }

  private static SampleSize smallest(long most, double rate, double halfWidth, HalfWidth width) {
    Check.closedUnit("rate", rate);
    if (!(halfWidth > 0 && halfWidth < 0.5)) {
      throw new IllegalArgumentException("halfWidth must be in (0, 0.5), got " + halfWidth);
    }
    long guess =
        Math.min(most, (long) (Math.max(rate * (1 - rate), 0.01) * 4 / halfWidth / halfWidth));
    long n = IntegerSearch.first(1, most, guess, k -> widest(width, rate, k) <= halfWidth);
    if (n > most) {
      throw new IllegalArgumentException(
          "halfWidth must be reachable with " + most + " checks, got " + halfWidth);
    }
    double rare = Math.min(rate, 1 - rate);
    long back = rare == 0 ? 1 : (long) Math.min(MOST_BACK, 2 * Math.ceil(1 / rare));
    for (long k = n - 1; k >= Math.max(1, n - back); k--) {
      n = widest(width, rate, k) <= halfWidth ? k : n;
    }
    return new SampleSize(n, widest(width, rate, n));
  }

  private static double widest(HalfWidth width, double rate, long n) {
    double errors = rate * n;
    double nearest = Math.rint(errors);
    if (Math.abs(errors - nearest) < 1e-9 * n) { // 0.07 * 100 is 7
      return width.at((long) nearest, n);
    }
    return Math.max(width.at((long) Math.floor(errors), n), width.at((long) Math.ceil(errors), n));
  }
}
