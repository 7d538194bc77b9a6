package org.assay.internal;

/** A distribution on whole numbers, with quantiles by search from its mean and spread. */
public abstract sealed class DiscreteDistribution implements Distribution
    permits Binomial, Hypergeometric, Poisson {

  /** For the distributions of this package. */
  DiscreteDistribution() {}

  /**
   * Smallest possible value.
   *
   * @return at least 0
   */
  public abstract long minimum();

  /**
   * Largest possible value.
   *
   * @return at most 2^62
   */
  public abstract long maximum();

  /**
   * Mean.
   *
   * @return expected value
   */
  public abstract double mean();

  /**
   * Spread.
   *
   * @return standard deviation
   */
  public abstract double standardDeviation();

  /**
   * Logarithm of the probability of a value.
   *
   * @param k value
   * @return negative infinity for an impossible one
   */
  public abstract double logMass(long k);

  /**
   * Both tails at a value.
   *
   * @param k value
   * @return P(X &lt;= k) and P(X &gt; k)
   */
  public abstract Tails tails(long k);

  @Override
  public final double logMass(double at) {
    return at == Math.rint(at) ? logMass((long) at) : Double.NEGATIVE_INFINITY;
  }

  @Override
  public final Tails tails(double at) {
    return tails((long) Math.floor(at));
  }

  @Override
  public final double quantile(double probability) {
    double guess = mean() + standardDeviation() * new Normal(0, 1).quantile(probability);
    return IntegerSearch.first(
        minimum(), maximum(), (long) guess, k -> tails(k).lower() >= probability);
  }

  @Override
  public final double upperQuantile(double probability) {
    double guess = mean() + standardDeviation() * new Normal(0, 1).upperQuantile(probability);
    return IntegerSearch.first(
        minimum(), maximum(), (long) guess, k -> tails(k).upper() <= probability);
  }
}
