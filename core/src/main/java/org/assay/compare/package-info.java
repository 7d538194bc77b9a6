/**
 * Tests of rates and margins, and what several of them are worth together: used by agreement,
 * estimates and drift alike.
 *
 * <ul>
 *   <li>Do two raters, or a rater before and after, differ in one grade? {@link
 *       org.assay.compare.McNemar}; in their use of all grades? {@link
 *       org.assay.compare.MarginalHomogeneity} (Stuart-Maxwell, Bowker).
 *   <li>Do several raters say yes equally often about the same items? {@link
 *       org.assay.compare.CochranQ}; do they order the items alike? {@link
 *       org.assay.compare.Concordance}.
 *   <li>Are the error rates of several groups equal? {@link org.assay.compare.EqualRates}.
 *   <li>Which of many p-values stand? {@link org.assay.compare.Multiplicity}; of many e-values?
 *       {@link org.assay.compare.Multiplicity.EvidenceSelection}.
 * </ul>
 */
package org.assay.compare;
