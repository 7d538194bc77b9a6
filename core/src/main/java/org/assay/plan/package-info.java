/**
 * QA levels, inspection plans, operating characteristics. Which class answers what:
 *
 * <ul>
 *   <li>What must be met: {@link org.assay.plan.QaLevel}, for a lot of whole items {@link
 *       org.assay.plan.Promise} by a {@link org.assay.plan.Lot.Reading}.
 *   <li>Is it met? {@link org.assay.plan.LevelJudge.LevelAssessment}; the one judge {@link
 *       org.assay.plan.LevelJudge} by {@link org.assay.plan.LimitPValues}.
 *   <li>How many more checks settle it? {@link org.assay.plan.FurtherChecks}, with a {@link
 *       org.assay.plan.FurtherChecks.FurtherAnswer}.
 *   <li>How many checks must be made? {@link org.assay.plan.SingleSampling}, {@link
 *       org.assay.plan.DoubleSampling}, {@link org.assay.plan.MultipleSampling}, {@link
 *       org.assay.plan.JointSampling}; sequentially {@link org.assay.plan.SequentialDesigns},
 *       {@link org.assay.plan.OptimalPlans}, {@link org.assay.plan.AlwaysValid}; with re-graders
 *       who err {@link org.assay.plan.ReGraderSampling}.
 *   <li>What can a sample show? {@link org.assay.plan.SampleReach}; sizes for a precision, a bound
 *       or a kappa are in package {@code size}.
 *   <li>How does a plan behave? {@link org.assay.plan.OperatingCharacteristic}, {@link
 *       org.assay.plan.StagedPlan.Curtailment}, {@link org.assay.plan.BoundaryRun}, {@link
 *       org.assay.plan.OperatingCharacteristic.OutgoingQuality}.
 *   <li>What do the verdicts so far decide? {@link org.assay.plan.Evaluation}; at any time {@link
 *       org.assay.plan.EProcess}; of many at once {@link
 *       org.assay.compare.Multiplicity.EvidenceSelection}.
 *   <li>Published schemes: {@link org.assay.plan.MilStd105e}, {@link
 *       org.assay.plan.LotByLot.SwitchingRules}, {@link org.assay.plan.DodgeRomig}, {@link
 *       org.assay.plan.LotByLot}, {@link org.assay.plan.WaldPlan}.
 * </ul>
 *
 * <p>Every comparison of a probability with a risk is {@code Risk.isAtMost}, so that ties are
 * decided alike everywhere.
 */
package org.assay.plan;
