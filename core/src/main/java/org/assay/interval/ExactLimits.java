package org.assay.interval;

import java.util.function.DoubleUnaryOperator;
import org.assay.internal.Beta;
import org.assay.internal.Binomial;
import org.assay.internal.IntegerSearch;
import org.assay.internal.Risk;
import org.assay.internal.Root;
import org.assay.internal.Tails;

/** Limits by tail probabilities; see {@link ProportionInterval}. */
final class ExactLimits {
  private static final double LOG_SMALLEST = -745;
  private static final double LOG_TWO = 0.6931471805599453;

  private ExactLimits() {}

  static double[] clopperPearson(double x, double n, double tail) {
    return new double[] {
      x == 0 ? 0 : new Beta(x, n - x + 1).quantile(tail),
      x == n ? 1 : new Beta(x + 1, n - x).upperQuantile(tail)
    };
  }

  static double[] jeffreys(double x, double n, double tail) {
    var posterior = new Beta(x + 0.5, n - x + 0.5);
    return new double[] {
      x == 0 ? 0 : posterior.quantile(tail), x == n ? 1 : posterior.upperQuantile(tail)
    };
  }

  static double[] midP(double x, double n, double tail) {
    long k = (long) x;
    long checked = (long) n;
    return new double[] {
      x == 0 ? 0 : rate(x / n, p -> logMidTail(new Binomial(checked, p), k, true) - Math.log(tail)),
      x == n
          ? 1
          : rate((x + 1) / n, p -> Math.log(tail) - logMidTail(new Binomial(checked, p), k, false))
    };
  }

  // log(P(beyond k) + P(k) / 2), on the upper or the lower side
  private static double logMidTail(Binomial d, long k, boolean upper) {
    double beyond = upper ? d.tails(k).logUpper() : d.tails(k - 1).logLower();
    double half = d.logMass(k) - LOG_TWO;
    double larger = Math.max(beyond, half);
    return larger == Double.NEGATIVE_INFINITY
        ? larger
        : larger + Math.log1p(Math.exp(Math.min(beyond, half) - larger));
  }

  // The rate at which an increasing function is 0, searched on the scale of its logarithm.
  private static double rate(double guess, DoubleUnaryOperator f) {
    return Math.exp(
        Root.near(u -> f.applyAsDouble(Math.exp(u)), Math.log(guess), 0.5, LOG_SMALLEST, 0));
  }

  static double[] blaker(double x, double n, double tail) {
    return new double[] {
      blakerLower((long) x, (long) n, tail), 1 - blakerLower((long) (n - x), (long) n, tail)
    };
  }

  /*
   * Acceptability of a rate p below x / n: P(X >= x) + P(X <= k), where k is the largest count
   * whose lower tail is not above P(X >= x). Between the rates at which k jumps it falls and then
   * rises; right after a jump it is 2 P(X >= x). So every jump above the Clopper-Pearson limit,
   * where P(X >= x) = alpha / 2, is acceptable, and the smallest acceptable rate is either the
   * first of them or the crossing just before it.
   */
  private static double blakerLower(long x, long n, double tail) {
    if (x == 0) {
      return 0;
    }
    double start = clopperPearson((double) x, (double) n, tail)[0];
    var atStart = new Binomial(n, start);
    long next =
        IntegerSearch.first(
            0,
            x - 1,
            (long) atStart.quantile(tail),
            k -> !Risk.isAtMost(atStart.tails(k).lower(), tail));
    double jump =
        Root.between(
            p -> {
              var d = new Binomial(n, p);
              return d.tails(x - 1).logUpper() - d.tails(next).logLower();
            },
            start,
            1);
    DoubleUnaryOperator excess =
        p -> {
          var d = new Binomial(n, p);
          Tails opposite = d.tails(next - 1);
          return d.tails(x - 1).upper() + opposite.lower() - 2 * tail;
        };
    return excess.applyAsDouble(jump) > 0 ? Root.between(excess, start, jump) : jump;
  }
}
