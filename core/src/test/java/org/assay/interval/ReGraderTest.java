package org.assay.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.assay.internal.Binomial;
import org.assay.interval.ReGraderCalibration.ReGrader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReGraderTest {
  /** R epiR, epi.prev(pos = 45, tested = 150, se = 0.96, sp = 0.89, method = "c-p"), in percent. */
  @Test
  void agreesWithEpiR() {
    var estimate = new ReGrader(0.96, 0.89).estimate(45, 150, 0.95);
    assertEquals(22.352941, 100 * estimate.rate(), 5e-7);
    assertEquals(13.878825, 100 * estimate.interval().lower(), 5e-7);
    assertEquals(31.778969, 100 * estimate.interval().upper(), 5e-7);
  }

  /** From the formula, worked by hand at 3 %, to two decimals. */
  @ParameterizedTest
  @CsvSource({"0.95, 0.99, 1.43", "0.90, 0.98, 1.96", "1, 1, 1"})
  void variance(double sensitivity, double specificity, double inflation) {
    assertEquals(inflation, new ReGrader(sensitivity, specificity).varianceInflation(0.03), 0.005);
  }

  /** Summed over everything that can be found, the interval covers each rate as promised. */
  @ParameterizedTest
  @CsvSource({"0", "0.01", "0.05", "0.3", "1"})
  void covers(double rate) {
    var reGrader = new ReGrader(0.9, 0.95);
    var found = new Binomial(80, reGrader.found(rate));
    double covered = 0;
    for (long x = 0; x <= 80; x++) {
      var interval = reGrader.estimate(x, 80, 0.9).interval();
      // a rate at an end of the range is its own image but for rounding
      if (interval.lower() - 1e-12 <= rate && rate <= interval.upper() + 1e-12) {
        covered += Math.exp(found.logMass(x));
      }
    }
    assertTrue(covered >= 0.9, () -> "coverage below 0.9 at " + rate);
  }

  @Test
  void undoesWhatItDoes() {
    var reGrader = new ReGrader(0.75, 0.75);
    assertEquals(0.5, reGrader.estimate(50, 100, 0.95).rate(), 1e-15);
    assertEquals(0, reGrader.estimate(25, 100, 0.95).rate());
    assertEquals(0, reGrader.estimate(3, 100, 0.95).rate());
    assertEquals(1, reGrader.estimate(99, 100, 0.95).rate());
  }

  @Test
  void refusesToGuess() {
    assertThrows(IllegalArgumentException.class, () -> new ReGrader(0.5, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new ReGrader(1.1, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new ReGrader(0.9, Double.NaN));
  }
}
