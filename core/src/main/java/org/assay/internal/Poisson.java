package org.assay.internal;

/** Number of rare events with a given mean. */
public final class Poisson extends DiscreteDistribution {
  private final double mean;

  /**
   * A Poisson distribution.
   *
   * @param mean expected number, above 0 and finite
   */
  public Poisson(double mean) {
    this.mean = Check.positive("mean", mean);
  }

  @Override
  public long minimum() {
    return 0;
  }

  @Override
  public long maximum() {
    return 1L << 62;
  }

  @Override
  public double mean() {
    return mean;
  }

  @Override
  public double standardDeviation() {
    return Math.sqrt(mean);
  }

  @Override
  public double logMass(long k) {
    return k < 0 ? Double.NEGATIVE_INFINITY : Saddle.logPoisson((double) k, mean);
  }

  @Override
  public Tails tails(long k) {
    return k < 0 ? Tails.NONE : IncompleteGamma.tails(k + 1.0, mean).swapped();
  }
}
