package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.assay.interval.Probabilities;
import org.assay.interval.Probabilities.Function;

/** The {@code distribution} operation: probabilities, tails and quantiles. */
final class DistributionOperation {
  private static final Map<String, java.util.function.Function<Params, Probabilities>> NAMES =
      Map.of(
          "binomial", p -> Probabilities.binomial(p.count(), number("p", p.p())),
          "hypergeometric",
              p ->
                  Probabilities.hypergeometric(
                      number("populationSize", p.populationSize()),
                      number("defective", p.defective()),
                      p.count()),
          "poisson", p -> Probabilities.poisson(number("mean", p.mean())),
          "beta", p -> Probabilities.beta(number("alpha", p.alpha()), number("beta", p.beta())),
          "normal",
              p ->
                  Probabilities.normal(
                      number("mean", p.mean()), number("standardDeviation", p.standardDeviation())),
          "t", p -> Probabilities.student(number("degreesOfFreedom", p.degreesOfFreedom())),
          "chiSquared",
              p -> Probabilities.chiSquared(number("degreesOfFreedom", p.degreesOfFreedom())),
          "f",
              p ->
                  Probabilities.fisher(
                      number("numeratorDegreesOfFreedom", p.numeratorDegreesOfFreedom()),
                      number("denominatorDegreesOfFreedom", p.denominatorDegreesOfFreedom())));

  private static final Map<String, Function> FUNCTIONS =
      Map.of(
          "pmf", Function.PMF,
          "cdf", Function.CDF,
          "sf", Function.SF,
          "logPmf", Function.LOG_PMF,
          "logCdf", Function.LOG_CDF,
          "logSf", Function.LOG_SF,
          "quantile", Function.QUANTILE,
          "upperQuantile", Function.UPPER_QUANTILE);

  static final Operation<Operation.NoInput, Params, Result> OPERATION =
      new Operation<>(
          "distribution",
          Operation.NoInput.class,
          Params.class,
          Result.class,
          (none, params) -> value(params));

  private DistributionOperation() {}

  /**
   * Which distribution, which function, where.
   *
   * @param name binomial (n, p), hypergeometric (populationSize, defective, n), poisson (mean),
   *     beta (alpha, beta), normal (mean, standardDeviation), t and chiSquared (degreesOfFreedom),
   *     f (numeratorDegreesOfFreedom, denominatorDegreesOfFreedom)
   * @param function pmf, cdf, sf, logPmf, logCdf, logSf, quantile or upperQuantile
   * @param at a point, or a probability for quantiles
   * @param n checks or items drawn
   * @param p error rate
   * @param populationSize items in the lot
   * @param defective of them defective
   * @param mean of poisson and normal
   * @param standardDeviation of normal
   * @param alpha first shape
   * @param beta second shape
   * @param degreesOfFreedom of t and chiSquared
   * @param numeratorDegreesOfFreedom of f
   * @param denominatorDegreesOfFreedom of f
   */
  record Params(
      String name,
      String function,
      Double at,
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
   * @param value null for the logarithm of 0 and for an infinite density
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Result(Double value) {}

  private static Result value(Params params) {
    var distribution = Choice.of("params.name", params.name(), NAMES).apply(params);
    Function function = Choice.of("params.function", params.function(), FUNCTIONS);
    var value = distribution.of(function, number("at", params.at())).asOptional();
    return new Result(value.isPresent() ? value.getAsDouble() : null);
  }

  private static <T> T number(String name, T value) {
    return Given.required("params." + name, value);
  }
}
