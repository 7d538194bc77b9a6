package org.assay.estimate;

import org.assay.estimate.RateSums.Stratum;

/**
 * The squared standard error of an estimate, and of a rate for any rate: with e = (1 - R) / W for
 * an error, -c = -R / W for a clean check, W the sum of the weights, z of a drawn unit being the
 * sum over its checks,
 *
 * <pre>{@code
 * n / (n - 1) * sum of (1 - 1/w) (z - mean z)^2,    n units sampled in the stratum, z = 0 for those
 *                                                  outside the scope
 * }</pre>
 *
 * is a quadratic form in e and c, so that the sums of many strata are three numbers, from which
 * single strata can be taken out again. A stratum with one unit has z^2 (1 - 1/w): its z is taken
 * around 0.
 */
final class StratumVariance {
  private final double finite; // 1 with the finite population correction, 0 without
  private double ee;
  private double ec; // of e c
  private double cc;

  StratumVariance(boolean isFinite) {
    finite = isFinite ? 1 : 0;
  }

  /**
   * The squared standard error that one stratum adds, for any z, with the finite population
   * correction.
   *
   * @param n units sampled in the stratum
   * @param inverse sum of 1/w over them
   * @param sum of z
   * @param finite sum of (1 - 1/w) z
   * @param squares sum of (1 - 1/w) z^2
   */
  static double of(double n, double inverse, double sum, double finite, double squares) {
    if (n == 1) {
      return squares;
    }
    double mean = sum / n;
    return n / (n - 1) * (squares - 2 * mean * finite + mean * mean * (n - inverse));
  }

  /** Adds what a stratum has, or takes it out with the sign -1. */
  void add(Stratum s, int sign) {
    if (s.errors + s.clean == 0) {
      return; // its sums are 0
    }
    double n = s.units;
    double a = s.ee2 - finite * s.ee1;
    double b = -2 * (s.ec2 - finite * s.ec1);
    double d = s.cc2 - finite * s.cc1;
    if (n > 1) {
      // mean z = (E e - C c) / n; sum of (1 - 1/w) z = (E - k) e - (C - l) c
      double x = s.errorWeight;
      double y = s.cleanWeight;
      double u = x - finite * s.errors;
      double v = y - finite * s.clean;
      double rest = (n - finite * s.inverse) / (n * n);
      double small = n / (n - 1);
      a = small * (a - 2 * x * u / n + x * x * rest);
      b = small * (b + 2 * (x * v + y * u) / n - 2 * x * y * rest);
      d = small * (d - 2 * y * v / n + y * y * rest);
    }
    ee += sign * a;
    ec += sign * b;
    cc += sign * d;
  }

  /** Adds the sums of another. */
  void add(StratumVariance other) {
    ee += other.ee;
    ec += other.ec;
    cc += other.cc;
  }

  /** The squared standard error at a rate over a sum of weights, not below 0. */
  double at(double rate, double weight) {
    double e = (1 - rate) / weight;
    double c = rate / weight;
    return Math.max(0, ee * e * e + ec * e * c + cc * c * c);
  }
}
