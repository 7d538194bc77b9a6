package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EwmaTest {
  /** R spc 0.7.2, xewma.arl with limits "fix". */
  @ParameterizedTest
  @CsvSource({
    "0.1, 2.703, 0, 371.88775037820886",
    "0.1, 2.703, 0.5, 28.267053271351386",
    "0.1, 2.703, 1, 9.745415836933017",
    "0.2, 2.86, 0, 371.10330425021584",
    "0.2, 2.86, 1.5, 5.230817239331395",
    "0.4, 3.054, 2, 3.521539198798901",
    "0.05, 2.615, 0.25, 84.00586172628304"
  })
  void runLengthsOfSpc(double lambda, double limit, double mean, double wanted) {
    assertEquals(wanted, Ewma.twoSided(lambda, limit).averageRunLength(mean), 1e-8 * wanted);
  }

  /** Lucas and Saccucci (1990), table 3, recomputed with spc: columns lambda, rows shifts. */
  @ParameterizedTest
  @CsvSource({
    "0, 499.95, 499.84, 499.74, 499.58, 499.93",
    "0.25, 223.73, 170.30, 150.22, 106.32, 84.01",
    "0.5, 71.20, 48.29, 41.76, 31.30, 28.76",
    "0.75, 28.42, 20.11, 18.15, 15.85, 16.37",
    "1, 14.26, 11.14, 10.54, 10.33, 11.38",
    "1.5, 5.87, 5.46, 5.50, 6.08, 7.11",
    "2, 3.52, 3.61, 3.74, 4.36, 5.22",
    "3, 2.02, 2.26, 2.38, 2.87, 3.50",
    "4, 1.44, 1.73, 1.86, 2.19, 2.69"
  })
  void tableOfLucasAndSaccucci(double mean, double a, double b, double c, double d, double e) {
    double[] lambda = {0.40, 0.25, 0.20, 0.10, 0.05};
    double[] limit = {3.054, 2.998, 2.962, 2.814, 2.615};
    double[] wanted = {a, b, c, d, e};
    for (int i = 0; i < lambda.length; i++) {
      double length = Ewma.twoSided(lambda[i], limit[i]).averageRunLength(mean);
      assertEquals(wanted[i], length, 0.00501, "lambda " + lambda[i]);
    }
  }

  @Test
  void otherTables() {
    assertEquals(11.154267016, Ewma.twoSided(0.25, 3).averageRunLength(1), 1e-8); // SAS/QC
    assertEquals(26.45, Ewma.twoSided(0.5, 2).averageRunLength(0), 0.005); // Crowder (1987)
    assertEquals(4.91, Ewma.twoSided(0.5, 2).averageRunLength(1), 0.005);
    Ewma slow = Ewma.twoSided(0.03, 2.437); // Lucas and Saccucci
    assertEquals(500, slow.averageRunLength(0), 0.5);
    assertEquals(76.7, slow.averageRunLength(0.25), 0.05);
    assertEquals(29.3, slow.averageRunLength(0.5), 0.05);
  }

  /** R spc 0.7.2: xewma.arl with limits "vacl", and one-sided with a reflecting barrier. */
  @Test
  void exactLimitsAndABarrier() {
    assertEquals(
        25.406069188919822,
        Ewma.twoSided(0.1, 2.703).averageRunLengthOfExactLimits(0.5),
        1e-7 * 25);
    assertEquals(462.69970183218766, new Ewma(0.1, 2.5, -8).averageRunLength(0), 1e-7 * 462);
  }

  /** R spc 0.7.2, xewma.crit. */
  @Test
  void limitsOfWantedRunLengths() {
    assertEquals(2.814309995478924, Ewma.withRunLength(0.1, 500).limit(), 3e-6);
    assertEquals(2.859337814365578, Ewma.withRunLength(0.2, 370.4).limit(), 3e-6);
  }

  /** With lambda 1 the chart forgets: its run length is 1 / P(|x| > limit), whatever the state. */
  @Test
  void shewhart() {
    double alone = 1 / (2 * new org.assay.internal.Normal(0, 1).tails(-3).lower());
    assertEquals(alone, Ewma.twoSided(1, 3).averageRunLength(0), 1e-9 * alone);
    assertEquals(alone, Ewma.twoSided(1, 3).steadyStateRunLength(0), 1e-9 * alone);
    assertEquals(alone, Ewma.twoSided(1, 3).averageRunLengthOfExactLimits(0), 1e-9 * alone);
  }

  /** Reflected far below, the one-sided chart is hardly slower than half of the two-sided one. */
  @Test
  void steadyStateIsLaterThanZeroStateOfExactLimitsOnly() {
    Ewma chart = Ewma.twoSided(0.1, 2.703);
    double steady = chart.steadyStateRunLength(1);
    double zero = chart.averageRunLength(1);
    assertEquals(zero, steady, 0.05 * zero);
  }

  @Test
  void chartsValues() {
    ControlChart chart = Ewma.twoSided(0.2, 3).of(new double[] {11, 9, 14}, 10, 1);
    assertEquals(10.2, chart.points().get(0).value(), 1e-12);
    assertEquals(9.96, chart.points().get(1).value(), 1e-12);
    assertEquals(10.6, chart.points().get(0).upper(), 1e-12);
    assertEquals(9.4, chart.points().get(0).lower(), 1e-12);
    assertEquals(9.231625091508057, chart.points().get(1).lower(), 1e-9); // R qcc
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThrows(IllegalArgumentException.class, () -> Ewma.twoSided(0, 3));
    assertThrows(IllegalArgumentException.class, () -> Ewma.twoSided(0.1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Ewma(0.1, 3, 1));
    assertThrows(IllegalArgumentException.class, () -> Ewma.withRunLength(0.1, 1));
  }
}
