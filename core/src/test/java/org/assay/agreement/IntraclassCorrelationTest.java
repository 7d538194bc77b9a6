package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;
import org.assay.agreement.IntraclassCorrelation.IccForm;
import org.assay.agreement.IntraclassCorrelation.MeanSquares;
import org.assay.compare.ConcordanceTest;
import org.assay.count.RatingRows;
import org.assay.result.Interval;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IntraclassCorrelationTest {
  /** Shrout and Fleiss (1979), table 2: 6 targets, 4 judges. */
  private static final double[][] SHROUT_FLEISS = {
    {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
  };

  @Nested
  class Published {
    /** Shrout and Fleiss (1979), table 3. */
    @Test
    void meanSquares() {
      MeanSquares s = MeanSquares.of(SHROUT_FLEISS);
      assertEquals(11.24, s.betweenItems(), 5e-3);
      assertEquals(6.26, s.within(), 5e-3);
      assertEquals(32.49, s.betweenRaters(), 5e-3);
      assertEquals(1.02, s.residual(), 5e-3);
    }

    /**
     * Values: Shrout and Fleiss (1979), table 4, two digits. Limits: their formulas (pp. 422-426),
     * evaluated apart from this library with the F quantiles of SciPy 1.17.1 and the mean squares
     * as the fractions 1349/120, 2339/72, 451/72 and 367/360; their degrees of freedom for ICC(2,1)
     *
     * <pre>{@code
     * (k-1)(n-1) (k r F + t)^2 / ((n-1) k^2 r^2 F^2 + t^2),  t = n (1 + (k-1) r) - k r,  F = J / E
     * }</pre>
     *
     * are 4.785143862212761 here, and are another form than the one of McGraw and Wong in use.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
      "ICC_1_1, .17, -.132932324875, .722560062328",
      "ICC_2_1, .29, .0187865133747, .761084369649",
      "ICC_3_1, .71, .342464765034, .945858259955",
      "ICC_1_K, .44, -.884442155238, .912415420341",
      "ICC_2_K, .62, .0711368153025, .927232040168",
      "ICC_3_K, .91, .675674713816, .985891678169"
    })
    void sixForms(IccForm form, double value, double lower, double upper) {
      var icc = IntraclassCorrelation.of(form, MeanSquares.of(SHROUT_FLEISS), 0.95);
      assertEquals(value, icc.value().value(), 5e-3);
      assertEquals(lower, icc.interval().orElseThrow().lower(), 1e-10);
      assertEquals(upper, icc.interval().orElseThrow().upper(), 1e-10);
    }

    /** irr 0.84.1 icc(anxiety, "twoway", "agreement"): .198, limits -.039 and .494. */
    @Test
    void anxiety() {
      double[][] scores =
          Arrays.stream(ConcordanceTest.anxiety())
              .map(row -> IntStream.of(row).asDoubleStream().toArray())
              .toArray(double[][]::new);
      var icc = IntraclassCorrelation.of(IccForm.ICC_2_1, MeanSquares.of(scores), 0.95);
      assertEquals(0.19800, icc.value().value(), 5e-6);
      assertEquals(-0.0389, icc.interval().orElseThrow().lower(), 5e-5);
      assertEquals(0.4936, icc.interval().orElseThrow().upper(), 5e-5);
    }
  }

  @Nested
  class Laws {
    @Test
    void countedRowsGiveTheSameAsScores() {
      double[] scores = {1, 2.5, 4};
      RatingRows rows = RatingRows.create(3, 3);
      double[][] table = new double[60][3];
      var random = new SplittableRandom(31);
      for (double[] item : table) {
        int[] codes = {random.nextInt(3), random.nextInt(3), random.nextInt(2)};
        for (int r = 0; r < 3; r++) {
          item[r] = scores[codes[r]];
        }
        rows.add(codes);
      }
      rows.add(new int[] {0, RatingRows.MISSING, 2}); // incomplete, left out
      MeanSquares one = MeanSquares.of(table);
      MeanSquares other = MeanSquares.of(rows, scores);
      assertEquals(one.betweenItems(), other.betweenItems(), 1e-13);
      assertEquals(one.betweenRaters(), other.betweenRaters(), 1e-13);
      assertEquals(one.residual(), other.residual(), 1e-13);
      assertEquals(60, other.items());
    }

    @ParameterizedTest
    @EnumSource(IccForm.class)
    void intervalHoldsTheEstimateAndNarrows(IccForm form) {
      MeanSquares s = MeanSquares.of(SHROUT_FLEISS);
      Interval wide = IntraclassCorrelation.of(form, s, 0.99).interval().orElseThrow();
      Interval narrow = IntraclassCorrelation.of(form, s, 0.8).interval().orElseThrow();
      double value = IntraclassCorrelation.of(form, s, 0.8).value().value();
      assertTrue(narrow.contains(value) && wide.contains(narrow.lower()));
      assertTrue(wide.contains(narrow.upper()));
    }

    /**
     * B over the error mean square is (1 + k r / (1 - r)) times an F variable when r is the true
     * correlation: at each limit what was seen is in a tail of 2.5 %.
     */
    @ParameterizedTest
    @EnumSource(names = {"ICC_1_1", "ICC_3_1"})
    void limitsPutWhatWasSeenInATail(IccForm form) {
      MeanSquares s = MeanSquares.of(SHROUT_FLEISS);
      boolean oneWay = form == IccForm.ICC_1_1;
      double error = oneWay ? s.within() : s.residual();
      FDistribution f = FDistribution.of(5, oneWay ? 18 : 15);
      Interval limits = IntraclassCorrelation.of(form, s, 0.95).interval().orElseThrow();
      double lower = limits.lower();
      double upper = limits.upper();
      double seen = s.betweenItems() / error;
      assertEquals(
          0.025, f.survivalProbability(seen / (1 + 4 * lower / (1 - lower))), 1e-12, "lower");
      assertEquals(
          0.025, f.cumulativeProbability(seen / (1 + 4 * upper / (1 - upper))), 1e-12, "upper");
    }

    /** Shifting and scaling all scores changes nothing. */
    @ParameterizedTest
    @EnumSource(IccForm.class)
    void unitsDoNotMatter(IccForm form) {
      double[][] other = new double[6][4];
      for (int i = 0; i < 6; i++) {
        for (int r = 0; r < 4; r++) {
          other[i][r] = 1000 - 7 * SHROUT_FLEISS[i][r];
        }
      }
      assertEquals(
          IntraclassCorrelation.of(form, MeanSquares.of(SHROUT_FLEISS), 0.95).value().value(),
          IntraclassCorrelation.of(form, MeanSquares.of(other), 0.95).value().value(),
          1e-11);
    }

    /**
     * Normal scores, 20 items, 4 raters, ICC(3,1) = .5: the 90 % interval is exact, so of 10,000
     * between 88.8 and 91.2 % cover with probability above 1 - 1e-4; at a coverage of 88 or 92 %
     * that has a chance below 1 %.
     */
    @Test
    void coverageOfTheConsistencyInterval() {
      var random = new java.util.Random(20260106);
      int covered = 0;
      for (int run = 0; run < 10_000; run++) {
        double[][] scores = new double[20][4];
        for (double[] item : scores) {
          double level = random.nextGaussian();
          for (int r = 0; r < 4; r++) {
            item[r] = level + 3 * r + random.nextGaussian();
          }
        }
        var icc = IntraclassCorrelation.of(IccForm.ICC_3_1, MeanSquares.of(scores), 0.9);
        covered += icc.interval().orElseThrow().contains(0.5) ? 1 : 0;
      }
      assertTrue(covered >= 8880 && covered <= 9120, "covered " + covered);
    }
  }

  @Nested
  class Undefineds {
    @Test
    void allScoresAlike() {
      MeanSquares s = MeanSquares.of(new double[][] {{3.1, 3.1}, {3.1, 3.1}, {3.1, 3.1}});
      for (IccForm form : IccForm.values()) {
        var icc = IntraclassCorrelation.of(form, s, 0.95);
        assertEquals(Undefined.NO_VARIATION, icc.value().reason().orElseThrow());
        assertTrue(icc.interval().isEmpty());
      }
    }

    @Test
    void perfectAgreement() {
      MeanSquares s = MeanSquares.of(new double[][] {{0.1, 0.1}, {0.7, 0.7}, {1.9, 1.9}});
      for (IccForm form : IccForm.values()) {
        var icc = IntraclassCorrelation.of(form, s, 0.95);
        assertEquals(1, icc.value().value());
        assertEquals(Undefined.ZERO_VARIANCE, icc.test().pValue().reason().orElseThrow());
      }
    }
  }

  @Nested
  class Messages {
    @Test
    void ragged() {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> MeanSquares.of(new double[][] {{1, 2, 3}, {1, 2}}));
      assertEquals(
          "scores must be rectangular: row 1 has length 2, row 0 has length 3", e.getMessage());
    }

    @Test
    void notANumber() {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> MeanSquares.of(new double[][] {{1, 2}, {1, Double.NaN}}));
      assertEquals("score in row 1 must be finite, got NaN", e.getMessage());
    }

    @Test
    void tooFewItems() {
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> MeanSquares.of(new double[][] {{1, 2}}));
      assertEquals("items must be >= 2, got 1", e.getMessage());
    }
  }
}
