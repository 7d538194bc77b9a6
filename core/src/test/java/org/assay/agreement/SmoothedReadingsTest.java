package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.TDistribution;
import org.assay.agreement.JointEstimates.Reading;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.RatingRows;
import org.assay.result.TestResult;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmoothedReadingsTest {
  private static final CohenKappa COHEN = CohenKappa.with(Weights.identity(2));
  private static final List<int[]> PAIRS = List.of(new int[] {0, 1}, new int[] {0, 2});

  private static TestResult hotelling(RatingRows rows) {
    return JointEstimates.of(rows, List.of(Reading.of(COHEN, 0, 1), Reading.of(COHEN, 0, 2)))
        .equal();
  }

  /** Counts of the 8 rows of two grades by three raters. */
  private static RatingRows rows(long[] counts, long times) {
    RatingRows rows = RatingRows.create(3, 2);
    for (int cell = 0; cell < 8; cell++) {
      if (counts[cell] > 0) {
        rows.add(new int[] {cell >> 2, cell >> 1 & 1, cell & 1}, times * counts[cell]);
      }
    }
    return rows;
  }

  /**
   * The definition, apart from the library: 16 times each item and 32 added ones are whole numbers
   * of items, so that Hotelling's own influences give the smoothed ones; the scale is put on by
   * hand. 33 of 111 ratings are of grade 1, so that m is 2 x 33/111 x 37 = 22.
   */
  @ParameterizedTest
  @CsvSource({"0,1,0,2", "0,2,0,1", "1,0,2,0", "0,1,2,1"})
  void isTheDefinition(int a, int b, int c, int d) {
    long[] seen = {20, 3, 2, 1, 1, 2, 1, 7};
    RatingRows rows = rows(seen, 1);
    RatingRows with = rows(seen, 16);
    for (int cell = 0; cell < 8; cell++) {
      // 3/2 x 16 / 8 of each row, and 1/2 x 16 / 2 more of the unanimous ones
      with.add(new int[] {cell >> 2, cell >> 1 & 1, cell & 1}, cell == 0 || cell == 7 ? 7 : 3);
    }
    JointEstimates joint =
        JointEstimates.of(with, List.of(Reading.of(COHEN, a, b), Reading.of(COHEN, c, d)));
    double x = joint.values().get(0).value();
    double y = joint.values().get(1).value();
    double variance =
        16
            * (joint.covariance(0, 0) / (1 - x * x)
                + joint.covariance(1, 1) / (1 - y * y)
                - 2 * joint.covariance(0, 1) / Math.sqrt((1 - x * x) * (1 - y * y)));
    double t = (Math.asin(y) - Math.asin(x)) / Math.sqrt(variance);
    TestResult test = SmoothedReadings.of(COHEN, rows, List.of(new int[] {a, b}, new int[] {c, d}));
    assertEquals(t * t, test.statistic().value(), 1e-12);
    assertEquals(1, test.degreesOfFreedom());
    double p = 2 * TDistribution.of(informative(seen) - 1).survivalProbability(Math.abs(t));
    assertEquals(p, test.pValue().value(), 1e-12);
  }

  private static double informative(long[] seen) {
    double ones = 0;
    for (int cell = 0; cell < 8; cell++) {
      ones += seen[cell] * Integer.bitCount(cell);
    }
    return Math.max(20, 37 * 2 * ones / 111);
  }

  /** Two added items of 40,000 change nothing, and neither does the scale. */
  @Test
  void isHotellingsWithManyItems() {
    RatingRows rows = rows(new long[] {15_000, 2_000, 2_080, 900, 900, 2_080, 2_000, 15_000}, 1);
    assertEquals(
        hotelling(rows).pValue().value(),
        SmoothedReadings.of(COHEN, rows, PAIRS).pValue().value(),
        .001);
  }

  @Test
  void orderOfTheReadingsDoesNotMatter() {
    RatingRows rows = RatingRows.create(5, 3);
    var random = new SplittableRandom(3);
    for (int i = 0; i < 80; i++) {
      int truth = random.nextInt(3);
      int[] row = new int[5];
      for (int g = 0; g < 5; g++) {
        row[g] = random.nextInt(3) > 0 ? truth : random.nextInt(3);
      }
      rows.add(row);
    }
    CohenKappa kappa = CohenKappa.with(WeightScheme.QUADRATIC.ofGrades(3));
    int[] a = {0, 1};
    int[] b = {2, 0};
    int[] c = {3, 4};
    TestResult there = SmoothedReadings.of(kappa, rows, List.of(a, b, c));
    TestResult back = SmoothedReadings.of(kappa, rows, List.of(c, a, b));
    assertEquals(2, there.degreesOfFreedom());
    assertEquals(there.statistic().value(), back.statistic().value(), 1e-11);
    assertEquals(there.pValue().value(), back.pValue().value(), 1e-11);
  }

  /** Asymmetric weights: kappa is -3.7, where there is no arcsine. */
  @Test
  void kappaBelowMinusOneIsComparedAsItIs() {
    CohenKappa kappa = CohenKappa.with(Weights.of(new double[][] {{1, 0}, {1, 1}}));
    RatingRows rows = rows(new long[] {0, 2, 3, 2, 30, 2, 3, 4}, 1);
    TestResult test = SmoothedReadings.of(kappa, rows, PAIRS);
    assertTrue(test.pValue().value() > 0 && test.pValue().value() < 1, test.toString());
  }

  @Test
  void nothingToCompare() {
    assertEquals(
        Undefined.NO_VARIATION,
        SmoothedReadings.of(COHEN, rows(new long[] {9, 2, 0, 0, 0, 0, 0, 0}, 1), PAIRS)
            .pValue()
            .reason()
            .orElseThrow());
    assertEquals(
        Undefined.ZERO_VARIANCE,
        SmoothedReadings.of(COHEN, rows(new long[] {9, 0, 0, 2, 0, 0, 0, 5}, 1), PAIRS)
            .pValue()
            .reason()
            .orElseThrow());
  }

  /**
   * Two equally good raters whose shares of the rare grade differ, 50 items: of 2,000 tests more
   * than 150 reject with probability 1e-3 at a true share of .06. Hotelling's test rejects some 20
   * %, which fewer than 300 would have a chance below 1e-6 of.
   */
  @Test
  void keepsItsSizeWithARareGrade() {
    double[] shares = new double[8];
    // Reference 5 %, the raters 2.5 and 7.5 %, both with kappa .4 and independent given it.
    double[][] first = {{.94075, .00925}, {.03425, .01575}};
    double[][] second = {{.90225, .04775}, {.02275, .02725}};
    for (int cell = 0; cell < 8; cell++) {
      int a = cell >> 2;
      shares[cell] = first[a][cell >> 1 & 1] * second[a][cell & 1] / (a == 0 ? .95 : .05);
    }
    var random = new SplittableRandom(8);
    int smoothed = 0;
    int hotelling = 0;
    for (int s = 0; s < 2_000; s++) {
      long[] counts = new long[8];
      for (int i = 0; i < 50; i++) {
        double at = random.nextDouble();
        int cell = 0;
        while (cell < 7 && at >= shares[cell]) {
          at -= shares[cell++];
        }
        counts[cell]++;
      }
      RatingRows rows = rows(counts, 1);
      smoothed += rejects(SmoothedReadings.of(COHEN, rows, PAIRS));
      hotelling += rejects(hotelling(rows));
    }
    assertTrue(smoothed <= 150, "rejected: " + smoothed);
    assertTrue(hotelling >= 300, "Hotelling rejected " + hotelling);
  }

  private static int rejects(TestResult test) {
    return test.pValue().defined() && test.pValue().value() <= .05 ? 1 : 0;
  }
}
