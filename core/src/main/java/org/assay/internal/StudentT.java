package org.assay.internal;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's t distribution.
 *
 * <p>The density is that of commons-statistics; its quantiles stop at an absolute accuracy and its
 * tails have no logarithm, so those are our own.
 *
 * @param degreesOfFreedom above 0 and finite
 */
public record StudentT(double degreesOfFreedom) implements Distribution {
  private static final double LOG_TWO = 0.6931471805599453;

  public StudentT {
    Check.positive("degreesOfFreedom", degreesOfFreedom);
  }

  @Override
  public double logMass(double at) {
    return TDistribution.of(degreesOfFreedom).logDensity(at);
  }

  @Override
  public Tails tails(double at) {
    if (at == 0) {
      return Tails.ofLogLower(-LOG_TWO);
    }
    double v = degreesOfFreedom;
    double square = at * at;
    Tails both =
        IncompleteBeta.tails(
            v / 2,
            0.5,
            v / (v + square),
            square / (v + square),
            v / 2 * ((square - 1) / (v + square)));
    double logTail = both.logLower() - LOG_TWO;
    return at > 0 ? Tails.ofLogUpper(logTail) : Tails.ofLogLower(logTail);
  }

  @Override
  public double quantile(double probability) {
    return -upperQuantile(probability);
  }

  @Override
  public double upperQuantile(double probability) {
    if (probability > 0.5) { // 1 - probability is exact here
      return -upperQuantile(1 - probability);
    }
    return probability == 0.5
        ? 0
        : Math.exp(Distribution.logQuantile(this::tails, probability, true, 1));
  }
}
