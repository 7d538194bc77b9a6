package org.assay.simulate;

import java.util.List;
import org.assay.internal.Check;

/**
 * What QA checks, and how well.
 *
 * @param random random checks of every assessor without a design of their own
 * @param targeted targeted checks
 * @param reviewers QA officers; each check goes to one of them by chance
 * @param adjudicationCorrect chance that a disagreement is settled at the reference grade; else the
 *     QA officer's grade stands
 * @param lagMedianDays median of the log-normal time from grading to verdict, for an easy item
 * @param lagSpread standard deviation of its logarithm
 * @param hardLagFactor factor on the time for a hard item
 */
public record QaDesign(
    RandomChecks random,
    TargetedChecks targeted,
    List<ReviewerProfile> reviewers,
    double adjudicationCorrect,
    double lagMedianDays,
    double lagSpread,
    double hardLagFactor) {

  public QaDesign {
    Valid.required("random", random);
    Valid.required("targeted", targeted);
    reviewers = Valid.orEmpty(reviewers);
    Check.atLeast("number of reviewers", 1, reviewers.size());
    Check.closedUnit("adjudicationCorrect", adjudicationCorrect);
    Check.positive("lagMedianDays", lagMedianDays);
    Check.positive("lagSpread", lagSpread);
    Check.positive("hardLagFactor", hardLagFactor);
  }
}
