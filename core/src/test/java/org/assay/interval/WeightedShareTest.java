package org.assay.interval;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.apache.commons.math3.special.Beta;
import org.assay.interval.WeightedShare.Sums;
import org.assay.result.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightedShareTest {
  /** Equal checks of any weight have the limits of the mid-P test. */
  @ParameterizedTest
  @CsvSource({"0, 10", "1, 10", "5, 10", "10, 10", "3, 100", "0, 150", "21, 600", "1, 100000"})
  void equalWeights(long errors, long checks) {
    Interval expected = ProportionInterval.MID_P.of(errors, checks, 0.95);
    double w = 7.5;
    Sums sums = Sums.of(w * errors, w * w * errors, w * checks, w * w * checks);
    Interval found = WeightedShare.of(sums, sums, w, w, 0.95);
    assertEquals(expected.lower(), found.lower(), 1e-9 * expected.upper());
    assertEquals(expected.upper(), found.upper(), 1e-9 * expected.upper());
  }

  /** The laws by the formula of the class, the mean of their tails by commons-math3. */
  @Test
  void unequalWeights() {
    // 3 errors of weight 2, 40 clean checks of weight 5; one more error would weigh 4
    Sums sums = Sums.of(6, 12, 206, 12 + 1000);
    Interval found = WeightedShare.of(sums, sums, 4, 5, 0.9);
    double[] high = law(10, 28, 210, 1028);
    double[] low = law(6, 12, 211, 1037);
    assertAll(
        () -> assertEquals(0.05, mean(high, low, found.lower()), 1e-9),
        () -> assertEquals(0.95, mean(high, low, found.upper()), 1e-9));
  }

  private static double[] law(double in, double inSquares, double all, double squares) {
    double r = in / all;
    double v = ((1 - 2 * r) * inSquares + r * r * squares) / (all * all);
    double n = r * (1 - r) / v;
    return new double[] {n * r, n * (1 - r)};
  }

  private static double mean(double[] one, double[] other, double x) {
    return (Beta.regularizedBeta(x, one[0], one[1]) + Beta.regularizedBeta(x, other[0], other[1]))
        / 2;
  }

  /** Half of 5 % above the law of a single error as heavy as a tenth of the checks. */
  @Test
  void noErrorWhereOneWouldBeHeavy() {
    Sums none = Sums.of(0, 0, 90, 90);
    Interval light = WeightedShare.of(none, none, 1, 1, 0.95);
    Interval heavy = WeightedShare.of(none, none, 10, 1, 0.95);
    double[] law = law(10, 100, 100, 190);
    assertEquals(0, heavy.lower());
    assertTrue(heavy.upper() > 3 * light.upper());
    assertEquals(0.95, Beta.regularizedBeta(heavy.upper(), law[0], law[1]), 1e-9);
  }

  @Test
  void lawsOfSeverities() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      double in = 0;
      double all = 0;
      double yy = 0;
      double y1 = 0;
      double ww = 0;
      double most = 0;
      for (int n = random.nextInt(1, 60); n > 0; n--) {
        double w = random.nextDouble(0.5, 20);
        double y = random.nextInt(5) == 0 ? random.nextDouble() : 0;
        in += w * y;
        all += w;
        yy += w * w * y * y;
        y1 += w * w * y;
        ww += w * w;
        most = Math.max(most, w);
      }
      Sums sums = new Sums(in, all, yy, y1, ww);
      Interval wide = WeightedShare.of(sums, sums, most, most, 0.99);
      Interval narrow = WeightedShare.of(sums, sums, most, most, 0.8);
      assertTrue(wide.lower() <= narrow.lower() && narrow.upper() <= wide.upper());
      assertTrue(narrow.contains(sums.share()) && wide.lower() >= 0 && wide.upper() <= 1);
    }
  }

  @Test
  void unknownChecksWiden() {
    Sums made = Sums.of(2, 2, 100, 100);
    Sums low = Sums.of(2, 2, 110, 110);
    Sums high = Sums.of(12, 12, 110, 110);
    Interval limits = WeightedShare.of(low, high, 1, 1, 0.95);
    assertEquals(ProportionInterval.MID_P.of(2, 110, 0.95).lower(), limits.lower(), 1e-10);
    assertEquals(ProportionInterval.MID_P.of(12, 110, 0.95).upper(), limits.upper(), 1e-10);
    assertTrue(limits.contains(made.share()));
  }

  @Test
  void edges() {
    Sums none = Sums.of(0, 0, 0, 0);
    assertEquals(
        new Interval(0, 1, 0.95, "weightedMidP"), WeightedShare.of(none, none, 1, 1, 0.95));
    assertEquals(0, none.effectiveChecks());
    var e = assertThrows(IllegalArgumentException.class, () -> Sums.of(3, 3, 2, 2));
    assertEquals("inside must be in [0, 2.0], got 3.0", e.getMessage());
    Sums one = Sums.of(1, 1, 2, 2);
    assertThrows(IllegalArgumentException.class, () -> WeightedShare.of(one, one, 0, 1, 0.95));
  }
}
