package org.assay.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  @Test
  void aNumberOrAReason() {
    assertEquals(0.5, Outcome.of(0.5).value());
    assertEquals(Optional.empty(), Outcome.of(0.5).reason());
    Outcome none = Outcome.undefined(Undefined.NO_PAIRS);
    assertEquals(OptionalDouble.empty(), none.asOptional());
    assertEquals(Optional.of(Undefined.NO_PAIRS), none.reason());
    assertEquals("undefined (NO_PAIRS)", none.toString());
    assertNotEquals(Outcome.of(0), none);
  }

  @Test
  void noNaNGetsIn() {
    assertEquals(
        "number must be finite, got NaN",
        assertThrows(IllegalArgumentException.class, () -> Outcome.of(Double.NaN)).getMessage());
    assertEquals(
        "undefined: NO_VARIATION",
        assertThrows(
                IllegalStateException.class,
                () -> Outcome.undefined(Undefined.NO_VARIATION).value())
            .getMessage());
  }

  @Test
  void anIntervalIsOrderedAndFinite() {
    assertEquals(0.25, new Interval(0.5, 0.75, 0.95, "wilson").width());
    assertEquals(
        "lower must be <= upper and both finite, got [0.6, 0.5]",
        assertThrows(IllegalArgumentException.class, () -> new Interval(0.6, 0.5, 0.95, "wilson"))
            .getMessage());
    assertEquals(
        "confidenceLevel must be in (0, 1), got 95.0",
        assertThrows(IllegalArgumentException.class, () -> new Interval(0, 1, 95, "wilson"))
            .getMessage());
  }
}
