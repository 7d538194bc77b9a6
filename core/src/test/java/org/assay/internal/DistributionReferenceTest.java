package org.assay.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Distribution functions and quantiles against 50-digit arithmetic, at ordinary and extreme
 * arguments.
 */
class DistributionReferenceTest {
  // A probability is exp of a logarithm that is right to a few units in its last place.
  private static final double RELATIVE = 1e-12;

  @ParameterizedTest(name = "{0}({1}, {2}, {3}) {4} {5}")
  @CsvFileSource(resources = "/mpmath/distributions.csv", useHeadersInDisplayName = true)
  void reference(
      String name,
      double first,
      Double second,
      Double third,
      String function,
      double at,
      double expected) {
    Distribution d = distribution(name, first, second, third);
    double value =
        switch (function) {
          case "pmf" -> d.mass(at);
          case "logPmf" -> d.logMass(at);
          case "cdf" -> d.tails(at).lower();
          case "sf" -> d.tails(at).upper();
          case "logCdf" -> d.tails(at).logLower();
          case "logSf" -> d.tails(at).logUpper();
          case "quantile" -> d.quantile(at);
          case "upperQuantile" -> d.upperQuantile(at);
          default -> throw new AssertionError(function);
        };
    assertEquals(expected, value, RELATIVE * Math.abs(expected) + 20 * Double.MIN_VALUE);
  }

  private static Distribution distribution(String name, double first, Double second, Double third) {
    return switch (name) {
      case "normal" -> new Normal(first, second);
      case "binomial" -> new Binomial((long) first, second);
      case "hypergeometric" ->
          new Hypergeometric((long) first, second.longValue(), third.longValue());
      case "poisson" -> new Poisson(first);
      case "beta" -> new Beta(first, second);
      case "chiSquared" -> new ChiSquared(first);
      case "t" -> new StudentT(first);
      case "f" -> new FisherF(first, second);
      default -> throw new AssertionError(name);
    };
  }
}
