package org.assay.interval;

import org.assay.internal.Normal;

/** Closed formulas that stand on the normal distribution; see {@link ProportionInterval}. */
final class ScoreLimits {
  private ScoreLimits() {}

  static double[] wald(double x, double n, double tail) {
    return around(x, n, Normal.upper(tail));
  }

  static double[] agrestiCoull(double x, double n, double tail) {
    double z = Normal.upper(tail);
    return around(x + z * z / 2, n + z * z, z);
  }

  private static double[] around(double x, double n, double z) {
    double p = x / n;
    double half = z * Math.sqrt(p * (1 - p) / n);
    return new double[] {Math.max(0, p - half), Math.min(1, p + half)};
  }

  static double[] wilson(double x, double n, double tail) {
    double z = Normal.upper(tail);
    double square = z * z;
    double half = z * Math.sqrt(x * (n - x) / n + square / 4);
    double upper = Math.min(1, (x + square / 2 + half) / (n + square));
    // The limits are the roots of a quadratic; their product has no cancellation at few errors.
    return new double[] {x == 0 ? 0 : x / n * x / (n + square) / upper, x == n ? 1 : upper};
  }

  static double[] wilsonCc(double x, double n, double tail) {
    double z = Normal.upper(tail);
    double square = z * z;
    double scale = 2 * (n + square);
    double down = z * Math.sqrt(square - 2 - 1 / n + 4 * x / n * (n - x + 1));
    double up = z * Math.sqrt(square + 2 - 1 / n + 4 * x / n * (n - x - 1));
    return new double[] {
      x == 0 ? 0 : Math.max(0, (2 * x + square - 1 - down) / scale),
      x == n ? 1 : Math.min(1, (2 * x + square + 1 + up) / scale)
    };
  }
}
