package org.assay.interval;

import org.assay.internal.Check;
import org.assay.internal.Normal;
import org.assay.internal.Risk;
import org.assay.internal.StudentT;
import org.assay.result.Interval;

/**
 * Two-sided intervals of a rate that is known by its estimate and standard error, as a survey's is.
 * Limits are clipped to [0, 1].
 */
public final class RateInterval {
  private RateInterval() {}

  /**
   * Estimate plus and minus z standard errors. Too short at few errors; at none it is a point.
   *
   * @param rate in [0, 1]
   * @param standardError at least 0
   * @param confidenceLevel in (0, 1)
   * @return the interval, method {@code normal}
   */
  public static Interval normal(double rate, double standardError, double confidenceLevel) {
    double z = Normal.upper(tail(confidenceLevel));
    return around(rate, z * standardError, confidenceLevel, "normal");
  }

  /**
   * Estimate plus and minus t standard errors.
   *
   * @param rate in [0, 1]
   * @param standardError at least 0
   * @param degreesOfFreedom at least 1; checks less strata
   * @param confidenceLevel in (0, 1)
   * @return the interval, method {@code t}
   */
  public static Interval student(
      double rate, double standardError, long degreesOfFreedom, double confidenceLevel) {
    double t = t(degreesOfFreedom, tail(confidenceLevel));
    return around(rate, t * standardError, confidenceLevel, "t");
  }

  /**
   * Clopper-Pearson limits at the effective sample size
   *
   * <pre>{@code
   * n* = R (1 - R) / SE^2 * (t_{checked - 1} / t_{degreesOfFreedom})^2
   * }</pre>
   *
   * or, at a rate of 0 or 1, where there is no standard error to go by, at {@code checked}.
   *
   * <p>For comparison with other software, not for a claim: with few errors it falls far below its
   * confidence (65.8 % for 95 % in {@code bench/results/design-rate-coverage.md}); {@link
   * WeightedClopperPearson} has bounds that held in every design tried there.
   *
   * <p><b>Source.</b> Korn and Graubard (1998), Survey Methodology 24, 193-201. <b>Agrees with</b>
   * R {@code svyciprop(method = "beta")}, which has no answer at 0.
   *
   * @param rate in [0, 1]
   * @param standardError at least 0; 0 means the rate is known
   * @param checked number of checks, at least 2
   * @param degreesOfFreedom at least 1; checks less strata
   * @param confidenceLevel in (0, 1)
   * @return the interval, method {@code kornGraubard}
   */
  public static Interval kornGraubard(
      double rate,
      double standardError,
      long checked,
      long degreesOfFreedom,
      double confidenceLevel) {
    double tail = tail(confidenceLevel);
    boolean inside = rate > 0 && rate < 1;
    if (inside && standardError == 0) {
      return around(rate, 0, confidenceLevel, "kornGraubard");
    }
    double n = checked;
    if (inside) {
      double ratio = t(Math.max(1, checked - 1), tail) / t(degreesOfFreedom, tail);
      n = rate * (1 - rate) / (standardError * standardError) * ratio * ratio;
    }
    return new Interval(
        EffectiveClopperPearson.lower(n * rate, n, Risk.complement(tail)),
        EffectiveClopperPearson.upper(n * rate, n, Risk.complement(tail)),
        confidenceLevel,
        "kornGraubard");
  }

  private static double tail(double confidenceLevel) {
    return Risk.half(Check.openUnit("confidenceLevel", confidenceLevel));
  }

  private static double t(long degreesOfFreedom, double tail) {
    Check.atLeast("degreesOfFreedom", 1, degreesOfFreedom);
    return new StudentT(degreesOfFreedom).upperQuantile(tail);
  }

  private static Interval around(double rate, double half, double confidenceLevel, String method) {
    return Interval.within(0, 1, rate - half, rate + half, confidenceLevel, method);
  }
}
