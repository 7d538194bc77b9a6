package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DriftSizeTest {
  @Test
  void keepsBothPromisesWithTheFewest() {
    var size = DriftSize.checksPerPeriod(0.02, 0.05, 4, 0.01);
    var chart = CusumDesign.of(0.02, 0.05, size.n() / 0.01);
    assertTrue(chart.averageRunLength(0.02) >= 100 * size.n()); // one false signal in 100 periods
    assertEquals(chart.averageRunLength(0.05) / size.n(), size.achieved(), 1e-12);
    assertTrue(size.achieved() <= 4);
    long fewer = size.n() - 1;
    var smaller = CusumDesign.of(0.02, 0.05, fewer / 0.01);
    assertTrue(smaller.averageRunLength(0.05) / fewer > 4);
  }

  @Test
  void smallerChangesTakeMore() {
    assertTrue(
        DriftSize.checksPerPeriod(0.02, 0.03, 4, 0.01).n()
            > DriftSize.checksPerPeriod(0.02, 0.05, 4, 0.01).n());
  }

  @Test
  void message() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> DriftSize.checksPerPeriod(0.02, 0.05, 0, 0.01));
    assertEquals("delay must be above 0 and finite, got 0.0", e.getMessage());
  }
}
