package org.assay.internal;

import java.util.function.DoubleFunction;

/**
 * A probability distribution that keeps its digits in the tails.
 *
 * <p>Relative error about 1e-14 (1 + |log probability|) for tails down to the smallest double, and
 * the logarithms beyond that.
 */
public sealed interface Distribution
    permits DiscreteDistribution, Beta, ChiSquared, FisherF, Normal, StudentT {

  /**
   * Logarithm of the probability of a point, or of the density there.
   *
   * @param at point
   * @return negative infinity where there is none
   */
  double logMass(double at);

  /**
   * Both tails at a point.
   *
   * @param at point
   * @return P(X &lt;= at) and P(X &gt; at)
   */
  Tails tails(double at);

  /**
   * The point below which lies a given probability.
   *
   * @param probability in (0, 1)
   * @return x with P(X &lt;= x) = probability; of a discrete distribution the smallest x with at
   *     least that
   */
  double quantile(double probability);

  /**
   * The point above which lies a given probability.
   *
   * @param probability in (0, 1)
   * @return x with P(X &gt; x) = probability; of a discrete distribution the smallest x with at
   *     most that
   */
  double upperQuantile(double probability);

  /**
   * Probability of a point, or density there.
   *
   * @param at point
   * @return at least 0
   */
  default double mass(double at) {
    return Math.exp(logMass(at));
  }

  /**
   * Logarithm of the point of a positive variable at which a tail has a given probability.
   *
   * @param tails the tails at a point
   * @param probability of the tail, in (0, 1)
   * @param upper whether the probability lies above
   * @param start some point well inside
   * @return logarithm of the quantile
   */
  static double logQuantile(
      DoubleFunction<Tails> tails, double probability, boolean upper, double start) {
    boolean solveUpper = probability <= 0.5 == upper; // the tail that is not next to 1
    double target = probability <= 0.5 ? Math.log(probability) : Math.log1p(-probability);
    return Root.near(
        u -> {
          Tails t = tails.apply(Math.exp(u));
          return solveUpper ? target - t.logUpper() : t.logLower() - target;
        },
        Math.log(start),
        0.5,
        -745,
        709);
  }
}
