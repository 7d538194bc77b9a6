package org.assay.internal;

import java.util.function.DoubleUnaryOperator;

/** Roots of monotone functions of one real variable. */
public final class Root {
  private Root() {}

  /**
   * Where a function changes sign, to the last digits of a double.
   *
   * <p>Inverse quadratic interpolation or bisection, whichever is safe: Chandrupatla (1997), A new
   * hybrid quadratic/bisection algorithm, Advances in Engineering Software 28, 145-149. At most a
   * few dozen evaluations.
   *
   * @param f function; infinite values are allowed, NaN is not
   * @param lower one end
   * @param upper other end, where f has not the same sign
   * @return root in [lower, upper]; the nearer end when there is no change of sign
   */
  public static double between(DoubleUnaryOperator f, double lower, double upper) {
    double a = upper; // newest point
    double b = lower; // on the other side of the root
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    if (Math.signum(fa) * Math.signum(fb) >= 0) {
      return Math.abs(fa) < Math.abs(fb) ? a : b;
    }
    double t = 0.5;
    while (true) {
      double x = a + t * (b - a);
      double fx = f.applyAsDouble(x);
      double c;
      double fc;
      if (Math.signum(fx) == Math.signum(fa)) {
        c = a;
        fc = fa;
      } else {
        c = b;
        fc = fb;
        b = a;
        fb = fa;
      }
      a = x;
      fa = fx;
      double best = Math.abs(fa) < Math.abs(fb) ? a : b;
      double least = Math.ulp(best) / Math.abs(a - b);
      if (least >= 0.5 || fa == 0) {
        return best;
      }
      double xi = (a - b) / (c - b);
      double phi = (fa - fb) / (fc - fb);
      boolean smooth = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
      t =
          smooth
              ? fa / (fb - fa) * (fc / (fb - fc))
                  + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb))
              : 0.5;
      t = Math.min(1 - least, Math.max(least, t));
    }
  }

  /**
   * Where an increasing function of a wide range changes sign, searched outward from a guess.
   *
   * @param f increasing function
   * @param guess start, inside (lower, upper)
   * @param step first step away from it, above 0; doubled until the root lies between
   * @param lower end of the range
   * @param upper end of the range
   * @return root; an end of the range when there is none inside
   */
  public static double near(
      DoubleUnaryOperator f, double guess, double step, double lower, double upper) {
    double from = guess;
    double width = step;
    boolean below = f.applyAsDouble(guess) < 0;
    while (below ? from < upper : from > lower) {
      double to = below ? Math.min(upper, from + width) : Math.max(lower, from - width);
      if (f.applyAsDouble(to) < 0 != below) {
        return between(f, from, to);
      }
      from = to;
      width *= 2;
    }
    return from;
  }
}
