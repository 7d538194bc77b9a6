package org.assay.result;

import org.assay.internal.ChiSquared;

/**
 * A test of a hypothesis with what it was decided on.
 *
 * @param statistic value of the test statistic, undefined when there is nothing to compare
 * @param degreesOfFreedom degrees of freedom, 0 for a test without
 * @param pValue two-sided unless the test says otherwise, in [0, 1]
 * @param method name of the test, as in the documentation
 */
public record TestResult(
    Outcome statistic, double degreesOfFreedom, Outcome pValue, String method) {
  /**
   * A statistic that is referred to a chi-squared distribution.
   *
   * @param statistic at least 0
   * @param degreesOfFreedom above 0
   * @param method name of the test
   * @return with the upper tail as p-value
   */
  public static TestResult chiSquared(double statistic, double degreesOfFreedom, String method) {
    double p = new ChiSquared(degreesOfFreedom).tails(statistic).upper();
    return new TestResult(Outcome.of(statistic), degreesOfFreedom, Outcome.of(p), method);
  }

  /**
   * A test that valid data leave undefined.
   *
   * @param reason why
   * @param degreesOfFreedom that it would have
   * @param method name of the test
   * @return without statistic and p-value
   */
  public static TestResult undefined(Undefined reason, double degreesOfFreedom, String method) {
    return new TestResult(
        Outcome.undefined(reason), degreesOfFreedom, Outcome.undefined(reason), method);
  }
}
