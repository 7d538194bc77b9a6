package org.assay.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.assay.count.ConfusionMatrix;
import org.assay.result.TestResult;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarginalHomogeneityTest {
  /** Stuart (1953), Biometrika 40, 105-110: unaided vision of 7477 women, right by left eye. */
  private static final long[][] VISION = {
    {1520, 266, 124, 66}, {234, 1512, 432, 78}, {117, 362, 1772, 205}, {36, 82, 179, 492}
  };

  @Nested
  class Published {
    /** Stuart (1955) prints 11.96 on 3 degrees; digits from DescTools 0.99.59 and R 4.2.2. */
    @Test
    void vision() {
      var table = ConfusionMatrix.of(VISION);
      assertTest(19.10655021526677, 6, 0.0039874198404285756, MarginalHomogeneity.bowker(table));
      assertTest(
          11.956569622982553, 3, 0.007533425054800552, MarginalHomogeneity.stuartMaxwell(table));
      assertTest(11.975720155525671, 3, 0.007466797469723969, MarginalHomogeneity.bhapkar(table));
    }

    /** Landis and Koch (1977), Biometrics 33, 363-374: carcinoma of the uterine cervix. */
    @Test
    void carcinoma() {
      var table =
          ConfusionMatrix.of(
              new long[][] {{22, 2, 2, 0}, {5, 7, 14, 0}, {0, 2, 36, 0}, {0, 1, 17, 10}});
      assertEquals(29.0447, MarginalHomogeneity.stuartMaxwell(table).statistic().value(), 5e-5);
      TestResult bowker = MarginalHomogeneity.bowker(table);
      assertEquals(30.2857, bowker.statistic().value(), 5e-5);
      assertEquals(5, bowker.degreesOfFreedom());
    }

    /** Cohen (1960), p. 45; digits from DescTools 0.99.59. */
    @Test
    void cohen1960() {
      var table = ConfusionMatrix.of(new long[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
      assertEquals(13.5135, MarginalHomogeneity.stuartMaxwell(table).statistic().value(), 5e-5);
      assertEquals(14.4928, MarginalHomogeneity.bhapkar(table).statistic().value(), 5e-5);
      assertEquals(14.4667, MarginalHomogeneity.bowker(table).statistic().value(), 5e-5);
    }
  }

  @Nested
  class Laws {
    /** The same form by the covariance of two of three grades, inverted by hand. */
    @Test
    void stuartMaxwellOfThreeGradesByCramersRule() {
      var random = new SplittableRandom(77);
      for (int i = 0; i < 100; i++) {
        long[][] n = randomTable(random, 3);
        double v00 = n[0][1] + n[0][2] + n[1][0] + n[2][0];
        double v11 = n[1][0] + n[1][2] + n[0][1] + n[2][1];
        double v01 = -(n[0][1] + n[1][0]);
        double d0 = n[0][1] + n[0][2] - n[1][0] - n[2][0];
        double d1 = n[1][0] + n[1][2] - n[0][1] - n[2][1];
        double det = v00 * v11 - v01 * v01;
        if (det > 0) {
          double q = (v11 * d0 * d0 - 2 * v01 * d0 * d1 + v00 * d1 * d1) / det;
          var result = MarginalHomogeneity.stuartMaxwell(ConfusionMatrix.of(n));
          assertEquals(q, result.statistic().value(), 1e-11 * (1 + q)); // cancellation in det
        }
      }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void relabellingChangesNothing(long seed) {
      var random = new SplittableRandom(seed);
      long[][] n = randomTable(random, 5);
      int[] to = {3, 0, 4, 1, 2};
      long[][] relabelled = new long[5][5];
      for (int i = 0; i < 5; i++) {
        for (int j = 0; j < 5; j++) {
          relabelled[to[i]][to[j]] = n[i][j];
        }
      }
      var one = ConfusionMatrix.of(n);
      var other = ConfusionMatrix.of(relabelled);
      assertSame(MarginalHomogeneity.bowker(one), MarginalHomogeneity.bowker(other));
      assertSame(MarginalHomogeneity.stuartMaxwell(one), MarginalHomogeneity.stuartMaxwell(other));
      assertSame(MarginalHomogeneity.bhapkar(one), MarginalHomogeneity.bhapkar(other));
    }

    @Test
    void twoGradesGiveMcNemar() {
      var table = ConfusionMatrix.of(new long[][] {{10, 5}, {12, 20}});
      double mcNemar = McNemar.of(table).asymptotic().statistic().value();
      assertEquals(mcNemar, MarginalHomogeneity.bowker(table).statistic().value(), 1e-14);
      assertEquals(mcNemar, MarginalHomogeneity.stuartMaxwell(table).statistic().value(), 1e-14);
    }

    @Test
    void anUnusedGradeChangesNothing() {
      long[][] wide = new long[5][5];
      for (int i = 0; i < 4; i++) {
        System.arraycopy(VISION[i], 0, wide[i < 2 ? i : i + 1], 0, 2);
        System.arraycopy(VISION[i], 2, wide[i < 2 ? i : i + 1], 3, 2);
      }
      assertSame(
          MarginalHomogeneity.stuartMaxwell(ConfusionMatrix.of(VISION)),
          MarginalHomogeneity.stuartMaxwell(ConfusionMatrix.of(wide)));
    }

    /** Two blocks of grades that are never mixed up: the covariance has rank 2 of 3. */
    @Test
    void separateBlocksAddUp() {
      long[][] n = {{9, 5, 0, 0}, {12, 20, 0, 0}, {0, 0, 8, 2}, {0, 0, 9, 4}};
      var result = MarginalHomogeneity.stuartMaxwell(ConfusionMatrix.of(n));
      assertEquals(49.0 / 17 + 49.0 / 11, result.statistic().value(), 1e-13);
      assertEquals(2, result.degreesOfFreedom());
    }

    /**
     * Tables of 300 items with equal margins: of 20,000 tests at 5 %, 880 to 1,160 (4.4 to 5.8 %)
     * reject with probability above 1 - 1e-4 for a true size between 5 and 5.2 %; at a size of 4 or
     * 6.5 % that has a chance below .3 %.
     */
    @Test
    void sizeUnderEqualMargins() {
      var random = new SplittableRandom(20260102);
      int stuartMaxwell = 0;
      int bhapkar = 0;
      for (int run = 0; run < 20_000; run++) {
        long[][] n = new long[4][4];
        for (int item = 0; item < 300; item++) {
          int i = random.nextInt(4);
          int j = random.nextInt(10) < 7 ? i : random.nextInt(4);
          n[i][j]++;
        }
        var table = ConfusionMatrix.of(n);
        stuartMaxwell += MarginalHomogeneity.stuartMaxwell(table).pValue().value() < .05 ? 1 : 0;
        bhapkar += MarginalHomogeneity.bhapkar(table).pValue().value() < .05 ? 1 : 0;
      }
      assertTrue(stuartMaxwell >= 880 && stuartMaxwell <= 1160, "Stuart-Maxwell " + stuartMaxwell);
      assertTrue(bhapkar >= 880 && bhapkar <= 1160, "Bhapkar " + bhapkar);
    }
  }

  @Nested
  class Undefineds {
    @Test
    void ratersWhoNeverDiffer() {
      var table = ConfusionMatrix.of(new long[][] {{4, 0, 0}, {0, 5, 0}, {0, 0, 6}});
      assertEquals(
          Undefined.ZERO_VARIANCE,
          MarginalHomogeneity.bowker(table).statistic().reason().orElseThrow());
      assertTrue(MarginalHomogeneity.stuartMaxwell(table).pValue().reason().isPresent());
      assertTrue(MarginalHomogeneity.bhapkar(table).pValue().reason().isPresent());
    }

    @Test
    void noItem() {
      var table = ConfusionMatrix.create(3);
      assertTrue(MarginalHomogeneity.bhapkar(table).statistic().reason().isPresent());
    }

    /** Every item moves from the first grade to the second: Bhapkar's variance is 0. */
    @Test
    void everyItemMovesAlike() {
      var table = ConfusionMatrix.of(new long[][] {{0, 7}, {0, 0}});
      assertEquals(7, MarginalHomogeneity.stuartMaxwell(table).statistic().value());
      assertTrue(MarginalHomogeneity.bhapkar(table).statistic().reason().isPresent());
    }
  }

  private static void assertTest(double statistic, double df, double p, TestResult got) {
    assertEquals(statistic, got.statistic().value(), 1e-12 * statistic);
    assertEquals(df, got.degreesOfFreedom());
    assertEquals(p, got.pValue().value(), 1e-12);
  }

  private static void assertSame(TestResult one, TestResult other) {
    assertEquals(one.statistic().value(), other.statistic().value(), 1e-11);
    assertEquals(one.degreesOfFreedom(), other.degreesOfFreedom());
  }

  private static long[][] randomTable(SplittableRandom random, int k) {
    long[][] n = new long[k][k];
    for (long[] row : n) {
      for (int j = 0; j < k; j++) {
        row[j] = random.nextInt(20);
      }
    }
    return n;
  }
}
