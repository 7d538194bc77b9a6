package org.assay.interval;

import java.util.Locale;
import org.assay.internal.Check;
import org.assay.internal.Risk;
import org.assay.result.Interval;

/**
 * Intervals for an error rate, from errors x among n independent checks.
 *
 * <p>With alpha = 1 - confidenceLevel and z the upper alpha/2 quantile of the standard normal
 * distribution (alpha for a one-sided limit, and so everywhere below):
 *
 * <pre>{@code
 * WALD             p +- z sqrt(p (1 - p) / n), p = x / n, cut to [0, 1]
 * WILSON           (x + z²/2 +- z sqrt(x (n - x) / n + z²/4)) / (n + z²)
 * WILSON_CC        Wilson with continuity correction: (2 x + z² -+ 1 +- z sqrt(z² -+ 2 - 1/n + 4 p (n (1-p) +- 1))) / (2 (n + z²))
 * AGRESTI_COULL    Wald with z²/2 errors and z² checks added, cut to [0, 1]
 * CLOPPER_PEARSON  the rates at which P(X >= x) and P(X <= x) are alpha/2
 * MID_P            the same with half of P(X = x) left out
 * JEFFREYS         alpha/2 quantiles of Beta(x + 1/2, n - x + 1/2); 0 at no errors, 1 at all errors
 * BLAKER           the rates at which the smaller tail plus the largest opposite tail not above it exceeds alpha
 * }</pre>
 *
 * <p><b>Which.</b> A claim "at most p" needs CLOPPER_PEARSON, which never promises too much, or
 * {@link FiniteLotBound} for a lot of known size. For an estimate WILSON or JEFFREYS are shorter
 * and right on average; BLAKER lies within CLOPPER_PEARSON and keeps its guarantee, two-sided only.
 * WALD is here because others print it: at no errors it is a point.
 *
 * <p><b>Edges.</b> Without a check nothing is known: every method gives [0, 1]. At x = 0 the lower
 * limit is exactly 0, at x = n the upper one exactly 1. <b>Accuracy.</b> About 1e-13 relative, up
 * to n = 10^9; limits next to 1 and Blaker's upper one 1e-15 absolute. <b>Cost.</b> Closed
 * formulas, or about ten tail probabilities.
 *
 * <p><b>Source.</b> Wilson (1927), JASA 22, 209-212; Clopper and Pearson (1934), Biometrika 26,
 * 404-413; Newcombe (1998), Statist. Med. 17, 857-872, method 4; Agresti and Coull (1998), Amer.
 * Statist. 52, 119-126; Brown, Cai and DasGupta (2001), Statist. Sci. 16, 101-133; Blaker (2000),
 * Canad. J. Statist. 28, 783-798. <b>Differs from</b> packages that print "Agresti-Coull" with 2
 * and 4 in place of z²/2 and z², and from those whose Wilson interval has the continuity correction
 * by default.
 */
public enum ProportionInterval {
  /** Normal approximation around the observed rate. */
  WALD("wald"),
  /** Wilson's score interval. */
  WILSON("wilson"),
  /** Wilson's score interval with Newcombe's continuity correction. */
  WILSON_CC("wilsonCc"),
  /** Exact: coverage is never below the confidence. */
  CLOPPER_PEARSON("clopperPearson"),
  /** Equal-tailed Bayes interval under Jeffreys' prior. */
  JEFFREYS("jeffreys"),
  /** Wald's formula with z² checks added. */
  AGRESTI_COULL("agrestiCoull"),
  /** Clopper-Pearson with half the probability of what was seen. */
  MID_P("midP"),
  /** Exact and never longer than Clopper-Pearson; two-sided only. */
  BLAKER("blaker");

  private final String word;

  ProportionInterval(String word) {
    this.word = word;
  }

  /**
   * A two-sided interval.
   *
   * @param errors x, in [0, checked]
   * @param checked n, at least 0
   * @param confidenceLevel in (0, 1), for example 0.95
   * @return limits as proportions in [0, 1]
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public Interval of(long errors, long checked, double confidenceLevel) {
    return of(errors, checked, confidenceLevel, Sides.TWO);
  }

  /**
   * An interval with one or two limits.
   *
   * @param errors x, in [0, checked]
   * @param checked n, at least 0
   * @param confidenceLevel in (0, 1), for example 0.95
   * @param sides which limits; one-sided ones have all of 1 - confidenceLevel on their side
   * @return limits as proportions in [0, 1]; an end without a limit is 0 or 1
   * @throws IllegalArgumentException if an argument is outside its range, or for a one-sided BLAKER
   */
  public Interval of(long errors, long checked, double confidenceLevel, Sides sides) {
    Check.atLeast("checked", 0, checked);
    Check.range("errors", 0, checked, errors);
    return limited((double) errors, (double) checked, confidenceLevel, sides);
  }

  /**
   * An interval for effective counts, which need not be whole: a weighted sample of n items with a
   * design effect d counts as n / d checks with n / d times the weighted rate errors.
   *
   * <p>No limit of effective counts is exact, Clopper and Pearson's neither: with few errors the
   * design effect is not known, and a nominal 95 % has covered 66 % ({@code
   * bench/results/design-rate-coverage.md}). A claim about a weighted sample needs {@link
   * WeightedClopperPearson}.
   *
   * @param errors x, in [0, checked]
   * @param checked n, above 0 and finite
   * @param confidenceLevel in (0, 1), for example 0.95
   * @param sides which limits; one-sided ones have all of 1 - confidenceLevel on their side
   * @return limits as proportions in [0, 1]; an end without a limit is 0 or 1
   * @throws IllegalArgumentException if an argument is outside its range, or for BLAKER and MID_P
   *     with counts that are not whole
   */
  public Interval ofEffective(double errors, double checked, double confidenceLevel, Sides sides) {
    Check.positive("checked", checked);
    if (!(errors >= 0 && errors <= checked)) {
      throw new IllegalArgumentException("errors must be in [0, " + checked + "], got " + errors);
    }
    boolean whole = errors == Math.rint(errors) && checked == Math.rint(checked);
    if (!whole && (this == BLAKER || this == MID_P)) {
      throw new IllegalArgumentException(
          "errors and checked must be whole for " + word + ", got " + errors + " of " + checked);
    }
    return limited(errors, checked, confidenceLevel, sides);
  }

  private Interval limited(double x, double n, double confidenceLevel, Sides sides) {
    Check.openUnit("confidenceLevel", confidenceLevel);
    if (this == BLAKER && sides != Sides.TWO) {
      throw new IllegalArgumentException(
          "sides must be two for blaker, got " + sides.name().toLowerCase(Locale.ROOT));
    }
    double tail = sides.tail(confidenceLevel);
    double[] both = n == 0 ? new double[] {0, 1} : limits(x, n, tail);
    return new Interval(
        sides == Sides.UPPER ? 0 : both[0],
        sides == Sides.LOWER ? 1 : both[1],
        confidenceLevel,
        word);
  }

  private double[] limits(double x, double n, double tail) {
    return switch (this) {
      case WALD -> ScoreLimits.wald(x, n, tail);
      case WILSON -> ScoreLimits.wilson(x, n, tail);
      case WILSON_CC -> ScoreLimits.wilsonCc(x, n, tail);
      case AGRESTI_COULL -> ScoreLimits.agrestiCoull(x, n, tail);
      case CLOPPER_PEARSON -> ExactLimits.clopperPearson(x, n, tail);
      case JEFFREYS -> ExactLimits.jeffreys(x, n, tail);
      case MID_P -> ExactLimits.midP(x, n, tail);
      case BLAKER -> ExactLimits.blaker(x, n, tail);
    };
  }

  /**
   * The name in the protocol and in reports.
   *
   * @return for example {@code clopperPearson}
   */
  public String word() {
    return word;
  }

  /** On which sides an interval has a limit that can fail. */
  public enum Sides {
    /** Both, with half of 1 - confidenceLevel on each. */
    TWO,
    /** A lower limit only, with all of 1 - confidenceLevel; the upper end is that of the range. */
    LOWER,
    /** An upper limit only, with all of 1 - confidenceLevel; the lower end is that of the range. */
    UPPER;

    /**
     * The probability left outside each limit that exists.
     *
     * @param confidenceLevel in (0, 1)
     * @return alpha / 2 for two sides, alpha for one
     */
    double tail(double confidenceLevel) {
      return this == TWO ? Risk.half(confidenceLevel) : Risk.complement(confidenceLevel);
    }
  }
}
