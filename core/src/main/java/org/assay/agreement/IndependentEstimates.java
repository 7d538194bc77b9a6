package org.assay.agreement;

import java.util.List;
import org.assay.internal.Check;
import org.assay.result.Outcome;
import org.assay.result.TestResult;
import org.assay.result.Undefined;

/**
 * Coefficients of independent groups of items, put together and tested for being equal.
 *
 * <pre>{@code
 * pooled x = sum of x_g / s_g² over sum of 1 / s_g²,   standard error 1 / sqrt(sum of 1 / s_g²)
 * chi-squared = sum of ((x_g - x) / s_g)² on groups - 1 degrees of freedom
 * }</pre>
 *
 * <p><b>Edges.</b> Undefined when a coefficient is, or has standard error 0 (ZERO_VARIANCE): it
 * would take all the weight. <b>Source.</b> Fleiss, Levin and Paik (2003), Statistical Methods for
 * Rates and Proportions, 3rd ed., section 18.1. Coefficients of the same items are not independent:
 * {@link JointEstimates}.
 *
 * @param pooled inverse-variance mean
 * @param standardError of the pooled coefficient
 * @param test that all are equal
 */
public record IndependentEstimates(Outcome pooled, Outcome standardError, TestResult test) {

  /**
   * Pools and compares coefficients.
   *
   * @param values one per group, at least two
   * @param standardErrors one per group, at least 0
   * @return the pooled coefficient and the test
   */
  public static IndependentEstimates of(List<Outcome> values, List<Outcome> standardErrors) {
    Check.atLeast("values", 2, values.size());
    if (standardErrors.size() != values.size()) {
      throw new IllegalArgumentException(
          "standardErrors must have one value for each of "
              + values.size()
              + " values, got "
              + standardErrors.size());
    }
    int degrees = values.size() - 1;
    double weights = 0;
    double sum = 0;
    for (int g = 0; g < values.size(); g++) {
      Outcome error = standardErrors.get(g);
      if (!values.get(g).defined() || !error.defined()) {
        return undefined(values.get(g).reason().or(error::reason).orElseThrow(), degrees);
      }
      if (!(error.value() > 0)) {
        return undefined(Undefined.ZERO_VARIANCE, degrees);
      }
      double weight = 1 / (error.value() * error.value());
      weights += weight;
      sum += weight * values.get(g).value();
    }
    double pooled = sum / weights;
    double statistic = 0;
    for (int g = 0; g < values.size(); g++) {
      double z = (values.get(g).value() - pooled) / standardErrors.get(g).value();
      statistic += z * z;
    }
    return new IndependentEstimates(
        Outcome.of(pooled),
        Outcome.of(1 / Math.sqrt(weights)),
        TestResult.chiSquared(statistic, degrees, "equal coefficients, independent"));
  }

  private static IndependentEstimates undefined(Undefined reason, int degrees) {
    Outcome none = Outcome.undefined(reason);
    return new IndependentEstimates(
        none, none, TestResult.undefined(reason, degrees, "equal coefficients, independent"));
  }
}
