package org.assay.internal;

/**
 * Comparing probabilities with risks, so that rounding decides nothing.
 *
 * <p>Risks and confidences are decimals that people write, and in small lots tail probabilities are
 * fractions that equal them: no error in 90 of 100 has probability 10/100 with one defective item,
 * and so shows at confidence 0.9 that there is none. In doubles 1 - 0.9 is 0.09999999999999998 and
 * the tail may be 0.10000000000000002. Every comparison of a probability with a risk, in bounds,
 * plans, verdicts and sample sizes, goes through this class, so that they all agree at ties.
 *
 * <p>{@link #isAtMost} allows a relative 1e-12. Tail probabilities are right to about 1e-13, so
 * that no tie is missed; and a risk that is exceeded by a part in 10^12 is not one that anybody
 * could notice.
 */
public final class Risk {
  private static final double TIE = 1 + 1e-12;
  private static final double DECIMALS = 1e15;

  private Risk() {}

  /**
   * One less a confidence or a risk, as a decimal: 1 - 0.9 is 0.1.
   *
   * @param probability in [0, 1]
   * @return for a decimal of up to 15 places the double nearest to its complement; for other values
   *     the difference
   */
  public static double complement(double probability) {
    double rest = 1 - probability;
    double units = Math.rint(rest * DECIMALS);
    return (DECIMALS - units) / DECIMALS == probability ? units / DECIMALS : rest;
  }

  /**
   * What is left outside a two-sided interval on each side.
   *
   * @param confidenceLevel in (0, 1)
   * @return half of its complement
   */
  public static double half(double confidenceLevel) {
    return complement(confidenceLevel) / 2;
  }

  /**
   * Whether a probability is at most a risk.
   *
   * @param probability at least 0
   * @param risk at least 0
   * @return true at a tie, too
   */
  public static boolean isAtMost(double probability, double risk) {
    return probability <= risk * TIE;
  }

  /**
   * Whether an e-value has reached 1 / risk.
   *
   * @param logEValue natural logarithm of the e-value
   * @param risk above 0
   * @return true at a tie, too
   */
  public static boolean isReached(double logEValue, double risk) {
    return isAtMost(Math.exp(-logEValue), risk);
  }
}
