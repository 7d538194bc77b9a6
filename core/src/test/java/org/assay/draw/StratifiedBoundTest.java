package org.assay.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.assay.draw.StratifiedBound.Found;
import org.junit.jupiter.api.Test;

class StratifiedBoundTest {
  /** Strata of 1,200, 600 and 200, no errors: computed before, 4.85 % and 8.25 % of 2,000. */
  @Test
  void evenFractionsShowMore() {
    assertEquals(
        97,
        StratifiedBound.upper(
            List.of(new Found(1200, 35, 0), new Found(600, 18, 0), new Found(200, 6, 0)), 0.05));
    assertEquals(
        165,
        StratifiedBound.upper(
            List.of(new Found(1200, 20, 0), new Found(600, 20, 0), new Found(200, 19, 0)), 0.05));
  }

  @Test
  void oneStratumWithoutErrorsIsTheHypergeometricBound() {
    // the largest D with C(2000 - D, 58) / C(2000, 58) > 0.05 is 99: 58 checks rule out 100
    assertEquals(99, StratifiedBound.upper(List.of(new Found(2000, 58, 0)), 0.05));
  }

  /** Every spread of every total tried: the least bound that a search over all of them gives. */
  @Test
  void noSpreadIsForgotten() {
    var strata = List.of(new Found(12, 4, 0), new Found(9, 5, 0), new Found(7, 2, 0));
    int largest = 0;
    for (int a = 0; a <= 8; a++) {
      for (int b = 0; b <= 4; b++) {
        for (int c = 0; c <= 5; c++) {
          if (none(12, 4, a) * none(9, 5, b) * none(7, 2, c) > 0.05) {
            largest = Math.max(largest, a + b + c);
          }
        }
      }
    }
    assertEquals(largest, StratifiedBound.upper(strata, 0.05));
  }

  private static double none(int size, int checked, int defective) {
    double p = 1;
    for (int i = 0; i < checked; i++) {
      p *= (double) (size - defective - i) / (size - i);
    }
    return p;
  }

  /**
   * Lots of two strata with 40 of 500 and 20 of 100 defective: the bound falls below the truth in
   * at most 10 % of 3,000 samples. False-alarm probability: P(Bin(3000, 0.1) > 375) below 1e-5.
   */
  @Test
  void withErrorsItCoversTheTruth() {
    var random = new SplittableRandom(11);
    int missed = 0;
    for (int i = 0; i < 3000; i++) {
      var strata =
          List.of(
              new Found(500, 60, found(random, 500, 40, 60)),
              new Found(100, 12, found(random, 100, 20, 12)));
      missed += StratifiedBound.upper(strata, 0.1) < 60 ? 1 : 0;
    }
    assertTrue(missed <= 375, "missed " + missed);
  }

  private static int found(SplittableRandom random, int size, int defective, int checked) {
    int errors = 0;
    for (int i = 0; i < checked; i++) {
      errors += random.nextInt(size - i) < defective - errors ? 1 : 0;
    }
    return errors;
  }
}
