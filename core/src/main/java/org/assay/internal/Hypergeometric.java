package org.assay.internal;

/**
 * Number of defective items among n drawn without replacement from a lot.
 *
 * <p>Probabilities by {@link Saddle} with exact integer deviances; tails by summing outward from
 * the point, the terms following from each other by a ratio, until they no longer count. Cost: O(1)
 * per probability, O(standard deviation) per tail. Lots up to {@value #LARGEST}.
 */
public final class Hypergeometric extends DiscreteDistribution {
  /** Largest lot: the product of two numbers up to it fits a long. */
  public static final long LARGEST = 3_000_000_000L;

  private static final double ENOUGH = 1e-18;

  private final long lot;
  private final long defective;
  private final long drawn;

  /**
   * A hypergeometric distribution.
   *
   * @param populationSize items in the lot, in [1, {@value #LARGEST}]
   * @param defective defective items in it, in [0, populationSize]
   * @param n items drawn, in [0, populationSize]
   */
  public Hypergeometric(long populationSize, long defective, long n) {
    this.lot = Check.range("populationSize", 1, LARGEST, populationSize);
    this.defective = Check.range("defective", 0, populationSize, defective);
    this.drawn = Check.range("n", 0, populationSize, n);
  }

  @Override
  public long minimum() {
    return Math.max(0, drawn + defective - lot);
  }

  @Override
  public long maximum() {
    return Math.min(drawn, defective);
  }

  /**
   * Likeliest value; the larger one of two.
   *
   * @return in [minimum, maximum]
   */
  public long mode() {
    return (drawn + 1) * (defective + 1) / (lot + 2);
  }

  @Override
  public double mean() {
    return (double) drawn * defective / lot;
  }

  @Override
  public double standardDeviation() {
    return lot == 1 ? 0 : Math.sqrt(mean() * (lot - defective) / lot * (lot - drawn) / (lot - 1.0));
  }

  @Override
  public double logMass(long k) {
    if (k < minimum() || k > maximum()) {
      return Double.NEGATIVE_INFINITY;
    }
    double log = logSaddle(k);
    return log > -0.1 ? Math.log1p(-sumBelow(k) - sumAbove(k)) : log; // next to certain
  }

  @Override
  public Tails tails(long k) {
    if (k < minimum()) {
      return Tails.NONE;
    }
    if (k >= maximum()) {
      return Tails.ALL;
    }
    if (k < mode()) { // below the mode: terms fall downwards
      double relative = 1 + descending(k);
      return Tails.ofLogLower(logSaddle(k) + Math.log(relative));
    }
    double relative = 1 + ascending(k + 1);
    return Tails.ofLogUpper(logSaddle(k + 1) + Math.log(relative));
  }

  private double sumBelow(long k) {
    return k == minimum() ? 0 : Math.exp(logSaddle(k - 1)) * (1 + descending(k - 1));
  }

  private double sumAbove(long k) {
    return k == maximum() ? 0 : Math.exp(logSaddle(k + 1)) * (1 + ascending(k + 1));
  }

  // (P(k-1) + P(k-2) + ...) / P(k)
  private double descending(long k) {
    double sum = 0;
    double term = 1;
    for (long j = k; j > minimum() && term > sum * ENOUGH; j--) {
      term *=
          (double) j
              / (defective - j + 1)
              * ((double) (lot - defective - drawn + j) / (drawn - j + 1));
      sum += term;
    }
    return sum;
  }

  // (P(k+1) + P(k+2) + ...) / P(k)
  private double ascending(long k) {
    double sum = 0;
    double term = 1;
    for (long j = k; j < maximum() && term > sum * ENOUGH; j++) {
      term *=
          (double) (defective - j)
              / (j + 1)
              * ((double) (drawn - j) / (lot - defective - drawn + j + 1));
      sum += term;
    }
    return sum;
  }

  // C(K,k) C(N-K,n-k) / C(N,n), each factor as a binomial probability with p = n / N
  private double logSaddle(long k) {
    double p = (double) drawn / lot;
    double q = (double) (lot - drawn) / lot;
    double difference = (double) (k * lot - defective * drawn) / lot; // k - K p, exact until here
    return log(k, defective - k, p, q, difference)
        + log(drawn - k, lot - defective - drawn + k, p, q, -difference)
        - log(drawn, lot - drawn, p, q, 0);
  }

  private static double log(long x, long rest, double p, double q, double difference) {
    if (x == 0) {
      return rest == 0 ? 0 : rest * (p < 0.5 ? Math.log1p(-p) : Math.log(q));
    }
    if (rest == 0) {
      return x * (q < 0.5 ? Math.log1p(-q) : Math.log(p));
    }
    return Saddle.logBinomial((double) x, (double) rest, p, q, difference);
  }
}
