/**
 * Who needs which support, shown by checks: comparisons with others in the same place, problems of
 * the guideline told apart from personal ones, and what a training did.
 *
 * <p>Which class answers which question:
 *
 * <ul>
 *   <li>Who errs more than the others, and at which boundary: {@link
 *       org.assay.needs.TrainingNeeds}, by {@link org.assay.needs.NeedOptions}.
 *   <li>What the words mean: {@link org.assay.needs.Evidence}.
 *   <li>What does everybody mix up: {@link org.assay.needs.GuidelineNeed}.
 *   <li>What would the team's rate be without: {@link org.assay.needs.TeamEffect}.
 *   <li>Did a training do anything: {@link org.assay.needs.TrainingEffects}.
 * </ul>
 *
 * <p>Everything is computed from the cells of random checks ({@link org.assay.estimate.CheckCell}).
 */
package org.assay.needs;
