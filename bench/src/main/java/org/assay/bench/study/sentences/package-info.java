/**
 * A study of the report itself: teams with planted truths, written as files, reported as a user
 * would, and every sentence scored.
 *
 * <p>{@link org.assay.bench.study.sentences.ReportSentences} runs it. A {@link
 * org.assay.bench.study.sentences.TeamDesign} makes {@link
 * org.assay.bench.study.sentences.PlantedTeam}s; the families of designs are {@code LotDesigns},
 * {@code FaultDesigns}, {@code ItemDesigns}, {@code StratumDesigns}, {@code WeightDesigns}, {@code
 * PeopleDesigns}, {@code WeekDesigns}, {@code LookDesigns}, {@code AdviceDesigns}, {@code
 * FamilyDesigns}, {@code AmongDesigns} and {@code PlanDesigns}, listed in {@code TeamDesigns}.
 */
package org.assay.bench.study.sentences;
