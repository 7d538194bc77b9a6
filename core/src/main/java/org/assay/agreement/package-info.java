/**
 * Agreement coefficients, their standard errors, and tests of agreement and of marginals.
 *
 * <p>Ratings are counted once; every coefficient, interval and test is then computed from the
 * counts, and slices of them can be merged or taken out again. Three assessors, three grades:
 *
 * <pre>{@code
 * RatingRows week = RatingRows.create(3, 3); // a row is the grades that the three gave
 * week.add(new int[] {0, 0, 0}, 520); // times this many items
 * week.add(new int[] {1, 1, 1}, 210);
 * week.add(new int[] {0, 0, 1}, 60);
 * week.add(new int[] {1, 2, 1}, 35);
 * week.add(new int[] {2, 2, RatingRows.MISSING}, 90);
 * RatingRows next = RatingRows.create(3, 3);
 * next.add(new int[] {0, 1, 0}, 85);
 * RatingRows both = RatingRows.create(3, 3).merge(week).merge(next);
 *
 * Inference score = Inference.standard().withInterval(Inference.IntervalKind.SCORE);
 * Weights linear = WeightScheme.LINEAR.of(new double[] {1, 2, 4});
 * AgreementEstimate kappa = FleissKappa.with(linear).estimate(both.patterns(), score);
 * AgreementEstimate conger = CongerKappa.with(linear).estimate(both, score);
 *
 * // Is it above .8? Do the second and third assessor agree equally with the first?
 * TestResult level =
 *     CoefficientHypothesis.of(kappa, 0.8, CoefficientHypothesis.Alternative.GREATER);
 * CohenKappa cohen = CohenKappa.with(linear);
 * TestResult equal =
 *     JointEstimates.of(both, List.of(Reading.of(cohen, 0, 1), Reading.of(cohen, 0, 2))).equal();
 *
 * // What does not exist says why.
 * AgreementEstimate none = FleissKappa.of(RatingPatterns.of(new int[][] {{3, 0}, {3, 0}}));
 * Undefined reason = none.value().reason().orElseThrow(); // NO_VARIATION
 * }</pre>
 *
 * <p>Which class answers what:
 *
 * <ul>
 *   <li>All coefficients of a table of gradings: {@link org.assay.agreement.Agreement}; everybody
 *       with everybody {@link org.assay.agreement.TeamAgreement}.
 *   <li>One coefficient: the class of its name, such as {@link org.assay.agreement.FleissKappa}.
 *       Its standard error, interval and p-value come from {@code Estimator}, as {@link
 *       org.assay.agreement.Inference} asks, and from the derivative {@code Coefficient.gradient}.
 *   <li>How far are two grades apart? {@link org.assay.agreement.Weights}; for alpha also {@link
 *       org.assay.agreement.KrippendorffAlpha.KrippendorffMetric}, whose ordinal distances, which
 *       depend on the counts, are {@code OrdinalMetric}.
 *   <li>Do two coefficients differ? {@link org.assay.agreement.JointEstimates} of the same items,
 *       {@link org.assay.agreement.IndependentEstimates} of others; in small samples {@link
 *       org.assay.agreement.ExchangedReadings}, {@link org.assay.agreement.SmoothedReadings}.
 *   <li>A study with trials and a standard: {@link org.assay.agreement.AttributeStudy}.
 *   <li>Numbers in place of grades: {@link org.assay.agreement.IntraclassCorrelation}.
 * </ul>
 */
package org.assay.agreement;
