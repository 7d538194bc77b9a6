package org.assay.internal;

/**
 * Logarithms of binomial and Poisson probabilities, for real counts, by saddle-point expansion.
 *
 * <p>Differences of log-gamma values lose all digits for large counts (log 10^9! is 2e10, so that
 * one unit in its last place is 4e-6). Writing the factorials by Stirling's formula leaves only the
 * remainders, which are small, and the deviances, which are differences known exactly: relative
 * error about 1e-15 (1 + |log probability|).
 *
 * <p>Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 */
final class Saddle {
  private static final double TWO_PI = 2 * Math.PI;
  private static final int TABLED = 32; // remainders of 1/2, 1, 3/2, ... 16
  private static final double[] REMAINDER = new double[TABLED + 1];

  static {
    for (int i = 1; i <= TABLED; i++) {
      REMAINDER[i] = remainder(i / 2.0);
    }
  }

  private Saddle() {}

  /** log Gamma(z) - ((z - 1/2) log z - z + log(2 pi) / 2), for z above 0. */
  static double stirlingRemainder(double z) {
    double twice = 2 * z;
    return twice <= TABLED && twice == Math.rint(twice) ? REMAINDER[(int) twice] : remainder(z);
  }

  private static double remainder(double z) {
    double sum = 0;
    double x = z;
    for (; x < 16; x++) { // Gamma(x + 1) = x Gamma(x)
      sum += (x + 0.5) * Math.log1p(1 / x) - 1;
    }
    double r = 1 / (x * x); // Abramowitz and Stegun 6.1.41
    return sum
        + (1.0 / 12
                - r
                    * (1.0 / 360
                        - r
                            * (1.0 / 1260
                                - r * (1.0 / 1680 - r * (1.0 / 1188 - r * 691.0 / 360360)))))
            / x;
  }

  /**
   * x log(x / m) - (x - m), at least 0, for x at least 0 and m above 0.
   *
   * @param difference x - m, which the caller knows to more digits than the two have
   */
  static double deviance(double x, double m, double difference) {
    if (x == 0) {
      return m;
    }
    double v = difference / (x + m);
    if (Math.abs(v) > 0.3) {
      return x * (Math.log(x) - Math.log(m)) - difference;
    }
    double square = v * v;
    double power = v;
    double sum = 0;
    for (int k = 3; k < 100; k += 2) { // log(x / m) = 2 artanh(v)
      power *= square;
      double before = sum;
      sum += power / k;
      if (sum == before) {
        break;
      }
    }
    return difference * v + 2 * x * sum;
  }

  /**
   * log of Gamma(n+1) / (Gamma(x+1) Gamma(n-x+1)) p^x q^(n-x) for 0 &lt; x &lt; n and n = x + rest.
   *
   * @param difference x - n p
   */
  static double logBinomial(double x, double rest, double p, double q, double difference) {
    double n = x + rest;
    return stirlingRemainder(n)
        - stirlingRemainder(x)
        - stirlingRemainder(rest)
        - deviance(x, n * p, difference)
        - deviance(rest, n * q, -difference)
        - 0.5 * Math.log(TWO_PI * x * (rest / n));
  }

  /** log of m^x e^-m / Gamma(x + 1), for x at least 0 and m above 0. */
  static double logPoisson(double x, double m) {
    if (x == 0) {
      return -m;
    }
    return -stirlingRemainder(x) - deviance(x, m, x - m) - 0.5 * Math.log(TWO_PI * x);
  }
}
