package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LimitPValuesTest {
  /**
   * By hand: .05 log10(1 / risk) is at most .1 from a risk of 1e-2 on, and .3 less that is above .1
   * from 1e-4 on.
   */
  @Test
  void theSmallestRiskAtWhichABoundReachesTheLimit() {
    var p =
        LimitPValues.ofBounds(
            risk -> .3 + .05 * Math.log10(risk), risk -> -.05 * Math.log10(risk), .1);
    assertEquals(1e-2, p.soFew(), 1e-5);
    assertEquals(1e-4, p.soMany(), 1e-7);
  }

  @Test
  void whatIsNeverOrAlwaysShown() {
    var p = LimitPValues.ofBounds(risk -> 0, risk -> 0, .1);
    assertEquals(1e-12, p.soFew(), 1e-14);
    assertEquals(1, p.soMany());
  }
}
