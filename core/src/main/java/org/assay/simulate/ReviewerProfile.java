package org.assay.simulate;

import org.assay.internal.Check;

/**
 * A QA officer.
 *
 * @param id pseudonym
 * @param easyCorrect chance of arriving at the reference grade of an easy item without help
 * @param hardCorrect the same for a hard item; a miss lands on a neighbouring grade
 * @param deference chance of accepting a wrong grade that is visible
 */
public record ReviewerProfile(String id, double easyCorrect, double hardCorrect, double deference) {
  public ReviewerProfile {
    Valid.id("reviewer id", id);
    Check.closedUnit("easyCorrect", easyCorrect);
    Check.closedUnit("hardCorrect", hardCorrect);
    Check.closedUnit("deference", deference);
  }
}
