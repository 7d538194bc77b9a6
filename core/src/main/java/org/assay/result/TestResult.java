package org.assay.result;

/**
 * A test of a hypothesis with what it was decided on.
 *
 * @param statistic value of the test statistic, undefined when there is nothing to compare
 * @param degreesOfFreedom degrees of freedom, 0 for a test without
 * @param pValue two-sided unless the test says otherwise, in [0, 1]
 * @param method name of the test, as in the documentation
 */
public record TestResult(
    Outcome statistic, double degreesOfFreedom, Outcome pValue, String method) {}
