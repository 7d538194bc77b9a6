package org.assay.interval;

import org.assay.internal.Beta;
import org.assay.internal.Binomial;
import org.assay.internal.ChiSquared;
import org.assay.internal.Distribution;
import org.assay.internal.FisherF;
import org.assay.internal.Hypergeometric;
import org.assay.internal.Normal;
import org.assay.internal.Poisson;
import org.assay.internal.StudentT;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * The distributions that intervals and plans stand on, for users who need a tail that keeps its
 * digits: relative error about 1e-14 (1 + |log probability|), for lots and samples up to 10^9 and
 * tails down to the smallest double; logarithms beyond that.
 *
 * <p>Normal probabilities and quantiles and the density of t are those of commons-statistics. All
 * else is our own: there counts are limited to 2^31, log-gamma differences lose digits for large
 * counts, and quantiles stop at an absolute accuracy.
 */
public final class Probabilities {
  private final Distribution distribution;

  private Probabilities(Distribution distribution) {
    this.distribution = distribution;
  }

  /**
   * Errors among independent checks.
   *
   * @param n checks, at least 0
   * @param p error rate in [0, 1]
   * @return the distribution
   */
  public static Probabilities binomial(long n, double p) {
    return new Probabilities(new Binomial(n, p));
  }

  /**
   * Defective items among some drawn without replacement.
   *
   * @param populationSize items in the lot, in [1, 3 * 10^9]
   * @param defective of them defective
   * @param n items drawn
   * @return the distribution
   */
  public static Probabilities hypergeometric(long populationSize, long defective, long n) {
    return new Probabilities(new Hypergeometric(populationSize, defective, n));
  }

  /**
   * Rare events.
   *
   * @param mean above 0
   * @return the distribution
   */
  public static Probabilities poisson(double mean) {
    return new Probabilities(new Poisson(mean));
  }

  /**
   * The beta distribution.
   *
   * @param alpha first shape, above 0
   * @param beta second shape, above 0
   * @return the distribution
   */
  public static Probabilities beta(double alpha, double beta) {
    return new Probabilities(new Beta(alpha, beta));
  }

  /**
   * The normal distribution.
   *
   * @param mean finite
   * @param standardDeviation above 0
   * @return the distribution
   */
  public static Probabilities normal(double mean, double standardDeviation) {
    return new Probabilities(new Normal(mean, standardDeviation));
  }

  /**
   * Student's t.
   *
   * @param degreesOfFreedom above 0
   * @return the distribution
   */
  public static Probabilities student(double degreesOfFreedom) {
    return new Probabilities(new StudentT(degreesOfFreedom));
  }

  /**
   * Chi-squared.
   *
   * @param degreesOfFreedom above 0
   * @return the distribution
   */
  public static Probabilities chiSquared(double degreesOfFreedom) {
    return new Probabilities(new ChiSquared(degreesOfFreedom));
  }

  /**
   * Fisher's F.
   *
   * @param numerator degrees of freedom, above 0
   * @param denominator degrees of freedom, above 0
   * @return the distribution
   */
  public static Probabilities fisher(double numerator, double denominator) {
    return new Probabilities(new FisherF(numerator, denominator));
  }

  /** What can be asked. */
  public enum Function {
    /** P(X = at), or the density at a point. */
    PMF,
    /** P(X &lt;= at). */
    CDF,
    /** P(X &gt; at). */
    SF,
    /** Natural logarithm of PMF. */
    LOG_PMF,
    /** Natural logarithm of CDF. */
    LOG_CDF,
    /** Natural logarithm of SF. */
    LOG_SF,
    /** The x with P(X &lt;= x) = at; of whole numbers the smallest with at least that. */
    QUANTILE,
    /** The x with P(X &gt; x) = at; of whole numbers the smallest with at most that. */
    UPPER_QUANTILE
  }

  /**
   * A function of the distribution.
   *
   * @param function which
   * @param at a point, finite; for quantiles a probability in (0, 1)
   * @return the value; undefined for the logarithm of 0 and for an infinite density
   * @throws IllegalArgumentException if {@code at} is outside its range
   */
  public Outcome of(Function function, double at) {
    boolean quantile = function == Function.QUANTILE || function == Function.UPPER_QUANTILE;
    if (quantile && !(at > 0 && at < 1)) {
      throw new IllegalArgumentException("at must be in (0, 1), got " + at);
    }
    if (!Double.isFinite(at)) {
      throw new IllegalArgumentException("at must be finite, got " + at);
    }
    double value =
        switch (function) {
          case PMF -> distribution.mass(at);
          case CDF -> distribution.tails(at).lower();
          case SF -> distribution.tails(at).upper();
          case LOG_PMF -> distribution.logMass(at);
          case LOG_CDF -> distribution.tails(at).logLower();
          case LOG_SF -> distribution.tails(at).logUpper();
          case QUANTILE -> distribution.quantile(at);
          case UPPER_QUANTILE -> distribution.upperQuantile(at);
        };
    return Double.isFinite(value) ? Outcome.of(value) : Outcome.undefined(Undefined.NOT_IDENTIFIED);
  }
}
