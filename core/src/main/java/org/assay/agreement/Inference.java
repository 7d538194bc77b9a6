package org.assay.agreement;

import java.util.Objects;
import java.util.OptionalLong;
import org.assay.internal.Check;

/**
 * How standard errors and intervals of agreement coefficients are computed.
 *
 * <p>{@link #standard()} is the item-level linearisation with t limits at 95 %; the {@code with}
 * methods change one thing at a time.
 *
 * @param standardError which standard error
 * @param interval which interval
 * @param confidenceLevel nominal coverage in (0, 1)
 * @param populationSize number of items N that those rated were drawn from: the variance is
 *     multiplied by 1 - items / N; empty for an unlimited population
 * @param replicates bootstrap replicates, at least 2
 * @param seed of the bootstrap; the same seed gives the same numbers
 * @param degrees which items the t quantiles count
 */
public record Inference(
    StandardError standardError,
    IntervalKind interval,
    double confidenceLevel,
    OptionalLong populationSize,
    int replicates,
    long seed,
    Degrees degrees) {

  /** What the degrees of freedom of t quantiles are, less 1. */
  public enum Degrees {
    /**
     * The items that the coefficient rests on: those rated twice for Krippendorff's alpha, which
     * leaves out the others, and all rated ones elsewhere.
     */
    USED,
    /** All rated items, also for alpha, as irrCAC does it. */
    RATED
  }

  /** Kinds of standard error. */
  public enum StandardError {
    /**
     * Item-level linearisation, divisor n (n - 1). An item rated once contributes nothing to the
     * observed agreement, so it has no influence on it.
     */
    LINEARIZED,
    /**
     * As irrCAC does it, for parity: items rated once enter the observed agreement as zeros, which
     * inflates the standard error when there are many. Equal to {@link #LINEARIZED} when every item
     * is rated twice.
     */
    GWET,
    /**
     * Large-sample delta method, divisor n^2; complete pairs of two raters only. For Cohen's kappa
     * it is Fleiss, Cohen and Everitt (1969).
     */
    DELTA,
    /** Leaves out one item at a time; grades and weights stay fixed. */
    JACKKNIFE,
    /** Standard deviation over bootstrap replicates of the items. */
    BOOTSTRAP
  }

  /** Kinds of interval. */
  public enum IntervalKind {
    /** Estimate plus and minus a t quantile, its degrees of freedom those of {@link Degrees}. */
    T,
    /** Estimate plus and minus a normal quantile. */
    NORMAL,
    /**
     * Symmetric in the logit of the disagreement ratio, so that it stays below 1 and is honest near
     * it.
     */
    LOGIT,
    /**
     * Wilson's score interval for (1 - value) / 2 at the effective number of trials: like LOGIT,
     * with coverage nearer the nominal one when there are a handful of disagreements.
     */
    SCORE,
    /**
     * Quantiles of the coefficient in the populations that may be behind the items: a Dirichlet
     * prior with the mass of one item over the rating patterns, stretched as t limits are. Keeps
     * its coverage in small samples, with rare grades and near 1, where the others fall short; the
     * one advised. Pinned random numbers: the same items give the same limits, to about 2 % of the
     * width.
     */
    POSTERIOR,
    /** Quantiles of the bootstrap replicates. */
    PERCENTILE,
    /** Bootstrap quantiles corrected for bias and acceleration. */
    BCA
  }

  public Inference {
    Objects.requireNonNull(standardError, "standardError");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(degrees, "degrees");
    Check.openUnit("confidence", confidenceLevel);
    populationSize.ifPresent(n -> Check.atLeast("populationSize", 1, n));
    Check.atLeast("replicates", 2, replicates);
  }

  /**
   * Linearised standard error, t limits at 95 %, unlimited population, 2,000 replicates.
   *
   * @return the defaults
   */
  public static Inference standard() {
    return new Inference(
        StandardError.LINEARIZED,
        IntervalKind.T,
        0.95,
        OptionalLong.empty(),
        2_000,
        1,
        Degrees.USED);
  }

  /**
   * Another standard error.
   *
   * @param kind which
   * @return a copy with it
   */
  public Inference withStandardError(StandardError kind) {
    return new Inference(
        kind, interval, confidenceLevel, populationSize, replicates, seed, degrees);
  }

  /**
   * Another interval.
   *
   * @param kind which
   * @return a copy with it
   */
  public Inference withInterval(IntervalKind kind) {
    return new Inference(
        standardError, kind, confidenceLevel, populationSize, replicates, seed, degrees);
  }

  /**
   * Another confidence.
   *
   * @param level in (0, 1), for example 0.9
   * @return a copy with it
   */
  public Inference withConfidence(double level) {
    return new Inference(standardError, interval, level, populationSize, replicates, seed, degrees);
  }

  /**
   * A finite population.
   *
   * @param items number of items N that those rated were drawn from, at least as many
   * @return a copy with it
   */
  public Inference withPopulationSize(long items) {
    return new Inference(
        standardError,
        interval,
        confidenceLevel,
        OptionalLong.of(items),
        replicates,
        seed,
        degrees);
  }

  /**
   * Another bootstrap.
   *
   * @param times replicates, at least 2
   * @param newSeed of the random numbers
   * @return a copy with it
   */
  public Inference withBootstrap(int times, long newSeed) {
    return new Inference(
        standardError, interval, confidenceLevel, populationSize, times, newSeed, degrees);
  }

  /**
   * Other degrees of freedom.
   *
   * @param which items the t quantiles count
   * @return a copy with them
   */
  public Inference withDegrees(Degrees which) {
    return new Inference(
        standardError, interval, confidenceLevel, populationSize, replicates, seed, which);
  }

  boolean needsBootstrap() {
    return standardError == StandardError.BOOTSTRAP
        || interval == IntervalKind.PERCENTILE
        || interval == IntervalKind.BCA;
  }
}
