package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaldPlanTest {
  /** R Dodge 0.9-2, SeqDesignBinomial(.01, .05, .04, .05): printed digits. */
  @Test
  void published() {
    var plan = new WaldPlan(0.01, 0.04, 0.05, 0.05);
    assertEquals(2.07784178, plan.acceptIntercept(), 5e-9);
    assertEquals(2.07784178, plan.rejectIntercept(), 5e-9);
    assertEquals(0.02171505, plan.slope(), 5e-9);
    double largest =
        IntStream.range(100, 400)
            .mapToDouble(i -> plan.averageSampleNumber(i / 10_000.0))
            .max()
            .getAsDouble();
    assertEquals(207.06, largest, 0.005);
  }

  /** From the definitions with R 4.2.2. */
  @Test
  void curve() {
    var plan = new WaldPlan(0.01, 0.05, 0.05, 0.1);
    assertEquals(80.61920043906193, plan.averageSampleNumber(0.01), 1e-10);
    assertEquals(57.54766195704496, plan.averageSampleNumber(0.05), 1e-10);
    assertEquals(98.03055361204083, plan.averageSampleNumber(plan.slope()), 1e-6);
    assertEquals(0.95, plan.accept(0.01), 1e-12);
    assertEquals(0.1, plan.accept(0.05), 1e-12);
    assertEquals(0.5621471973289098, plan.accept(plan.slope()), 1e-9);
    assertEquals(1, plan.accept(0));
    assertEquals(0, plan.accept(1));
  }

  @Test
  void boundary() {
    var plan = new WaldPlan(0.01, 0.05, 0.05, 0.1);
    assertEquals(OptionalLong.empty(), plan.acceptAt(54));
    assertEquals(OptionalLong.of(0), plan.acceptAt(55));
    assertEquals(OptionalLong.empty(), plan.rejectAt(1));
    assertEquals(OptionalLong.of(3), plan.rejectAt(10));
  }

  @Test
  void message() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> new WaldPlan(0.05, 0.01, 0.05, 0.05));
    assertEquals("acceptable must be below unacceptable (0.01), got 0.05", e.getMessage());
  }
}
