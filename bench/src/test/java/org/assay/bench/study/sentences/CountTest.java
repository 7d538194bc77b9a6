package org.assay.bench.study.sentences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CountTest {
  /** Table of the binomial distribution, n = 20, p = .05: P(X >= 4) = .0159, P(X >= 5) = .0026. */
  @Test
  void tailOfTheBinomialDistribution() {
    assertEquals(.0159, new Count(4, 20, .05).pValue(), 5e-5);
    assertEquals(.0026, new Count(5, 20, .05).pValue(), 5e-5);
    assertFalse(new Count(4, 20, .05).isBroken(.01));
    assertTrue(new Count(5, 20, .05).isBroken(.01));
  }

  @Test
  void whatMayNeverHappenIsBrokenByOne() {
    assertFalse(new Count(0, 400, 0).isBroken(1e-4));
    assertTrue(new Count(1, 400, 0).isBroken(1e-4));
  }

  /** The rule of three, exactly: 1 - .025^(1/n). */
  @Test
  void limitsOfAShareNeverWrong() {
    assertEquals(1 - Math.pow(.025, 1 / 40.0), new Count(0, 40, .05).share().upper(), 1e-12);
  }
}
