package org.assay.simulate;

import java.time.OffsetDateTime;

/**
 * One more grading at a given moment, for example in the hour that a clock change repeats.
 *
 * @param assessor who
 * @param at when, inside the simulated weeks
 */
public record ExtraGrading(String assessor, OffsetDateTime at) {
  public ExtraGrading {
    Valid.required("assessor", assessor);
    Valid.required("at", at);
  }

  long millis() {
    return at.toInstant().toEpochMilli();
  }
}
