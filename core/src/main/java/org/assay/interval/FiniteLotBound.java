package org.assay.interval;

import org.assay.internal.Check;
import org.assay.internal.Hypergeometric;
import org.assay.internal.IntegerSearch;
import org.assay.internal.Risk;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.result.Interval;

/**
 * Exact limits for the number of defective items in a lot, from a simple random sample of it drawn
 * without replacement.
 *
 * <pre>{@code
 * lowerCount = min{M : P(X >= x | M) > alpha/2}
 * upperCount = max{M : P(X <= x | M) > alpha/2},   X hypergeometric (lot, M, checked)
 * }</pre>
 *
 * with alpha in place of alpha/2 for one-sided limits. The true count lies outside with probability
 * at most alpha whatever it is; checking the whole lot leaves one count.
 *
 * <p><b>Reading.</b> "At most L defective items" is shown when upperCount &lt;= L, that is when L +
 * 1 is ruled out. "Less than L" needs upperCount &lt; L, up to 20 % more work in small lots. <br>
 * <b>Cost.</b> Some 20 to 60 tail sums of at most x + 1 terms each; lots up to 3 * 10^9. <br>
 * <b>Source.</b> Buonaccorsi (1987), Amer. Statist. 41, 215-218; Wright (1991), Exact Confidence
 * Bounds when Sampling from Small Finite Universes. <b>Differs from</b> samplingbook's {@code
 * Sprop}, which stops one item outside.
 *
 * @param lowerCount lower limit in items; what was found when there is none
 * @param upperCount upper limit in items; all that was not found good when there is none
 * @param populationSize items in the lot
 * @param confidenceLevel in (0, 1)
 */
public record FiniteLotBound(
    long lowerCount, long upperCount, long populationSize, double confidenceLevel) {

  /**
   * Limits from what a sample found.
   *
   * @param errors x, defective items found, in [0, checked]
   * @param checked n, items checked, in [1, populationSize]
   * @param populationSize items in the lot, at most 3 * 10^9
   * @param confidenceLevel in (0, 1), for example 0.95
   * @param sides which limits
   * @return the limits in items
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static FiniteLotBound of(
      long errors, long checked, long populationSize, double confidenceLevel, Sides sides) {
    Check.errorsOfChecked(errors, checked);
    Check.range("populationSize", checked, Hypergeometric.LARGEST, populationSize);
    Check.openUnit("confidenceLevel", confidenceLevel);
    double tail = sides.tail(confidenceLevel);
    long least = errors;
    long most = populationSize - checked + errors;
    if (least < most) {
      // Wilson's limits for as many independent checks as would have the same variance
      double n = checked * ((populationSize - 1.0) / (populationSize - checked));
      double[] guess = ScoreLimits.wilson(n * ((double) errors / checked), n, tail);
      if (sides != Sides.UPPER && errors > 0) {
        least =
            IntegerSearch.first(
                least,
                most,
                (long) (guess[0] * populationSize),
                m ->
                    !Risk.isAtMost(
                        lot(populationSize, m, checked).tails(errors - 1).upper(), tail));
      }
      if (sides != Sides.LOWER && errors < checked) {
        most =
            IntegerSearch.first(
                    errors,
                    most,
                    (long) (guess[1] * populationSize),
                    m -> Risk.isAtMost(lot(populationSize, m, checked).tails(errors).lower(), tail))
                - 1;
      }
    }
    return new FiniteLotBound(least, most, populationSize, confidenceLevel);
  }

  private static Hypergeometric lot(long populationSize, long defective, long checked) {
    return new Hypergeometric(populationSize, defective, checked);
  }

  /**
   * The limits as rates.
   *
   * @return counts / populationSize
   */
  public Interval asRate() {
    return new Interval(
        (double) lowerCount / populationSize,
        (double) upperCount / populationSize,
        confidenceLevel,
        "hypergeometric");
  }
}
