package org.assay.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.assay.draw.StratifiedBound.Found;
import org.assay.interval.ProportionInterval;
import org.assay.interval.ProportionInterval.Sides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /**
   * Every way to be defective and every sample of two strata: the exact probability that the bound
   * falls below the truth is at most the risk, evenly checked and unevenly.
   */
  @ParameterizedTest
  @CsvSource({"40, 8, 30, 6", "30, 10, 20, 4", "24, 12, 12, 12", "40, 4, 20, 10", "15, 5, 30, 20"})
  void coversEverySpread(int size1, int checked1, int size2, int checked2) {
    double risk = 0.1;
    long[][] bound = new long[checked1 + 1][checked2 + 1];
    for (int x = 0; x <= checked1; x++) {
      for (int y = 0; y <= checked2; y++) {
        bound[x][y] =
            StratifiedBound.upper(
                List.of(new Found(size1, checked1, x), new Found(size2, checked2, y)), risk);
      }
    }
    for (int a = 0; a <= size1; a++) {
      for (int b = 0; b <= size2; b++) {
        double missed = 0;
        for (int x = 0; x <= Math.min(a, checked1); x++) {
          for (int y = 0; y <= Math.min(b, checked2); y++) {
            missed +=
                bound[x][y] < a + b ? mass(size1, a, checked1, x) * mass(size2, b, checked2, y) : 0;
          }
        }
        assertTrue(missed <= risk, a + " and " + b + ": " + missed);
      }
    }
  }

  private static double mass(int size, int defective, int checked, int errors) {
    return choose(defective, errors)
        * choose(size - defective, checked - errors)
        / choose(size, checked);
  }

  private static double choose(int n, int k) {
    double c = k < 0 || k > n ? 0 : 1;
    for (int i = 0; i < k && c > 0; i++) {
      c *= (double) (n - i) / (i + 1);
    }
    return c;
  }

  /** 200 of 2,000 evenly checked, 6 errors: one sample of 200 shows at most 5.84 %, or 116. */
  @Test
  void evenFractionsShowWhatOneSampleShows() {
    var strata = List.of(new Found(1200, 120, 5), new Found(600, 60, 1), new Found(200, 20, 0));
    double limit = ProportionInterval.CLOPPER_PEARSON.of(6, 200, 0.95, Sides.UPPER).upper() * 2000;
    assertEquals((long) limit, StratifiedBound.upper(strata, 0.05));
    assertTrue(StratifiedBound.likeliest(strata, 0.05, true) > 1.3 * limit);
  }

  @Test
  void aStratumCheckedThroughoutHasWhatWasFound() {
    var open = List.of(new Found(1200, 120, 5), new Found(600, 60, 1));
    var more = List.of(new Found(1200, 120, 5), new Found(50, 50, 9), new Found(600, 60, 1));
    assertEquals(StratifiedBound.upper(open, 0.05) + 9, StratifiedBound.upper(more, 0.05));
    assertEquals(9, StratifiedBound.upper(List.of(new Found(50, 50, 9)), 0.05));
  }

  private static int found(SplittableRandom random, int size, int defective, int checked) {
    int errors = 0;
    for (int i = 0; i < checked; i++) {
      errors += random.nextInt(size - i) < defective - errors ? 1 : 0;
    }
    return errors;
  }

  /** With one more defective item no error in 57 of 60 has probability 3/60: ruled out at 5 %. */
  @Test
  void aTieIsRuledOut() {
    for (long size = 20; size <= 400; size += 20) {
      for (long share : new long[] {5, 10, 20}) { // percent left unchecked
        var strata = List.of(new Found(size, size - size * share / 100, 0));
        assertEquals(0, StratifiedBound.upper(strata, share / 100.0), size + ", " + share);
      }
    }
  }
}
