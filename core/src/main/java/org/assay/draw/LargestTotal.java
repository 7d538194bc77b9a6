package org.assay.draw;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.assay.draw.StoppedBound.Stratum;
import org.assay.internal.LogGamma;

/**
 * The largest total that the evidence of {@link StoppedBound} leaves, over all spreads of it and
 * over everything that checks without a verdict may be.
 *
 * <p>With x_h = found + u_h of the n_h checks counted, u_h of the U_h unresolved among them, what
 * is bounded for a total T is
 *
 * <pre>{@code
 * max over u and D, sum D = T, of   sum f_h(D_h, u_h) + g(sum u_h)
 * f_h = ln [D]_x [N - D]_(n-x) / [N]_n       g = - ln B(a + x, b + n - x) / B(a, b)
 * }</pre>
 *
 * All of the unresolved or none of them does not bound it: errors among those of a bad stratum and
 * none in a clean one may leave a larger total, because the more alike the strata are, the larger
 * the evidence. By weak duality it is at most
 *
 * <pre>{@code
 * sum max over u_h, D_h of (f_h + lambda D_h + mu u_h)  +  max over t of (g(t) - mu t)  -  lambda T
 * }</pre>
 *
 * for any lambda and mu. The least of these is taken, with lambda at least 0, so that it falls with
 * T. It never is below the maximum, and is the maximum itself wherever that is concave in T: always
 * where nothing is unresolved, as f_h is concave in D_h, and where neighbouring totals have the
 * same farthest mixture.
 *
 * <p><b>Cost.</b> O((strata + unresolved) x log size) a hundred times, whatever the total.
 */
final class LargestTotal {
  private static final int LAMBDAS = 50;
  private static final int MUS = 30;
  private static final double SMALLEST = Math.log(1e-9);
  private static final double LARGEST = Math.log(50);
  private static final double STEEPEST = 40;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double ROUNDING = 1e-9;

  private final List<Stratum> strata;
  private final boolean isOfErrors;
  private final long least;
  private final long most;
  private final double[] evidence; // g by number of unresolved that count

  LargestTotal(List<Stratum> strata, boolean isOfErrors, double a, double b) {
    this.strata = strata;
    this.isOfErrors = isOfErrors;
    long checked = 0;
    long found = 0;
    long unresolved = 0;
    long size = 0;
    for (Stratum s : strata) {
      size += s.size();
      checked += s.checked();
      found += found(s);
      unresolved += s.unresolved();
    }
    this.least = found;
    this.most = size - (checked - found - unresolved);
    this.evidence = new double[Math.toIntExact(unresolved) + 1];
    for (int t = 0; t < evidence.length; t++) {
      evidence[t] = LogGamma.ofBeta(a, b) - LogGamma.ofBeta(a + found + t, b + checked - found - t);
    }
  }

  private long found(Stratum s) {
    return isOfErrors ? s.errors() : s.checked() - s.errors() - s.unresolved();
  }

  /** The largest total that is not ruled out. */
  long last(double risk) {
    double ruledOut =
        smallest(lambda -> (bound(lambda) - Math.log(risk)) / lambda); // and everything above
    return Math.min(most, Math.max(least, (long) Math.ceil(ruledOut - ROUNDING) - 1));
  }

  /** P-value of "at least that total". */
  double pValue(long total) {
    if (total > most) {
      return 0;
    }
    return total <= least
        ? 1
        : Math.min(1, Math.exp(smallest(lambda -> bound(lambda) - lambda * total)));
  }

  // Both are quasi-convex in the logarithm of lambda.
  private static double smallest(DoubleUnaryOperator of) {
    double low = SMALLEST;
    double high = LARGEST;
    double x = high - GOLDEN * (high - low);
    double y = low + GOLDEN * (high - low);
    double atX = of.applyAsDouble(Math.exp(x));
    double atY = of.applyAsDouble(Math.exp(y));
    for (int i = 0; i < LAMBDAS; i++) {
      if (atX <= atY) {
        high = y;
        y = x;
        atY = atX;
        x = high - GOLDEN * (high - low);
        atX = of.applyAsDouble(Math.exp(x));
      } else {
        low = x;
        x = y;
        atX = atY;
        y = low + GOLDEN * (high - low);
        atY = of.applyAsDouble(Math.exp(y));
      }
    }
    return Math.min(atX, atY);
  }

  // The least over mu, without - lambda T.
  private double bound(double lambda) {
    double known = 0;
    double[][] open = new double[strata.size()][]; // f + lambda D at its best, by u
    for (int h = 0; h < open.length; h++) {
      Stratum s = strata.get(h);
      if (s.unresolved() == 0) {
        known += best(s, 0, lambda);
      } else {
        open[h] = new double[(int) s.unresolved() + 1];
        for (int u = 0; u < open[h].length; u++) {
          open[h][u] = best(s, u, lambda);
        }
      }
    }
    double low = -STEEPEST;
    double high = STEEPEST;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MUS; i++) {
      double mu = (low + high) / 2;
      double sum = known;
      int counted = 0;
      for (double[] values : open) {
        if (values != null) {
          int u = best(values, mu);
          sum += values[u] + mu * u;
          counted += u;
        }
      }
      int t = best(evidence, -mu);
      least = Math.min(least, sum + evidence[t] - mu * t);
      if (counted < t) {
        low = mu;
      } else if (counted > t) {
        high = mu;
      } else {
        return least; // no gap: this is the maximum for its total
      }
    }
    return least;
  }

  private static int best(double[] values, double slope) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] + slope * i > values[best] + slope * best) {
        best = i;
      }
    }
    return best;
  }

  // max over D of f(D, u) + lambda D: to the last step that gains
  private double best(Stratum s, int u, double lambda) {
    long x = found(s) + u;
    long right = s.checked() - x;
    long low = x;
    long high = s.size() - right;
    while (low < high) {
      long d = (low + high) >>> 1;
      double left = (double) (s.size() - d);
      double step =
          Math.log(left - right) - Math.log(left) + Math.log(d + 1.0) - Math.log(d + 1.0 - x);
      if (step + lambda >= 0) {
        low = d + 1;
      } else {
        high = d;
      }
    }
    return falling(low, x)
        + falling(s.size() - low, right)
        - falling(s.size(), s.checked())
        + lambda * low;
  }

  private static double falling(long x, long k) {
    return LogGamma.of(x + 1.0) - LogGamma.of(x - k + 1.0);
  }
}
