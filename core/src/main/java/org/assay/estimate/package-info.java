/**
 * Design-weighted rates, and conclusions about levels.
 *
 * <p>Which class answers which question:
 *
 * <ul>
 *   <li>Which of several verdicts counts, and what is unresolved: {@link
 *       org.assay.estimate.ReferenceChecks}.
 *   <li>What was checked, by assessor, period, stream, stratum, grade: {@link
 *       org.assay.estimate.CheckCounts}, {@link org.assay.estimate.CheckCell}.
 *   <li>The weight of a check: the factor of its selections that have no verdict {@link
 *       org.assay.estimate.CheckWeights}, times 1 / probability {@link
 *       org.assay.estimate.DesignScope}.
 *   <li>Which gradings could be selected: {@link org.assay.estimate.SamplingFrame}, {@link
 *       org.assay.estimate.SamplingFrame.ScopeFrame}.
 *   <li>A rate with limits, for a part of a table: {@link org.assay.estimate.DesignScope}, {@link
 *       org.assay.estimate.DesignRate}; from counts alone: {@link org.assay.estimate.DesignSample}.
 *   <li>Is a level met, and how many further checks would tell: {@link
 *       org.assay.estimate.LevelConclusion}.
 *   <li>Agreement with the reference: {@link org.assay.estimate.DesignAgreement}, its limits {@link
 *       org.assay.estimate.DesignAgreement.CheckedTable}.
 *   <li>Who gives which grade for which: {@link org.assay.estimate.AssessorMatrices}, {@link
 *       org.assay.estimate.AssessorMatrix}; of any reference {@link
 *       org.assay.estimate.ReferenceMatrix}, its cells {@link org.assay.estimate.MatrixShare}, what
 *       it comes down to {@link org.assay.estimate.MatrixRates}.
 *   <li>Rates of people who get different work: {@link org.assay.estimate.FairComparison}; how far
 *       chance moves them {@link org.assay.estimate.FunnelPlot}.
 *   <li>What others would have in somebody's place: {@link org.assay.estimate.CaseMixRates}.
 *   <li>Do checks in sight of the grade find less: {@link org.assay.estimate.DetectionRatio}.
 *   <li>Do QA officers find alike: {@link org.assay.estimate.OfficerComparisons}, {@link
 *       org.assay.estimate.OrderEffects}; do two of them agree, and who is overturned: {@link
 *       org.assay.estimate.DoubleChecks}.
 *   <li>Who shares wrong grades with whom: {@link org.assay.estimate.IndependenceScreen}, on items
 *       whose reference {@link org.assay.estimate.ItemReferences} tells.
 *   <li>Do errors of a week go together: {@link org.assay.estimate.Overdispersion}.
 * </ul>
 */
package org.assay.estimate;
