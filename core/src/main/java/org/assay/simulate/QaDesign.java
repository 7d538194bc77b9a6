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

  /**
   * Random checks, drawn in each week and for each assessor and assigned grade (a stratum).
   *
   * @param perStratum checks per stratum, all of it when it is smaller; the inclusion probability
   *     is this over the size of the stratum
   * @param blindShare share of the checks made blind
   * @param plantedErrors exact number of errors among all checks of an assessor (given enough
   *     gradings in each stratum), for a case of small numbers that must not depend on luck; null
   *     to leave it to chance
   */
  public record RandomChecks(int perStratum, double blindShare, Integer plantedErrors) {
    public RandomChecks {
      Check.atLeast("perStratum", 1, perStratum);
      Check.closedUnit("blindShare", blindShare);
      if (plantedErrors != null) {
        Check.atLeast("plantedErrors", 0, plantedErrors);
      }
    }
  }

  /**
   * A QA officer.
   *
   * @param id pseudonym
   * @param easyCorrect chance of arriving at the reference grade of an easy item without help
   * @param hardCorrect the same for a hard item; a miss lands on a neighbouring grade
   * @param deference chance of accepting a wrong grade that is visible
   */
  public record ReviewerProfile(
      String id, double easyCorrect, double hardCorrect, double deference) {
    public ReviewerProfile {
      Valid.id("reviewer id", id);
      Check.closedUnit("easyCorrect", easyCorrect);
      Check.closedUnit("hardCorrect", hardCorrect);
      Check.closedUnit("deference", deference);
    }
  }

  /**
   * Checks of gradings that look risky. They find errors and say nothing about a population.
   *
   * @param perWeek checks per week in the whole team
   * @param easyChance chance that an easy item looks risky; a hard item always does
   * @param blindShare share of the checks made blind
   */
  public record TargetedChecks(int perWeek, double easyChance, double blindShare) {
    public TargetedChecks {
      Check.atLeast("perWeek", 0, perWeek);
      Check.closedUnit("easyChance", easyChance);
      Check.closedUnit("blindShare", blindShare);
    }
  }
}
