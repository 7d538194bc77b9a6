package org.assay.interval;

import org.assay.internal.Beta;
import org.assay.internal.Check;
import org.assay.internal.Tails;
import org.assay.result.Interval;

/**
 * Mid-P limits of a share among weighted checks, where the total of the weights is as random as the
 * part that counts.
 *
 * <p>A check weighs w and has a value y in [0, 1]: 1 where it counts, 0 where it does not, or a
 * severity relative to the worst. The share is R = sum of w y / sum of w. Its variance, linearised
 * with the design taken as Poisson, makes the checks as many equal ones as have the same variance,
 *
 * <pre>{@code
 * V = (sum w^2 y^2 - 2 R sum w^2 y + R^2 sum w^2) / (sum w)^2,   n = R (1 - R) / V
 * }</pre>
 *
 * and two beta laws say what R may be in truth: that of the checks with one more that counts, as
 * heavy as any that could have, and that of the checks with one more that does not. Each is Beta(n
 * R, n (1 - R)) of its own sums. The limits leave half of 1 - confidenceLevel outside in the mean
 * of the two laws.
 *
 * <p>With equal weights the laws are those of Clopper and Pearson, and the limits those of the
 * mid-P test: they hold at no error and at few, and cover as often as they say on average, not in
 * every case. A check that was not made in a place that was looked at least counts with what it
 * would have weighed there, which an effective sample size (Korn and Graubard 1998) does not see.
 *
 * <p><b>Source.</b> Fay and Feuer (1997), Statistics in Medicine 16, 791-801, for one more of the
 * heaviest; Fay and Kim (2017), Biometrical Journal 59, 377-387, for the mean of two laws; with
 * beta laws and a random total in place of gamma laws and known weights.
 */
public final class WeightedShare {
  /** Name of the method. */
  public static final String METHOD = "weightedMidP";

  private static final int MOST_STEPS = 100;
  private static final double CLOSE = 1e-7; // of a logit; a step further on it is 1e-14

  private WeightedShare() {}

  /**
   * Sums over checks.
   *
   * @param inside sum of w y
   * @param all sum of w
   * @param insideSquares sum of w^2 y^2
   * @param insideAll sum of w^2 y
   * @param allSquares sum of w^2
   */
  public record Sums(
      double inside, double all, double insideSquares, double insideAll, double allSquares) {
    public Sums {
      Check.finite("all", all);
      if (!(inside >= 0 && inside <= all * (1 + 1e-12))) {
        throw new IllegalArgumentException("inside must be in [0, " + all + "], got " + inside);
      }
    }

    /**
     * Sums of checks that count or do not.
     *
     * @param inside weight of those that count
     * @param insideSquares their squared weights
     * @param all weight of all
     * @param allSquares their squared weights
     * @return the sums
     */
    public static Sums of(double inside, double insideSquares, double all, double allSquares) {
      return new Sums(inside, all, insideSquares, insideSquares, allSquares);
    }

    /**
     * With one more check.
     *
     * @param weight above 0
     * @param counts whether it counts in full, or not at all
     * @return the sums
     */
    public Sums with(double weight, boolean counts) {
      double square = weight * weight;
      return new Sums(
          inside + (counts ? weight : 0),
          all + weight,
          insideSquares + (counts ? square : 0),
          insideAll + (counts ? square : 0),
          allSquares + square);
    }

    /**
     * The share.
     *
     * @return in [0, 1]; 0 without a check
     */
    public double share() {
      return all > 0 ? Math.min(1, inside / all) : 0;
    }

    /**
     * Squared standard error of the share.
     *
     * @return at least 0
     */
    public double variance() {
      double r = share();
      double v = insideSquares - 2 * r * insideAll + r * r * allSquares;
      return all > 0 ? Math.max(0, v) / (all * all) : 0;
    }

    /**
     * Equal checks that would have the same variance; at a share of 0 or 1 those that have the same
     * variance of weights (Kish).
     *
     * @return 0 without a check
     */
    public double effectiveChecks() {
      double r = share();
      double v = variance();
      return !(all > 0) ? 0 : v > 0 && r > 0 && r < 1 ? r * (1 - r) / v : all * all / allSquares;
    }
  }

  /**
   * Limits of a share.
   *
   * @param low sums in which whatever is unknown does not count
   * @param high sums in which whatever is unknown counts; the same where nothing is unknown
   * @param heaviestInside weight of a further check that counts, above 0
   * @param heaviestBeside weight of a further check that does not, above 0
   * @param confidenceLevel in (0, 1)
   * @return limits in [0, 1] with both shares between; [0, 1] without a check
   */
  public static Interval of(
      Sums low, Sums high, double heaviestInside, double heaviestBeside, double confidenceLevel) {
    double tail = (1 - Check.openUnit("confidenceLevel", confidenceLevel)) / 2;
    if (!(low.all > 0) || !(high.all > 0)) {
      return new Interval(0, 1, confidenceLevel, METHOD);
    }
    Check.positive("heaviestInside", heaviestInside);
    Check.positive("heaviestBeside", heaviestBeside);
    double lower =
        low.inside > 0
            ? quantile(
                law(low.with(heaviestBeside, false)), law(low.with(heaviestInside, true)), tail)
            : 0;
    double upper =
        high.inside < high.all
            ? 1
                - quantile(
                    mirrored(law(high.with(heaviestInside, true))),
                    mirrored(law(high.with(heaviestBeside, false))),
                    tail)
            : 1;
    return new Interval(
        Math.min(lower, low.share()), Math.max(upper, high.share()), confidenceLevel, METHOD);
  }

  /** A beta law by its shapes; one of them may be 0, which puts it at an end. */
  private record Law(double a, double b) {}

  private static Law law(Sums sums) {
    double r = sums.share();
    double n = sums.effectiveChecks();
    return new Law(n * r, n * (1 - r));
  }

  private static Law mirrored(Law law) {
    return new Law(law.b, law.a);
  }

  // Where the mean of two lower tails is a given probability. The first law may stand at 0 and the
  // second at 1.
  private static double quantile(Law near, Law far, double tail) {
    if (!(near.a > 0)) {
      return 0; // half of the mass is there, and it is the larger half of the tail
    }
    if (!(near.b > 0)) {
      return 1;
    }
    var first = new Beta(near.a, near.b);
    if (!(far.b > 0)) {
      return solve(first, null, 2 * tail);
    }
    return solve(first, new Beta(far.a, far.b), 2 * tail);
  }

  // Newton on the logarithm of the tail over the logit of the point, inside a bracket.
  private static double solve(Beta first, Beta second, double sum) {
    double target = Math.log(sum);
    double least = -700;
    double most = 36;
    double a = first.alpha();
    double b = first.beta();
    double at = start(a, b, sum / 2);
    for (int step = 0; step < MOST_STEPS; step++) {
      double x = 1 / (1 + Math.exp(-at));
      double lower = lower(first, x) + (second == null ? 0 : lower(second, x));
      double density = first.mass(x) + (second == null ? 0 : second.mass(x));
      double gap = Math.log(lower) - target;
      if (gap > 0) {
        most = at;
      } else {
        least = at;
      }
      double slope = density * x * (1 - x) / lower;
      double next = at - gap / slope;
      if (!(next > least && next < most)) {
        next = (Math.max(least, at - 30) + Math.min(most, at + 30)) / 2;
        next = next > least && next < most && next != at ? next : (least + most) / 2;
      }
      if (Math.abs(next - at) < CLOSE * Math.max(1, Math.abs(at))) {
        return 1 / (1 + Math.exp(-next));
      }
      at = next;
    }
    return 1 / (1 + Math.exp(-at));
  }

  private static double lower(Beta law, double x) {
    Tails tails = law.tails(x);
    return tails.lower();
  }

  // A normal law of the logit; for small shapes the power that a beta law is near 0.
  private static double start(double a, double b, double tail) {
    double mean = Math.log(a / b);
    if (a < 2) {
      return Math.min(mean, mean + (Math.log(tail) + 0.5) / a);
    }
    double deviation = Math.sqrt(1 / a + 1 / b);
    return mean - 1.5 * deviation * Math.sqrt(-Math.log(tail) / 3.7) * 1.3;
  }
}
