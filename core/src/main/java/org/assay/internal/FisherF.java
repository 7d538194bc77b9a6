package org.assay.internal;

/**
 * The F distribution.
 *
 * @param numerator degrees of freedom of the numerator, above 0 and finite
 * @param denominator degrees of freedom of the denominator, above 0 and finite
 */
public record FisherF(double numerator, double denominator) implements Distribution {
  public FisherF {
    Check.positive("numerator", numerator);
    Check.positive("denominator", denominator);
  }

  @Override
  public double logMass(double at) {
    if (at < 0 || at == 0 && numerator > 2) {
      return Double.NEGATIVE_INFINITY;
    }
    if (at == 0) {
      return numerator < 2 ? Double.POSITIVE_INFINITY : 0;
    }
    double scale = numerator * at + denominator;
    return IncompleteBeta.logPrefix(
            numerator / 2, denominator / 2, numerator * at / scale, denominator / scale, gap(at))
        - Math.log(at);
  }

  @Override
  public Tails tails(double at) {
    if (at <= 0) {
      return Tails.NONE;
    }
    if (at == Double.POSITIVE_INFINITY) {
      return Tails.ALL;
    }
    double scale = numerator * at + denominator;
    return IncompleteBeta.tails(
        numerator / 2, denominator / 2, numerator * at / scale, denominator / scale, gap(at));
  }

  @Override
  public double quantile(double probability) {
    return Math.exp(Distribution.logQuantile(this::tails, probability, false, 1));
  }

  @Override
  public double upperQuantile(double probability) {
    return Math.exp(Distribution.logQuantile(this::tails, probability, true, 1));
  }

  private double gap(double at) {
    return numerator * (denominator / 2) * (1 - at) / (numerator * at + denominator);
  }
}
