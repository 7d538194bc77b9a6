package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FalseSignalsTest {
  /** 0.1 + 0.2 is 0.30000000000000004 in doubles. */
  @Test
  void aTieIsAllowed() {
    double[] rates = {.01, .02};
    double[] weights = {.1, .2};
    double[] shortest = {1, 1};
    assertTrue(new FalseSignals(rates, weights, 100, .3).allow(shortest));
    assertFalse(new FalseSignals(rates, weights, 100, .3 - 1e-9).allow(shortest));
    var single = new FalseSignals(new double[] {.01}, new double[] {.1 + .2}, 100, .3);
    assertTrue(single.allow(0, 1));
    assertEquals(0, single.needed(0));
  }
}
