package org.assay.internal;

import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The normal distribution, by commons-statistics; the logarithms of its far tails by the scaled
 * complementary error function, which does not underflow.
 *
 * @param mean finite
 * @param standardDeviation above 0 and finite
 */
public record Normal(double mean, double standardDeviation) implements Distribution {
  /** Mean 0, standard deviation 1. */
  public static final Normal STANDARD = new Normal(0, 1);

  private static final NormalDistribution Z = NormalDistribution.of(0, 1);
  private static final double LOG_ROOT_TWO_PI = 0.9189385332046727;

  public Normal {
    Check.finite("mean", mean);
    Check.positive("standardDeviation", standardDeviation);
  }

  /**
   * The point of the standard normal distribution above which lies a given probability.
   *
   * @param probability in (0, 1)
   * @return z with P(Z &gt; z) = probability
   */
  public static double upper(double probability) {
    return Z.inverseSurvivalProbability(probability);
  }

  @Override
  public double logMass(double at) {
    double z = (at - mean) / standardDeviation;
    return -z * z / 2 - LOG_ROOT_TWO_PI - Math.log(standardDeviation);
  }

  @Override
  public double mass(double at) {
    return Z.density((at - mean) / standardDeviation) / standardDeviation;
  }

  @Override
  public Tails tails(double at) {
    double z = (at - mean) / standardDeviation;
    double lower = Z.cumulativeProbability(z);
    double upper = Z.survivalProbability(z);
    double far = Math.abs(z);
    double logFar = Math.log(Erfcx.value(far / Math.sqrt(2)) / 2) - far * far / 2;
    double logNear = Math.log1p(-Math.exp(logFar));
    return z > 0
        ? new Tails(lower, upper, logNear, logFar)
        : new Tails(lower, upper, logFar, logNear);
  }

  @Override
  public double quantile(double probability) {
    return mean + standardDeviation * Z.inverseCumulativeProbability(probability);
  }

  @Override
  public double upperQuantile(double probability) {
    return mean + standardDeviation * Z.inverseSurvivalProbability(probability);
  }
}
