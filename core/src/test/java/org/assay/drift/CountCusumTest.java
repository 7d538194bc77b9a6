package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountCusumTest {
  /** Single checks on the integer lattice: +(m - 1), -1, limit H; the first two are exact sums. */
  @ParameterizedTest
  @CsvSource({
    "0.05, 0.10, 14, 95, 10527.2, 204.6",
    "0.01, 0.02, 69, 115, 505.0, 162.4",
    "0.02, 0.04, 35, 128, 2037.3, 238.4",
    "0.10, 0.20, 7, 72, 110732.9, 165.2"
  })
  void singleChecks(double p0, double p1, int m, int limit, double inControl, double shifted) {
    var chart = new CountCusum(1.0 / m, (double) limit / m);
    assertEquals(inControl, chart.binomialRunLength(1, p0, 0), 0.051);
    assertEquals(shifted, chart.binomialRunLength(1, p1, 0), 0.051);
    assertEquals(
        chart.binomialRunLength(1, p0, 0),
        new CusumDesign(p0, p1, m, limit).averageRunLength(p0),
        1e-9 * inControl);
  }

  /** R surveillance, n = 50, .05 against .10, on 200 states, so to about one in a thousand. */
  @ParameterizedTest
  @CsvSource({"2, 36.6700, 2.7478", "3, 107.448, 3.6875", "4, 293.622, 4.6283"})
  void batches(double evidence, double inControl, double shifted) {
    CountCusum chart = CountCusum.ofRates(50, 0.05, 0.10, evidence);
    assertEquals(inControl, chart.binomialRunLength(50, 0.05, 0), 2e-3 * inControl);
    assertEquals(shifted, chart.binomialRunLength(50, 0.10, 0), 2e-3 * shifted);
  }

  /** Continuous likelihood ratios by a chain of 20,000 states; this one has at most 1,200. */
  @ParameterizedTest
  @CsvSource({
    "0.05, 3, 1520.0, 133.4",
    "0.05, 4, 4573.6, 190.1",
    "0.05, 5, 12920.7, 247.3",
    "0.1, 4, 2522.4, 107.0"
  })
  void likelihoodRatios(double p0, double evidence, double inControl, double shifted) {
    double p1 = 2 * p0 / (1 + p0); // odds ratio 2
    CountCusum chart = CountCusum.ofRates(1, p0, p1, evidence);
    assertEquals(inControl, chart.binomialRunLength(1, p0, 0), 0.01 * inControl);
    assertEquals(shifted, chart.binomialRunLength(1, p1, 0), 0.01 * shifted);
  }

  /** Lucas (1985), and R surveillance; with a head start of half the limit. */
  @Test
  void poisson() {
    CountCusum lucas = new CountCusum(0.25, 10);
    assertEquals(438, lucas.poissonRunLength(0.25, 0), 0.5);
    assertEquals(333, lucas.poissonRunLength(0.25, 5), 0.5);
    CountCusum three = new CountCusum(3, 10);
    assertEquals(548.362, three.poissonRunLength(2.4, 0), 5.1e-4);
    assertEquals(513.672, three.poissonRunLength(2.4, 5), 5.1e-4);
  }

  @Test
  void withoutASignal() {
    assertEquals(Double.POSITIVE_INFINITY, new CountCusum(2, 3).binomialRunLength(2, 0.5, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new CountCusum(1, 3).binomialRunLength(2, 0.5, 3));
    assertThrows(IllegalArgumentException.class, () -> CountCusum.ofRates(1, 0.1, 0.1, 3));
  }
}
