package org.assay.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HypergeometricSumTest {
  private static HypergeometricSum of(long[]... strata) {
    var law = new HypergeometricSum();
    for (long[] s : strata) {
      law.add(s[0], s[1], s[2]);
    }
    return law;
  }

  /**
   * Fisher's tea: R's fisher.test(TeaTasting, alternative = "greater"), as its manual prints it.
   */
  @Test
  void teaTasting() {
    var law = of(new long[] {8, 4, 4});
    assertEquals(17.0 / 70, law.atLeast(3, 1), 1e-15);
    assertEquals(1.0 / 70, law.atLeast(4, 1), 1e-15);
    assertEquals(.3135693, law.lowerOddsRatio(3, .05), 1e-5); // R stops its search at 1e-4
  }

  @Test
  void sumOverStrataIsTheConvolution() {
    var first = new Hypergeometric(40, 7, 13);
    var second = new Hypergeometric(25, 11, 9);
    var law = of(new long[] {40, 7, 13}, new long[] {25, 11, 9});
    assertEquals(0, law.minimum());
    assertEquals(16, law.maximum());
    assertEquals(first.mean() + second.mean(), law.mean(), 1e-12);
    for (int k = 0; k <= 16; k++) {
      double tail = 0;
      for (int i = 0; i <= 7; i++) {
        for (int j = Math.max(0, k - i); j <= 9; j++) {
          tail += Math.exp(first.logMass(i) + second.logMass(j));
        }
      }
      assertEquals(tail, law.atLeast(k, 1), 1e-12 * tail, "k = " + k);
    }
  }

  /** Limits are where their tail has the chance they were asked for. */
  @Test
  void limitsInvertTheTails() {
    var law = of(new long[] {400, 30, 80}, new long[] {900, 12, 70}, new long[] {50, 50, 10});
    double lower = law.lowerOddsRatio(25, .01);
    double upper = law.upperOddsRatio(25, .01);
    assertTrue(lower < upper, lower + " " + upper);
    assertEquals(.01, law.atLeast(25, lower), 1e-9);
    assertEquals(.01, 1 - law.atLeast(26, upper), 1e-9);
  }

  /** What is many for one group is few for the others, at the inverse odds. */
  @Test
  void groupAndOthersAreMirrored() {
    var own = of(new long[] {60, 12, 20}, new long[] {30, 5, 11});
    var others = of(new long[] {60, 12, 40}, new long[] {30, 5, 19});
    assertEquals(own.atLeast(9, 2), 1 - others.atLeast(17 - 9 + 1, .5), 1e-12);
    assertEquals(own.lowerOddsRatio(9, .025), 1 / others.upperOddsRatio(8, .025), 1e-9);
  }

  @Test
  void ends() {
    var law = of(new long[] {10, 4, 7});
    assertEquals(1, law.minimum());
    assertEquals(1, law.atLeast(1, 1));
    assertEquals(0, law.atLeast(5, 1));
    assertEquals(0, law.lowerOddsRatio(1, .05));
    assertEquals(Double.POSITIVE_INFINITY, law.upperOddsRatio(4, .05));
    var e = assertThrows(IllegalArgumentException.class, () -> law.lowerOddsRatio(5, .05));
    assertEquals("errors must be in [1, 4], got 5", e.getMessage());
  }

  /** A wide law keeps its far tails. */
  @Test
  void farTail() {
    var law = of(new long[] {1_000_000, 40_000, 80_000});
    double tail = law.atLeast(4_200, 1);
    assertEquals(
        new Hypergeometric(1_000_000, 40_000, 80_000).tails(4_199).upper(), tail, 1e-9 * tail);
  }
}
