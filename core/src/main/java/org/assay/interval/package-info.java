/**
 * Intervals and bounds of rates, from counts.
 *
 * <p>Which class answers which question:
 *
 * <table>
 * <caption>Classes of this package</caption>
 * <tr><th>question</th><th>class</th></tr>
 * <tr><td>Errors among checks: which interval, by which method?</td><td>{@link
 *     org.assay.interval.ProportionInterval}, one constant per method; the exact ones (Clopper-Pearson,
 *     mid-P, Blaker) are computed in {@code ExactLimits}, the closed formulas (Wilson and others) in
 *     {@code ScoreLimits}</td></tr>
 * <tr><td>Errors of a finite lot?</td><td>{@link org.assay.interval.FiniteLotBound}</td></tr>
 * <tr><td>Counts without a number of checks?</td><td>{@link
 *     org.assay.interval.PoissonInterval}</td></tr>
 * <tr><td>A weighted sample?</td><td>{@link org.assay.interval.EffectiveClopperPearson} of counts
 *     that are not whole; {@link org.assay.interval.WeightedClopperPearson} of a weighted sum of
 *     counts</td></tr>
 * <tr><td>An estimate with a standard error?</td><td>{@link
 *     org.assay.interval.RateInterval}</td></tr>
 * <tr><td>A re-grader who errs, too?</td><td>{@link
 *     org.assay.interval.ReGraderCalibration}</td></tr>
 * <tr><td>A re-grader of whom only a range is known?</td><td>{@link
 *     org.assay.interval.ReferenceBand}</td></tr>
 * <tr><td>Tail probabilities themselves?</td><td>{@link
 *     org.assay.interval.Probabilities}</td></tr>
 * </table>
 */
package org.assay.interval;
