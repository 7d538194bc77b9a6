package org.assay.internal;

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x), on which the Poisson and
 * chi-squared tails stand.
 *
 * <p>Prefix by {@link Saddle}; series for P below a + 1, Legendre's continued fraction for Q above
 * (Abramowitz and Stegun 6.5.29 and 6.5.31). Cost: O(sqrt(a)) next to the mean.
 */
final class IncompleteGamma {
  private static final int LIMIT = 10_000_000;

  private IncompleteGamma() {}

  /** P(a, x) as the lower tail, for a above 0. */
  static Tails tails(double a, double x) {
    if (x <= 0) {
      return Tails.NONE;
    }
    double term = Saddle.logPoisson(a, x);
    return x < a + 1
        ? Tails.ofLogLower(term + Math.log(series(a, x)))
        : Tails.ofLogUpper(term + Math.log(a / fraction(a, x)));
  }

  private static double series(double a, double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; k < LIMIT && term > sum * 1e-17; k++) {
      term *= x / (a + k);
      sum += term;
    }
    return sum;
  }

  private static double fraction(double a, double x) {
    double f = x + 1 - a;
    double c = f;
    double d = 0;
    for (int m = 1; m < LIMIT; m++) { // modified Lentz; all denominators are above 0 for x > a + 1
      double numerator = m * (a - m);
      double denominator = x + 2 * m + 1 - a;
      d = 1 / (denominator + numerator * d);
      c = denominator + numerator / c;
      double factor = c * d;
      f *= factor;
      if (Math.abs(factor - 1) < 1e-16) {
        break;
      }
    }
    return f;
  }
}
