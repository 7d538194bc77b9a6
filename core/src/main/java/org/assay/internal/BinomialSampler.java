package org.assay.internal;

import java.util.random.RandomGenerator;

/**
 * Draws from binomial distributions, each in constant time: by inversion while the mean is small,
 * else by Hörmann's transformed rejection with squeeze (BTRS).
 *
 * <p>Hörmann (1993), The generation of binomial random variates, Journal of Statistical Computation
 * and Simulation 46, 101-110.
 */
public final class BinomialSampler {
  private static final double SMALL_MEAN = 10;

  private BinomialSampler() {}

  /**
   * Draws a number of successes.
   *
   * @param trials at least 0, at most 2^53
   * @param probability in [0, 1]
   * @param random source of randomness
   * @return in [0, trials]
   */
  public static long sample(long trials, double probability, RandomGenerator random) {
    if (trials == 0 || probability <= 0) {
      return 0;
    }
    if (probability >= 1) {
      return trials;
    }
    if (probability > 0.5) {
      return trials - sample(trials, 1 - probability, random);
    }
    return trials * probability < SMALL_MEAN
        ? invert(trials, probability, random)
        : reject(trials, probability, random);
  }

  private static long invert(long trials, double p, RandomGenerator random) {
    double odds = p / (1 - p);
    double none = Math.exp(trials * Math.log1p(-p));
    while (true) {
      double u = random.nextDouble();
      double mass = none;
      for (long k = 0; k <= trials; k++) {
        if (u < mass) {
          return k;
        }
        u -= mass;
        mass *= (trials - k) * odds / (k + 1);
        if (mass < 1e-300) {
          break; // u fell into the rounding of the far tail; draw again
        }
      }
    }
  }

  // Names as in the paper.
  private static long reject(long n, double p, RandomGenerator random) {
    double npq = n * p * (1 - p);
    double spq = Math.sqrt(npq);
    double b = 1.15 + 2.53 * spq;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double c = n * p + 0.5;
    double vr = 0.92 - 4.2 / b;
    while (true) {
      double v = random.nextDouble();
      double u = random.nextDouble() - 0.5;
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + c);
      if (us >= 0.07 && v <= vr) {
        return (long) k;
      }
      if (!(k >= 0 && k <= n)) {
        continue;
      }
      double alpha = (2.83 + 5.1 / b) * spq;
      double logV = Math.log(v * alpha / (a / (us * us) + b));
      if (isBelow(logV, k, (double) n, p, npq)) {
        return (long) k;
      }
    }
  }

  /** Whether a number is at most the log of the probability of k over that of the mode. */
  private static boolean isBelow(double logV, double k, double n, double p, double npq) {
    double m = Math.floor((n + 1) * p);
    double distance = Math.abs(k - m);
    if (distance < npq / 2 - 1) { // mostly settled without the four logarithms
      double t = -distance * distance / (2 * npq);
      double rho = squeeze(distance, npq);
      if (logV < t - rho) {
        return true;
      }
      if (logV > t + rho) {
        return false;
      }
    }
    return logV <= logRatio(k, m, n, p);
  }

  /**
   * How far the log of the ratio may be from -distance^2 / (2 npq), while the distance from the
   * mode is below npq / 2 - 1 (Kachitvichyanukul and Schmeiser 1988, Communications of the ACM 31,
   * 216-222, step 5.2).
   */
  static double squeeze(double distance, double npq) {
    return distance / npq * (((distance / 3 + 0.625) * distance + 1.0 / 6) / npq + 0.5);
  }

  /** Log of the probability of k over that of m. */
  static double logRatio(double k, double m, double n, double p) {
    double r = p / (1 - p);
    return (m + 0.5) * Math.log((m + 1) / (r * (n - m + 1)))
        + (n + 1) * Math.log((n - m + 1) / (n - k + 1))
        + (k + 0.5) * Math.log(r * (n - k + 1) / (k + 1))
        + correction(m)
        + correction(n - m)
        - correction(k)
        - correction(n - k);
  }

  // log k! minus (k + 1/2) log(k + 1) - (k + 1) + log sqrt(2 pi)
  private static double correction(double k) {
    if (k < 10) {
      double logFactorial = 0;
      for (int i = 2; i <= k; i++) {
        logFactorial += Math.log(i);
      }
      return logFactorial - ((k + 0.5) * Math.log(k + 1) - (k + 1) + 0.5 * Math.log(2 * Math.PI));
    }
    double x = k + 1;
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / (x * x)) / (x * x)) / x;
  }
}
