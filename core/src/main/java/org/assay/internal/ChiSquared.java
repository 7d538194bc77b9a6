package org.assay.internal;

/**
 * The chi-squared distribution.
 *
 * @param degreesOfFreedom above 0 and finite
 */
public record ChiSquared(double degreesOfFreedom) implements Distribution {
  public ChiSquared {
    Check.positive("degreesOfFreedom", degreesOfFreedom);
  }

  @Override
  public double logMass(double at) {
    if (at < 0 || at == 0 && degreesOfFreedom > 2) {
      return Double.NEGATIVE_INFINITY;
    }
    if (at == 0) {
      return degreesOfFreedom < 2 ? Double.POSITIVE_INFINITY : Math.log(0.5);
    }
    double half = degreesOfFreedom / 2;
    return Saddle.logPoisson(half, at / 2) + Math.log(half) - Math.log(at);
  }

  @Override
  public Tails tails(double at) {
    return IncompleteGamma.tails(degreesOfFreedom / 2, at / 2);
  }

  @Override
  public double quantile(double probability) {
    return Math.exp(Distribution.logQuantile(this::tails, probability, false, degreesOfFreedom));
  }

  @Override
  public double upperQuantile(double probability) {
    return Math.exp(Distribution.logQuantile(this::tails, probability, true, degreesOfFreedom));
  }
}
