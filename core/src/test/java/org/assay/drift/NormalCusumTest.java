package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.assay.drift.NormalCusum.CusumPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalCusumTest {
  /** R spc 0.7.2, xcusum.arl with method "igl"; one-sided, two-sided. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 4, 0, 335.3675776272289, 167.68378881361446",
    "0.5, 4, 1, 8.383202129749936, 8.38313187049515",
    "0.5, 5, 0, 930.8870120640763, 465.44350603203816",
    "0.5, 5, 0.5, 38.00960992189585, 37.99614318936608",
    "0.25, 8, 0, 736.7877465299044, 368.3938732649522",
    "1, 2.5, 2, 3.2466873089505053, 3.2466871000263087"
  })
  void runLengthsOfSpc(double k, double h, double mean, double one, double two) {
    assertEquals(one, new NormalCusum(k, h, false).averageRunLength(mean), 1e-8 * one);
    assertEquals(two, new NormalCusum(k, h, true).averageRunLength(mean), 1e-8 * two);
  }

  /** Montgomery's table: two-sided, reference .5. */
  @ParameterizedTest
  @CsvSource({
    "0, 167.684, 465.444",
    "0.25, 74.224, 139.494",
    "0.5, 26.630, 37.996",
    "0.75, 13.285, 17.048",
    "1, 8.383, 10.376",
    "1.5, 4.747, 5.747",
    "2, 3.343, 4.009",
    "2.5, 2.620, 3.114",
    "3, 2.194, 2.573"
  })
  void tableOfMontgomery(double mean, double four, double five) {
    assertEquals(four, new NormalCusum(0.5, 4, true).averageRunLength(mean), 5.1e-4);
    assertEquals(five, new NormalCusum(0.5, 5, true).averageRunLength(mean), 5.1e-4);
  }

  @Test
  void otherTables() {
    NormalCusum three = new NormalCusum(0.5, 3, false); // Brook and Evans: 117.59, 3.75
    assertEquals(117.596, three.averageRunLength(0), 5.1e-4);
    assertEquals(3.7491, three.averageRunLength(1.5), 5.1e-5);
    double sas = new NormalCusum(0.25, 8, false).averageRunLength(2.5);
    assertEquals(4.1500836225, sas, 2e-7); // SAS/QC; it is 4.15008373
  }

  /** R spc 0.7.2, xcusum.crit. */
  @Test
  void limitOfAWantedRunLength() {
    assertEquals(4.389129740264137, NormalCusum.withRunLength(0.5, false, 500).limit(), 5e-6);
  }

  /** A chart that stands somewhere above 0 when the change comes is sooner than one at 0. */
  @Test
  void steadyStateIsSoonerThanZeroState() {
    NormalCusum chart = new NormalCusum(0.5, 4, false);
    double steady = chart.steadyStateRunLength(1);
    assertTrue(steady < chart.averageRunLength(1) && steady > 0.8 * chart.averageRunLength(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new NormalCusum(0.5, 4, true).steadyStateRunLength(1));
  }

  @Test
  void chartsValues() {
    List<CusumPoint> points = new NormalCusum(0.5, 2, true).of(new double[] {12, 11, 11, 4}, 10, 1);
    assertEquals(new CusumPoint(1.5, 0, false), points.get(0));
    assertEquals(2, points.get(1).high(), 1e-12);
    assertFalse(points.get(1).signal()); // on the limit
    assertTrue(points.get(2).signal());
    assertEquals(-5.5, points.get(3).low(), 1e-12);
    assertTrue(points.get(3).signal());
  }
}
