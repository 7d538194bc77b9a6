package org.assay.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeedStrengthTest {
  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  @Test
  void countsTheKindsOfCharacters() {
    assertEquals(0, SeedStrength.bits(""), 0);
    assertEquals(4 * log2(10), SeedStrength.bits("1947"), 1e-12);
    assertEquals(4 * 4, SeedStrength.bits("1f4c"), 1e-12);
    assertEquals(4 * log2(26), SeedStrength.bits("trkz"), 1e-12);
    assertEquals(4 * log2(10 + 26 + 26 + 33), SeedStrength.bits("1aQ-"), 1e-12);
  }

  @Test
  void countsNothingTwice() {
    assertEquals(log2(26), SeedStrength.bits("zzzzzzzz"), 1e-12);
    assertEquals(log2(26), SeedStrength.bits("opqrstuv"), 1e-12);
    assertEquals(log2(10), SeedStrength.bits("98765432"), 1e-12);
    // Of the second "trk" the first two letters count, since nobody knows yet what they begin.
    assertEquals(5 * log2(26), SeedStrength.bits("trktrktrktrk"), 1e-12);
  }

  /** Twenty random bytes as hexadecimal digits, as assay commit --generate makes them. */
  @Test
  void aRandomSeedIsStrong() {
    assertTrue(SeedStrength.bits("f1b2c3d4e5f60718293a4b5c6d7e8f90f1a3c5e7") > 64);
    assertTrue(SeedStrength.bits("8c1f04be97d2630a5fe48b1cd7209e6f35a8c2d1") > 128);
  }
}
