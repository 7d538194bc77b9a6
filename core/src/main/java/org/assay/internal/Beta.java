package org.assay.internal;

/**
 * The beta distribution.
 *
 * @param alpha first shape, above 0 and finite
 * @param beta second shape, above 0 and finite
 */
public record Beta(double alpha, double beta) implements Distribution {
  public Beta {
    Check.positive("alpha", alpha);
    Check.positive("beta", beta);
  }

  @Override
  public double logMass(double at) {
    if (at < 0 || at > 1) {
      return Double.NEGATIVE_INFINITY;
    }
    if (at == 0) {
      return edge(alpha, beta);
    }
    if (at == 1) {
      return edge(beta, alpha);
    }
    return IncompleteBeta.logPrefix(alpha, beta, at, 1 - at, difference(at))
        - Math.log(at)
        - Math.log1p(-at);
  }

  @Override
  public Tails tails(double at) {
    return IncompleteBeta.tails(alpha, beta, at, 1 - at, difference(at));
  }

  @Override
  public double quantile(double probability) {
    return quantile(probability, false);
  }

  @Override
  public double upperQuantile(double probability) {
    return quantile(probability, true);
  }

  private double quantile(double probability, boolean upper) {
    double mean = alpha / (alpha + beta);
    return Math.min(1, Math.exp(Distribution.logQuantile(this::tails, probability, upper, mean)));
  }

  // alpha (1 - x) - beta x = alpha - (alpha + beta) x; what the sum loses is put back
  private double difference(double x) {
    double sum = alpha + beta;
    double lost = Math.min(alpha, beta) - (sum - Math.max(alpha, beta));
    return Math.fma(-sum, x, alpha) - lost * x;
  }

  // density at the end that belongs to the first shape
  private static double edge(double own, double other) {
    return own < 1
        ? Double.POSITIVE_INFINITY
        : own > 1 ? Double.NEGATIVE_INFINITY : Math.log(other);
  }
}
