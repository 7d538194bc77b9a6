/**
 * Change in how someone grades: from checks in order of time to points, limits and signals.
 *
 * <p>Which class answers which question:
 *
 * <table>
 * <caption>Classes of this package</caption>
 * <tr><th>question</th><th>class</th></tr>
 * <tr><td>How did the errors of each assessor go over time?</td><td>{@link
 *     org.assay.drift.AssessorTrends} with {@link org.assay.drift.AssessorTrends.TrendOptions} gives an {@link
 *     org.assay.drift.AssessorTrend} of {@link org.assay.drift.AssessorTrend.TrendPoint}s</td></tr>
 * <tr><td>How many checks does it take to notice a change?</td><td>{@link
 *     org.assay.drift.DriftSize}</td></tr>
 * <tr><td>What is the normal rate?</td><td>{@link org.assay.drift.AssessorTrend.Baseline}</td></tr>
 * <tr><td>In which order do checks come?</td><td>{@code EventSequences}, {@code EventSequence},
 *     {@code TimeOrder}; by period {@code PeriodCounts}</td></tr>
 * <tr><td>When is a period a surprise?</td><td>{@code PeriodLimits}, {@code PeriodPoints}</td></tr>
 * <tr><td>What is a detector, and which are there?</td><td>{@code Detector}, {@code Detectors};
 *     it gives {@code ChangeSignal}s</td></tr>
 * <tr><td>How is the CUSUM designed and run?</td><td>{@code CusumDetector}; {@code TwoSidedCusum},
 *     {@code CusumDesign}, {@code BernoulliCusum}; exact run lengths {@code RunLength}, the promise
 *     {@code FalseSignals}</td></tr>
 * <tr><td>A control chart of counts, with limits?</td><td>{@link
 *     org.assay.drift.AttributeChart} (p, np, u, c, Laney) gives a {@link
 *     org.assay.drift.ControlChart}; of people {@link org.assay.estimate.FunnelPlot}</td></tr>
 * <tr><td>Of values?</td><td>{@link org.assay.drift.Ewma}, {@link
 *     org.assay.drift.NormalCusum}</td></tr>
 * <tr><td>Of evidence for a change?</td><td>{@link org.assay.drift.EvidenceChart} (risk-adjusted
 *     CUSUM, Shiryaev-Roberts, Page-Hinkley)</td></tr>
 * <tr><td>How long until a chart signals, and which limit has a wanted run length?</td><td>{@link
 *     org.assay.drift.Ewma}, {@link org.assay.drift.NormalCusum} by {@code IntegralEquation}; {@link
 *     org.assay.drift.CountCusum} of errors</td></tr>
 * </table>
 */
package org.assay.drift;
