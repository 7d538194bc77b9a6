package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.assay.interval.Probabilities;
import org.assay.interval.Probabilities.Function;
import org.assay.io.schema.Required;

/** Op {@code distribution}: probabilities, tails and quantiles. */
final class DistributionOperation {
  static final Operation<Operation.NoInput, Params, Result> OPERATION =
      new Operation<>(
          "distribution",
          Operation.NoInput.class,
          Params.class,
          Result.class,
          (none, params) -> value(params));

  private DistributionOperation() {}

  /** Distributions. */
  private enum Name {
    /** Errors among n checks at rate p. */
    BINOMIAL,
    /** Errors among n items drawn from populationSize with defective ones. */
    HYPERGEOMETRIC,
    /** Counts with a mean. */
    POISSON,
    /** On [0, 1] with shapes alpha and beta. */
    BETA,
    /** With mean and standardDeviation. */
    NORMAL,
    /** Student's, with degreesOfFreedom. */
    T,
    /** With degreesOfFreedom. */
    CHI_SQUARED,
    /** Fisher's, with numeratorDegreesOfFreedom and denominatorDegreesOfFreedom. */
    F
  }

  /**
   * Which distribution, which function, where.
   *
   * @param name the distribution
   * @param function what is asked of it
   * @param at a point, or a probability for quantiles
   * @param n checks, or items drawn; of binomial and hypergeometric
   * @param p error rate in [0, 1]; of binomial
   * @param populationSize items in the lot; of hypergeometric
   * @param defective defective items in the lot; of hypergeometric
   * @param mean mean; of poisson and normal
   * @param standardDeviation standard deviation; of normal
   * @param alpha first shape; of beta
   * @param beta second shape; of beta
   * @param degreesOfFreedom degrees of freedom; of t and chiSquared
   * @param numeratorDegreesOfFreedom degrees of freedom of the numerator; of f
   * @param denominatorDegreesOfFreedom degrees of freedom of the denominator; of f
   */
  record Params(
      @Required Name name,
      @Required Function function,
      @Required Double at,
      Long n,
      Double p,
      Long populationSize,
      Long defective,
      Double mean,
      Double standardDeviation,
      Double alpha,
      Double beta,
      Double degreesOfFreedom,
      Double numeratorDegreesOfFreedom,
      Double denominatorDegreesOfFreedom) {
    private long count() {
      return number("n", n);
    }
  }

  /**
   * The value.
   *
   * @param value the probability, density, logarithm or quantile; null for the logarithm of 0 and
   *     for an infinite density
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Result(Double value) {}

  private static Result value(Params params) {
    var value = distribution(params).of(params.function(), params.at()).asOptional();
    return new Result(value.isPresent() ? value.getAsDouble() : null);
  }

  private static Probabilities distribution(Params p) {
    return switch (p.name()) {
      case BINOMIAL -> Probabilities.binomial(p.count(), number("p", p.p()));
      case HYPERGEOMETRIC ->
          Probabilities.hypergeometric(
              number("populationSize", p.populationSize()),
              number("defective", p.defective()),
              p.count());
      case POISSON -> Probabilities.poisson(number("mean", p.mean()));
      case BETA -> Probabilities.beta(number("alpha", p.alpha()), number("beta", p.beta()));
      case NORMAL ->
          Probabilities.normal(
              number("mean", p.mean()), number("standardDeviation", p.standardDeviation()));
      case T -> Probabilities.student(number("degreesOfFreedom", p.degreesOfFreedom()));
      case CHI_SQUARED ->
          Probabilities.chiSquared(number("degreesOfFreedom", p.degreesOfFreedom()));
      case F ->
          Probabilities.fisher(
              number("numeratorDegreesOfFreedom", p.numeratorDegreesOfFreedom()),
              number("denominatorDegreesOfFreedom", p.denominatorDegreesOfFreedom()));
    };
  }

  private static <T> T number(String name, T value) {
    return Given.required("params." + name, value);
  }
}
