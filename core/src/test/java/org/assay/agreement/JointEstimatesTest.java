package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.assay.agreement.JointEstimates.Reading;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.RatingRows;
import org.assay.result.TestResult;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JointEstimatesTest {
  private static final CohenKappa KAPPA = CohenKappa.with(Weights.identity(2));

  /** McKenzie et al. (1996), 50 persons: diagnosis, BDI and GHQ, 1 depressed. */
  private static RatingRows depression() {
    RatingRows rows = RatingRows.create(3, 2);
    int[][] table = {
      {33, 0, 0, 0},
      {2, 0, 0, 1},
      {1, 0, 1, 0},
      {1, 0, 1, 1},
      {2, 1, 0, 0},
      {4, 1, 0, 1},
      {7, 1, 1, 1}
    };
    for (int[] row : table) {
      rows.add(new int[] {row[1], row[2], row[3]}, row[0]);
    }
    return rows;
  }

  @Nested
  class Published {
    /**
     * McKenzie et al. (1996), Journal of Psychiatric Research 30, 483-492: kappas .54 and .75;
     * standard errors, correlation and T² from multiagree delta.pair (commit of 2024, R 4.2.2).
     */
    @Test
    void depressionScales() {
      JointEstimates joint =
          JointEstimates.of(
              depression(), List.of(Reading.of(KAPPA, 0, 1), Reading.of(KAPPA, 0, 2)));
      assertEquals(0.5381062355658198, joint.values().get(0).value(), 1e-14);
      assertEquals(0.746450304259635, joint.values().get(1).value(), 1e-14);
      assertEquals(0.1410518824848758, joint.standardErrors().get(0).value(), 1e-12);
      assertEquals(0.106650804946712, joint.standardErrors().get(1).value(), 1e-12);
      assertEquals(0.39759352861376146, joint.correlation(0, 1).value(), 1e-12);
      assertEquals(-0.20834406869381517, joint.difference(0, 1).value(), 1e-14);
      assertEquals(0.13895248407257035, joint.differenceError(0, 1).value(), 1e-12);
      assertEquals(2.2481726079320454, joint.equal().statistic().value(), 1e-11);
      assertEquals(0.14018811551713983, joint.equal().pValue().value(), 1e-11);
    }
  }

  @Nested
  class Laws {
    /** The influence function against leaving 1 of 400 items out, for different coefficients. */
    @Test
    void covarianceIsThatOfTheJackknife() {
      var random = new SplittableRandom(11);
      int[][] items = random(random, 400, 3, 4, 0.2);
      Weights weights = WeightScheme.LINEAR.of(new double[] {1, 2, 4, 5});
      List<Reading> readings =
          List.of(
              Reading.of(CohenKappa.with(weights), 0, 1),
              Reading.of(GwetAc.with(weights), 0, 1, 2),
              Reading.of(FleissKappa.with(weights), 1, 2));
      JointEstimates joint = JointEstimates.of(RatingRows.of(items, 4), readings);
      double[][] out = new double[items.length][3];
      double[] mean = new double[3];
      for (int i = 0; i < items.length; i++) {
        RatingRows rows = RatingRows.of(items, 4);
        RatingRows one = RatingRows.create(3, 4);
        one.add(items[i]);
        JointEstimates without = JointEstimates.of(rows.subtract(one), readings);
        for (int g = 0; g < 3; g++) {
          out[i][g] = without.values().get(g).value();
          mean[g] += out[i][g] / items.length;
        }
      }
      for (int g = 0; g < 3; g++) {
        for (int h = 0; h < 3; h++) {
          double sum = 0;
          for (double[] x : out) {
            sum += (x[g] - mean[g]) * (x[h] - mean[h]);
          }
          double scale = Math.sqrt(joint.covariance(g, g) * joint.covariance(h, h));
          assertEquals(sum, joint.covariance(g, h), 0.02 * scale); // both differ by O(1/n)
        }
      }
    }

    @Test
    void oneReadingIsTheDeltaStandardError() {
      RatingRows rows = depression();
      double delta =
          KAPPA
              .estimate(
                  rows.pairs(0, 1),
                  Inference.standard().withStandardError(Inference.StandardError.DELTA))
              .standardError()
              .value();
      JointEstimates joint =
          JointEstimates.of(rows, List.of(Reading.of(KAPPA, 0, 1), Reading.of(KAPPA, 0, 2)));
      assertEquals(delta, joint.standardErrors().get(0).value(), 1e-14);
    }

    /** T² does not depend on which coefficient the differences are taken from. */
    @Test
    void orderOfTheReadingsDoesNotMatter() {
      RatingRows rows = RatingRows.of(random(new SplittableRandom(12), 200, 4, 3, 0), 3);
      CohenKappa kappa = CohenKappa.with(Weights.identity(3));
      Reading a = Reading.of(kappa, 0, 1);
      Reading b = Reading.of(kappa, 0, 2);
      Reading c = Reading.of(kappa, 3, 2);
      double there = JointEstimates.of(rows, List.of(a, b, c)).equal().statistic().value();
      double back = JointEstimates.of(rows, List.of(c, a, b)).equal().statistic().value();
      assertEquals(there, back, 1e-10 * there);
    }

    @Test
    void statedCoefficientsAtTheEstimateGiveZero() {
      JointEstimates joint =
          JointEstimates.of(
              depression(), List.of(Reading.of(KAPPA, 0, 1), Reading.of(KAPPA, 0, 2)));
      double a = joint.values().get(0).value();
      double b = joint.values().get(1).value();
      assertEquals(0, joint.against(a, b).statistic().value(), 1e-20);
      double z = 0.1 / joint.standardErrors().get(0).value();
      assertTrue(joint.against(a - 0.1, b).statistic().value() >= z * z);
    }

    /**
     * Two assessors equally good against a reference on the same 200 items: of 10,000 tests at 5 %,
     * 420 to 620 reject with probability above 1 - 1e-4 for a true size between 5 and 5.3 %; at a
     * size of 3.4 or 7.1 % that has a chance below 1e-3.
     */
    @Test
    void sizeForEqualKappas() {
      var random = new SplittableRandom(20260105);
      CohenKappa kappa = CohenKappa.with(Weights.identity(3));
      int rejections = 0;
      for (int run = 0; run < 10_000; run++) {
        RatingRows rows = RatingRows.create(3, 3);
        for (int i = 0; i < 200; i++) {
          int reference = random.nextInt(3);
          double hard = random.nextDouble() < .3 ? .5 : .1; // both err on the same items
          int one = random.nextDouble() < hard ? random.nextInt(3) : reference;
          int two = random.nextDouble() < hard ? random.nextInt(3) : reference;
          rows.add(new int[] {reference, one, two});
        }
        TestResult test =
            JointEstimates.of(rows, List.of(Reading.of(kappa, 0, 1), Reading.of(kappa, 0, 2)))
                .equal();
        rejections += test.pValue().value() < .05 ? 1 : 0;
      }
      assertTrue(rejections >= 420 && rejections <= 620, "rejections " + rejections);
    }
  }

  @Nested
  class Undefineds {
    @Test
    void theSameCoefficientTwice() {
      Reading reading = Reading.of(KAPPA, 0, 1);
      TestResult test = JointEstimates.of(depression(), List.of(reading, reading)).equal();
      assertEquals(Undefined.ZERO_VARIANCE, test.statistic().reason().orElseThrow());
    }

    @Test
    void oneGradeThroughout() {
      RatingRows rows = RatingRows.create(3, 2);
      rows.add(new int[] {0, 0, 1}, 5);
      rows.add(new int[] {0, 0, 0}, 5);
      JointEstimates joint =
          JointEstimates.of(rows, List.of(Reading.of(KAPPA, 0, 1), Reading.of(KAPPA, 0, 2)));
      assertEquals(Undefined.NO_VARIATION, joint.values().get(0).reason().orElseThrow());
      assertEquals(0, joint.values().get(1).value());
      assertEquals(Undefined.NO_VARIATION, joint.equal().pValue().reason().orElseThrow());
      assertTrue(joint.correlation(0, 1).reason().isPresent());
      assertTrue(joint.difference(0, 1).reason().isPresent());
    }

    @Test
    void noItem() {
      JointEstimates joint =
          JointEstimates.of(
              RatingRows.create(3, 2), List.of(Reading.of(KAPPA, 0, 1), Reading.of(KAPPA, 0, 2)));
      assertEquals(Undefined.NO_PAIRS, joint.equal().statistic().reason().orElseThrow());
    }
  }

  @Nested
  class Messages {
    @Test
    void disjointItems() {
      RatingRows rows = RatingRows.create(4, 2);
      int no = RatingRows.MISSING;
      rows.add(new int[] {0, 1, no, no}, 9);
      rows.add(new int[] {1, 1, no, no}, 9);
      rows.add(new int[] {no, no, 0, 0}, 9);
      rows.add(new int[] {no, no, 1, 0}, 9);
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  JointEstimates.of(
                      rows, List.of(Reading.of(KAPPA, 0, 1), Reading.of(KAPPA, 2, 3))));
      assertEquals(
          "readings 0 and 1 must have an item in common, got none;"
              + " compare them as independent estimates",
          e.getMessage());
    }

    @Test
    void columnThatDoesNotExist() {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  JointEstimates.of(
                      depression(), List.of(Reading.of(KAPPA, 0, 1), Reading.of(KAPPA, 0, 3))));
      assertEquals("column must be in [0, 3) (3 raters), got 3", e.getMessage());
    }
  }

  private static int[][] random(
      SplittableRandom random, int items, int raters, int grades, double missing) {
    int[][] rows = new int[items][raters];
    for (int[] row : rows) {
      int truth = random.nextInt(grades);
      for (int r = 0; r < raters; r++) {
        row[r] =
            random.nextDouble() < missing
                ? RatingRows.MISSING
                : random.nextInt(3) > 0 ? truth : random.nextInt(grades);
      }
    }
    return rows;
  }
}
