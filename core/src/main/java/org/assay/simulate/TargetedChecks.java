package org.assay.simulate;

import org.assay.internal.Check;

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
