package org.assay.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.assay.internal.Binomial;
import org.assay.interval.ReGraderCalibration.ReGrader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReGraderCalibrationTest {
  private static final int CHECKED = 30;
  private static final int ERRORS = 12;
  private static final int RIGHT = 15;

  private interface Method {
    ReGrader.Estimate of(ReGraderCalibration calibration, long errors);
  }

  // Summed over everything that calibration and checks can find.
  private static double coverage(double rate, double se, double sp, Method method) {
    var found = new Binomial(ERRORS, se);
    var confirmed = new Binomial(RIGHT, sp);
    var errors = new Binomial(CHECKED, rate * se + (1 - rate) * (1 - sp));
    double covered = 0;
    for (long f = 0; f <= ERRORS; f++) {
      for (long c = 0; c <= RIGHT; c++) {
        double share = Math.exp(found.logMass(f) + confirmed.logMass(c));
        if (share < 1e-12) { // 208 of them are too little to matter
          continue;
        }
        var calibration = new ReGraderCalibration(ERRORS, f, RIGHT, c);
        for (long x = 0; x <= CHECKED; x++) {
          var interval = method.of(calibration, x).interval();
          // a rate at an end of the range is its own image but for rounding
          if (interval.lower() - 1e-12 <= rate && rate <= interval.upper() + 1e-12) {
            covered += share * Math.exp(errors.logMass(x));
          }
        }
      }
    }
    return covered;
  }

  /** Never below the confidence, also where checks say next to nothing. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.9, 0.95", "0.05, 0.9, 0.95", "0.3, 0.9, 0.95", "1, 0.9, 0.95",
    "0.1, 0.6, 0.7", "0.5, 0.55, 0.5", "0.2, 1, 1", "0.02, 1, 0.8"
  })
  void coversWhateverTheShares(double rate, double se, double sp) {
    double covered = coverage(rate, se, sp, (cal, x) -> cal.estimate(x, CHECKED, 0.9));
    assertTrue(covered >= 0.9, () -> "coverage " + covered);
  }

  /** Taking the estimated shares for the true ones does not: the reason for this class. */
  @Test
  void estimatedSharesAreNotEnough() {
    double covered =
        coverage(
            0.3,
            0.7,
            0.8,
            (cal, x) ->
                cal.estimated()
                    .map(r -> r.estimate(x, CHECKED, 0.9))
                    .orElseGet(() -> cal.estimate(x, CHECKED, 0.9)));
    assertTrue(covered < 0.86, () -> "coverage " + covered);
  }

  /** The approximation is near the confidence where both shares are well above a half. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.9, 0.95", "0.3, 0.8, 0.9", "0.5, 0.9, 0.9"})
  void approximationIsNear(double rate, double se, double sp) {
    double covered =
        coverage(
            rate,
            se,
            sp,
            (cal, x) ->
                cal.found() * RIGHT + cal.confirmed() * ERRORS <= ERRORS * RIGHT
                    ? cal.estimate(x, CHECKED, 0.9)
                    : cal.langReiczigel(x, CHECKED, 0.9));
    assertTrue(covered > 0.89 && covered < 0.97, () -> "coverage " + covered);
  }

  /** Equations 6, 7, 16 and 17 of Lang and Reiczigel (2014), worked in 30-digit arithmetic. */
  @Test
  void formulaOfLangAndReiczigel() {
    var interval =
        new ReGraderCalibration(60, 55, 200, 190).langReiczigel(30, 150, 0.95).interval();
    assertEquals(0.0978417746278646, interval.lower(), 1e-12);
    assertEquals(0.2634590681411980, interval.upper(), 1e-12);
  }

  @Test
  void splitIsWiderAndShrinksToKnownShares() {
    var small = new ReGraderCalibration(60, 54, 200, 190);
    var known = new ReGrader(0.9, 0.95);
    double exact = known.estimate(30, 150, 0.95).interval().width();
    double before = small.estimate(30, 150, 0.95).interval().width();
    assertTrue(before > small.langReiczigel(30, 150, 0.95).interval().width());
    var large = new ReGraderCalibration(6_000_000, 5_400_000, 20_000_000, 19_000_000);
    double after = large.estimate(30, 150, 0.95).interval().width();
    assertTrue(after < before && after > exact);
    // what is left is the price of the split: Clopper-Pearson at 0.97
    assertEquals(known.estimate(30, 150, 0.97).interval().width(), after, 1e-2 * exact);
    assertEquals(known.estimate(30, 150, 0.95).rate(), small.estimate(30, 150, 0.95).rate(), 1e-15);
  }

  @Test
  void sharesThatSayNothing() {
    var useless = new ReGraderCalibration(10, 4, 10, 5);
    assertEquals(Optional.empty(), useless.estimated());
    var interval = useless.estimate(3, 20, 0.95).interval();
    assertTrue(interval.upper() <= 1 && interval.lower() == 0);
    var e = assertThrows(IllegalArgumentException.class, () -> useless.langReiczigel(3, 20, 0.95));
    assertEquals(
        "found / shownErrors + confirmed / shownRight must be above 1, got"
            + " ReGraderCalibration[shownErrors=10, found=4, shownRight=10, confirmed=5]",
        e.getMessage());
  }

  @Test
  void messages() {
    var more =
        assertThrows(IllegalArgumentException.class, () -> new ReGraderCalibration(10, 11, 10, 5));
    assertEquals("found must be in [0, 10], got 11", more.getMessage());
    var none =
        assertThrows(IllegalArgumentException.class, () -> new ReGraderCalibration(10, 9, 0, 0));
    assertEquals("shownRight must be >= 1, got 0", none.getMessage());
  }
}
