package org.assay.internal;

/** Number of errors among n independent checks, each with probability p. */
public final class Binomial extends DiscreteDistribution {
  private final long n;
  private final double count; // n
  private final double p;
  private final double q;

  /**
   * A binomial distribution.
   *
   * @param n number of checks, in [0, 2^52]
   * @param p probability of an error, in [0, 1]
   */
  public Binomial(long n, double p) {
    this.n = Check.range("n", 0, 1L << 52, n);
    this.count = (double) n;
    this.p = Check.closedUnit("p", p);
    this.q = 1 - p;
  }

  /**
   * The tails for counts that need not be whole, as of an effective sample.
   *
   * <p>P(X &lt;= x) = I_(1-p)(n - x, x + 1), which is the binomial sum for whole numbers.
   *
   * @param n effective number of checks, above 0
   * @param p probability of an error, in [0, 1]
   * @param x number of errors, in (-1, n]
   * @return P(X &lt;= x) and P(X &gt;= x + 1)
   */
  public static Tails realTails(double n, double p, double x) {
    if (x >= n) {
      return Tails.ALL;
    }
    if (x <= -1) {
      return Tails.NONE;
    }
    // (n - x) p - (x + 1) (1 - p) = (n + 1) p - (x + 1), with one rounding
    return IncompleteBeta.tails(n - x, x + 1, 1 - p, p, Math.fma(n + 1, p, -(x + 1)));
  }

  @Override
  public long minimum() {
    return 0;
  }

  @Override
  public long maximum() {
    return n;
  }

  @Override
  public double mean() {
    return n * p;
  }

  @Override
  public double standardDeviation() {
    return Math.sqrt(n * p * q);
  }

  @Override
  public double logMass(long k) {
    if (k < 0 || k > n) {
      return Double.NEGATIVE_INFINITY;
    }
    if (k == 0) {
      return n == 0 ? 0 : count * Math.log1p(-p);
    }
    if (k == n) {
      return count * Math.log(p);
    }
    if (p == 0 || p == 1) {
      return Double.NEGATIVE_INFINITY;
    }
    return Saddle.logBinomial((double) k, (double) (n - k), p, q, Math.fma(-count, p, (double) k));
  }

  @Override
  public Tails tails(long k) {
    return k < 0 ? Tails.NONE : realTails(count, p, (double) k);
  }
}
