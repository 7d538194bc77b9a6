package org.assay.internal;

/**
 * Both tail probabilities of a distribution at a point, each also as a logarithm, so that neither a
 * tail below the smallest double nor one next to 1 loses its digits.
 *
 * @param lower P(X &lt;= x)
 * @param upper P(X &gt; x)
 * @param logLower natural logarithm of {@code lower}
 * @param logUpper natural logarithm of {@code upper}
 */
public record Tails(double lower, double upper, double logLower, double logUpper) {
  /** Everything lies above. */
  public static final Tails NONE = new Tails(0, 1, Double.NEGATIVE_INFINITY, 0);

  /** Everything lies at or below. */
  public static final Tails ALL = new Tails(1, 0, 0, Double.NEGATIVE_INFINITY);

  private static final double LOG_HALF = -0.6931471805599453;

  /**
   * Tails of which the lower one is known.
   *
   * @param logLower logarithm of the lower tail; above 0 only by rounding
   * @return both
   */
  public static Tails ofLogLower(double logLower) {
    double log = Math.min(0, logLower);
    return new Tails(Math.exp(log), -Math.expm1(log), log, logComplement(log));
  }

  /**
   * Tails of which the upper one is known.
   *
   * @param logUpper logarithm of the upper tail; above 0 only by rounding
   * @return both
   */
  public static Tails ofLogUpper(double logUpper) {
    return ofLogLower(logUpper).swapped();
  }

  /**
   * The tails of the mirrored variable.
   *
   * @return lower and upper exchanged
   */
  public Tails swapped() {
    return new Tails(upper, lower, logUpper, logLower);
  }

  // log(1 - exp(log)): Maechler (2012), accurately computing log(1 - exp(-|a|)).
  private static double logComplement(double log) {
    return log > LOG_HALF ? Math.log(-Math.expm1(log)) : Math.log1p(-Math.exp(log));
  }
}
