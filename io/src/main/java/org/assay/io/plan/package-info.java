/**
 * From a policy and gradings to a plan, a blind pick-list, and the decision from the verdicts.
 * Which class answers what:
 *
 * <ul>
 *   <li>What a plan is, and its file: {@link org.assay.io.plan.Plan}, {@code PlannedLot}, {@code
 *       PlannedLevel}, {@link org.assay.io.plan.PlanFiles}.
 *   <li>What is drawn: {@link org.assay.io.plan.Draw}, {@code PickList} (as a workbook {@code
 *       PickListBook}), {@code KeyFile}; a promised seed {@link org.assay.io.plan.SeedPromise}.
 *   <li>Which drawn item is a row of a filled list of: {@code DrawMarks}; its id put back {@code
 *       DrawnVerdicts}.
 *   <li>What was changed since: {@code PlanDigests}, compared by {@code KeyFile}.
 *   <li>What the verdicts decide: {@link org.assay.io.plan.EvaluateJob}, {@link
 *       org.assay.io.plan.PlanStatus}; the rules of the policy {@code PlanRuling}, of a family of
 *       states {@code PlanFamily}; resumed from an {@link org.assay.io.plan.EvaluationState}.
 *   <li>What remains: {@link org.assay.io.plan.Remaining}, {@link org.assay.io.plan.Progress}.
 *   <li>How a report looks at a plan: {@link org.assay.io.plan.PlannedChecks}, {@link
 *       org.assay.io.plan.StoppedScopes}.
 * </ul>
 */
package org.assay.io.plan;
