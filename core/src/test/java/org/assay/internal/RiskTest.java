package org.assay.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RiskTest {
  @Test
  void complementIsDecimal() {
    assertNotEquals(0.1, 1 - 0.9, "what the class is for");
    assertEquals(0.1, Risk.complement(0.9));
    assertEquals(0.9, Risk.complement(0.1));
    assertEquals(0.025, Risk.half(0.95));
    assertEquals(1, Risk.complement(0));
    assertEquals(0, Risk.complement(1));
    assertEquals(1e-9, Risk.complement(0.999999999));
  }

  /** Every decimal of up to nine places, taken at random, against decimal arithmetic. */
  @Test
  void complementOfDecimals() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      int places = random.nextInt(1, 10);
      BigDecimal decimal =
          BigDecimal.valueOf(random.nextLong(1, Math.round(Math.pow(10, places))), places);
      assertEquals(
          BigDecimal.ONE.subtract(decimal).doubleValue(), Risk.complement(decimal.doubleValue()));
    }
  }

  @Test
  void otherValuesKeepTheirDigits() {
    assertEquals(1 - 1.0 / 3, Risk.complement(1.0 / 3), 2e-16);
    assertEquals(0x1p-53, Risk.complement(1 - 0x1p-53));
    assertEquals(1, Risk.complement(1e-300));
  }

  @Test
  void tiesKeepARisk() {
    assertTrue(Risk.isAtMost(0.1, 0.1));
    assertTrue(Risk.isAtMost(Math.nextUp(0.1), 0.1));
    assertFalse(Risk.isAtMost(0.1 * (1 + 1e-11), 0.1));
    assertTrue(Risk.isAtMost(0, 0));
    assertTrue(Risk.isReached(Math.log(20), 0.05));
    assertFalse(Risk.isReached(Math.log(19.999), 0.05));
    assertTrue(Risk.isReached(Double.POSITIVE_INFINITY, 0.05));
    assertFalse(Risk.isReached(Double.NEGATIVE_INFINITY, 0.05));
  }
}
