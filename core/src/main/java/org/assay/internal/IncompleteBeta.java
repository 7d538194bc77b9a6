package org.assay.internal;

/**
 * The regularised incomplete beta function I_x(a, b), on which the binomial, beta, t and F tails
 * stand, for shapes from far below 1 to 10^9.
 *
 * <p>Prefix by {@link Saddle}, times the continued fraction of DiDonato and Morris (1992), TOMS 18,
 * 360-373, equation (9), for the smaller tail. Its terms need a y - b x, which the caller gives
 * exactly. Cost: O(sqrt(max(a, b))) next to the mean, a dozen terms in the tails.
 */
final class IncompleteBeta {
  private static final int LIMIT = 10_000_000;

  private IncompleteBeta() {}

  /**
   * I_x(a, b) as the lower tail.
   *
   * @param a first shape, above 0
   * @param b second shape, above 0
   * @param x point in [0, 1]
   * @param y 1 - x, without loss of digits
   * @param difference a y - b x, without loss of digits
   */
  static Tails tails(double a, double b, double x, double y, double difference) {
    if (x <= 0) {
      return Tails.NONE;
    }
    if (y <= 0) {
      return Tails.ALL;
    }
    return difference >= 0
        ? Tails.ofLogLower(logLower(a, b, x, y, difference))
        : Tails.ofLogUpper(logLower(b, a, y, x, -difference));
  }

  /** log of x^a y^b / B(a, b). */
  static double logPrefix(double a, double b, double x, double y, double difference) {
    return Saddle.logBinomial(a, b, x, y, difference) + Math.log(a) + Math.log(b / (a + b));
  }

  private static double logLower(double a, double b, double x, double y, double difference) {
    double prefix = logPrefix(a, b, x, y, difference);
    double f = a / (a + 1) * (difference + 1);
    double c = f;
    double d = 0;
    for (int m = 1; m < LIMIT; m++) { // modified Lentz
      double w = a + 2 * m - 1;
      double step = m * (b - m) * x;
      double numerator = (a + m - 1) / w * ((a + b + m - 1) / w) * step * x;
      double denominator = m + step / w + (a + m) / (w + 2) * (difference + 1 + m * (1 + y));
      d = 1 / (denominator + numerator * d);
      c = denominator + numerator / c;
      double factor = c * d;
      f *= factor;
      if (Math.abs(factor - 1) < 1e-16) {
        break;
      }
    }
    return prefix - Math.log(f);
  }
}
