package org.assay.agreement;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.assay.result.Outcome;
import org.assay.result.TestResult;
import org.assay.result.Undefined;

/** Makes results of tests whose statistic is referred to a chi-squared distribution. */
final class ChiSquaredTest {
  private ChiSquaredTest() {}

  static TestResult of(double statistic, double degreesOfFreedom, String method) {
    double p = ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    return new TestResult(Outcome.of(statistic), degreesOfFreedom, Outcome.of(p), method);
  }

  static TestResult undefined(Undefined reason, double degreesOfFreedom, String method) {
    return new TestResult(
        Outcome.undefined(reason), degreesOfFreedom, Outcome.undefined(reason), method);
  }
}
