package org.assay.simulate;

import org.assay.internal.Check;

/**
 * Random checks, drawn in each week and for each assessor and assigned grade (a stratum).
 *
 * @param perStratum checks per stratum, all of it when it is smaller; the inclusion probability is
 *     this over the size of the stratum
 * @param blindShare share of the checks made blind
 * @param plantedErrors exact number of errors among all checks of an assessor (given enough
 *     gradings in each stratum), for a case of small numbers that must not depend on luck; null to
 *     leave it to chance
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
