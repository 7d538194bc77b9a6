package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assay.estimate.DesignSample.Part;
import org.assay.interval.EffectiveClopperPearson;
import org.assay.result.Outcome;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DesignRateTest {
  private static DesignSample sample(long[] sizes, long[] checked, long[] errors) {
    DesignSample sample = new DesignSample();
    for (int h = 0; h < sizes.length; h++) {
      double probability = (double) checked[h] / sizes[h];
      sample.add(h, probability, Part.ERROR, errors[h]);
      sample.add(h, probability, Part.CLEAN, checked[h] - errors[h]);
    }
    return sample;
  }

  private static DesignRate rate(long[] sizes, long[] checked, long[] errors) {
    return sample(sizes, checked, errors).rate(LongStream.of(sizes).sum());
  }

  /**
   * R survey 4.1.1, {@code svymean(~y, svydesign(ids = ~1, strata = ~h, fpc = ~N))}. Tolerance:
   * what is left of 15 digits after the sums.
   */
  @Nested
  class Published {
    @Test
    void twoStrata() {
      DesignRate r = rate(new long[] {1000, 500}, new long[] {60, 40}, new long[] {3, 9});
      assertEquals(0.10833333333333334, r.rate().value(), 1e-14);
      assertEquals(0.028167317906730407, r.standardError().value(), 1e-14);
      assertEquals(1500, r.population(), 1e-9);
    }

    @Test
    void threeStrata() {
      DesignRate r =
          rate(new long[] {12000, 3000, 450}, new long[] {120, 80, 50}, new long[] {4, 7, 22});
      assertEquals(0.0556957928802589, r.rate().value(), 1e-14);
      assertEquals(0.014233653360692437, r.standardError().value(), 1e-14);
    }

    @Test
    void stratumCheckedWhole() {
      DesignRate r = rate(new long[] {2000, 25}, new long[] {100, 25}, new long[] {5, 11});
      assertEquals(0.054814814814814816, r.rate().value(), 1e-14);
      assertEquals(0.021086086233418302, r.standardError().value(), 1e-14);
    }
  }

  @Nested
  class ByHand {
    /** Errors found stand for 1/pi gradings each: (2 x 10 + 1 x 2) / (10 x 10 + 10 x 2). */
    @Test
    void unequalProbabilities() {
      DesignSample s = new DesignSample();
      s.add(0, .1, Part.ERROR, 2).add(0, .1, Part.CLEAN, 8);
      s.add(0, .5, Part.ERROR, 1).add(0, .5, Part.CLEAN, 9);
      DesignRate r = s.rate();
      assertEquals(22.0 / 120, r.rate().value(), 1e-15);
      assertEquals(120 * 120 / (10 * 100 + 10 * 4.0), r.kishSampleSize().value(), 1e-9);
    }

    /**
     * One stratum, weights that differ, by the definition: n/(n-1) sum (1-1/w)(z - mean z)^2 over
     * the four checks w = 10, 10, 2, 2 with errors 1, 0, 1, 0.
     */
    @Test
    void varianceByItsDefinition() {
      double[] w = {10, 10, 2, 2};
      double[] e = {1, 0, 1, 0};
      double[] z = new double[4];
      double mean = 0;
      for (int i = 0; i < 4; i++) {
        z[i] = w[i] * (e[i] - .5) / 24;
        mean += z[i] / 4;
      }
      double variance = 0;
      for (int i = 0; i < 4; i++) {
        variance += (1 - 1 / w[i]) * (z[i] - mean) * (z[i] - mean) * 4 / 3;
      }
      DesignSample s = new DesignSample();
      s.add(0, .1, Part.ERROR, 1).add(0, .1, Part.CLEAN, 1);
      s.add(0, .5, Part.ERROR, 1).add(0, .5, Part.CLEAN, 1);
      assertEquals(Math.sqrt(variance), s.rate().standardError().value(), 1e-15);
    }

    /** Half of stratum 0 is still to be read; its twenty checks stand for its forty. */
    @Test
    void unreadAreStoodForWithinTheirStratum() {
      DesignSample s = new DesignSample();
      s.add(0, .1, Part.ERROR, 4).add(0, .1, Part.CLEAN, 16).add(0, .1, Part.UNREAD, 20);
      s.add(1, .1, Part.CLEAN, 40);
      DesignRate r = s.rate();
      assertEquals(.1, r.rate().value(), 1e-15);
      assertEquals(800, r.population(), 1e-9);
      assertEquals(20, r.unread());
      assertEquals(60, r.checked());
    }

    /** Strata with few checks are pooled: 2 of 10 and 6 of 10 read give every check 20/8. */
    @Test
    void smallStrataStandForEachOther() {
      DesignSample s = new DesignSample();
      s.add(0, .1, Part.ERROR, 2).add(0, .1, Part.UNREAD, 8);
      s.add(1, .1, Part.CLEAN, 6).add(1, .1, Part.UNREAD, 4);
      DesignRate r = s.rate();
      assertEquals(.25, r.rate().value(), 1e-15);
      assertEquals(200, r.population(), 1e-9);
      assertEquals(1, r.covered());
      assertEquals(50, s.add(2, .2, Part.CLEAN, 10).rate().population() - 200, 1e-9); // read whole
    }

    /** Nothing stands for a pool without a check, and the report can say so. */
    @Test
    void uncoveredStratum() {
      DesignSample s = new DesignSample();
      s.add(0, .1, Part.ERROR, 2).add(0, .1, Part.CLEAN, 18).add(1, .1, Part.UNREAD, 60);
      assertEquals(.25, s.rate().covered(), 1e-15);
      assertEquals(.1, s.rate().rate().value(), 1e-15);
    }

    /** One check in a stratum of ten: its z is taken around 0. z = 10 (1 - R)/110, R = 10/110. */
    @Test
    void stratumWithOneCheck() {
      DesignSample s = new DesignSample();
      s.add(0, .1, Part.ERROR, 1).add(1, 1, Part.CLEAN, 100);
      double z = 10 * (1 - 10 / 110.0) / 110;
      assertEquals(Math.sqrt(.9 * z * z), s.rate().standardError().value(), 1e-15);
    }

    /** Domain of two reference grades out of one sample: 1 of 2 and 1 of 8, N from the weights. */
    @Test
    void domain() {
      DesignSample s = new DesignSample();
      s.add(0, .25, Part.ERROR, 1).add(0, .25, Part.CLEAN, 7).add(0, .25, Part.OUTSIDE, 12);
      assertEquals(.125, s.rate().rate().value(), 1e-15);
      assertEquals(32, s.rate().population(), 1e-12);
      // Twenty z: 0.875/8, seven of -0.125/8, twelve of 0, with mean 0; fpc .75.
      double sum = (.875 * .875 + 7 * .125 * .125) / 64;
      assertEquals(Math.sqrt(.75 * 20 / 19 * sum), s.rate().standardError().value(), 1e-15);
    }
  }

  @Nested
  class Bounds {
    /** Everything checked: nothing is left to estimate. */
    @Test
    void census() {
      DesignRate r = rate(new long[] {200}, new long[] {200}, new long[] {7});
      assertEquals(.035, r.lowerBound(.95), 1e-15);
      assertEquals(.035, r.upperBound(.95), 1e-15);
      assertEquals(0, r.standardError().value(), 1e-9);
    }

    /**
     * Touw and Hoogduin (2012), Statistiek voor audit en controlling, pp. 123-125, as in R package
     * jfa: lot of 1,200, 102 checked, 90 %.
     */
    @ParameterizedTest
    @CsvSource({"0, .02083333", "1, .03583333", "2, .04916667", "3, .0625"})
    void simpleRandomSampleOfALotIsHypergeometric(long errors, double upper) {
      DesignRate r = rate(new long[] {1200}, new long[] {102}, new long[] {errors});
      assertEquals(1200, r.lot().orElseThrow());
      assertEquals(upper, r.upperBound(.9), 5e-9);
      assertEquals("hypergeometric", r.interval(.9).method());
    }

    /** Blind checks of half the selected are a simple random sample of the same lot. */
    @Test
    void lotOfASubsample() {
      DesignSample s = new DesignSample().add(0, 100 / 1200.0, Part.CLEAN, 50);
      DesignRate r = s.add(0, 100 / 1200.0, Part.UNREAD, 50).rate(1200);
      assertEquals(1200, r.lot().orElseThrow());
      assertFalse(s.add(0, .5, Part.UNREAD, 1).rate(1202).lot().isPresent());
    }

    /** What has not been checked cannot hold more errors than gradings. */
    @Test
    void neverBeyondTheUnchecked() {
      DesignRate r = rate(new long[] {20}, new long[] {18}, new long[] {3});
      assertTrue(r.upperBound(.999) <= 5.0 / 20 + 1e-12);
      assertTrue(r.lowerBound(.999) >= 3.0 / 20 - 1e-12);
    }

    /** Equal weights and a large lot: the exact binomial bound. */
    @Test
    void simpleRandomSampleIsClopperPearson() {
      DesignRate r = rate(new long[] {100_000_000}, new long[] {300}, new long[] {4});
      assertEquals(EffectiveClopperPearson.upper(4, 300, .95), r.upperBound(.95), 1e-6);
      assertEquals(EffectiveClopperPearson.lower(4, 300, .95), r.lowerBound(.95), 1e-6);
    }

    /** Errors possible only where a check stands for 2 gradings, not where it stands for 50. */
    @Test
    void whereNoErrorIsPossibleNoneIsAssumed() {
      DesignSample anywhere = new DesignSample().add(0, .5, Part.CLEAN, 100);
      DesignSample somewhere = new DesignSample().add(0, .5, Part.CLEAN, 100);
      anywhere.add(1, .02, Part.CLEAN, 100);
      somewhere.add(1, .02, Part.NEVER_AN_ERROR, 100);
      assertTrue(somewhere.rate().upperBound(.95) < anywhere.rate().upperBound(.95) / 10);
      assertEquals(
          1 - Math.pow(.05, 2 / 5200.0), somewhere.rate().upperBound(.95), 1e-3); // 5200/2 clean
    }

    static LongStream seeds() {
      return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void containTheRateAndNarrowAsConfidenceFalls(long seed) {
      var random = new SplittableRandom(seed);
      int strata = random.nextInt(1, 6);
      long[] sizes = new long[strata];
      long[] checked = new long[strata];
      long[] errors = new long[strata];
      for (int h = 0; h < strata; h++) {
        checked[h] = random.nextInt(1, 60);
        sizes[h] = checked[h] + random.nextInt(3000);
        errors[h] = random.nextInt((int) checked[h] + 1) / random.nextInt(1, 20);
      }
      DesignRate r = rate(sizes, checked, errors);
      double y = r.rate().value();
      assertTrue(r.interval(.9).contains(y));
      assertTrue(r.lowerBound(.99) <= r.lowerBound(.9) && r.upperBound(.9) <= r.upperBound(.99));
      assertTrue(r.lowerBound(.99) >= 0 && r.upperBound(.99) <= 1);
      assertTrue(r.kishSampleSize().value() <= r.checked() * (1 + 1e-12));
    }

    /**
     * Equal allocation by grade, errors only in the stratum that was looked at least, and a rate
     * just above the bound that Kish's size gives for zero errors: the case that breaks
     * effective-sample bounds (coverage .88). 4,000 samples; at a true coverage of .95 fewer than
     * 3,740 are covered with probability 1e-5 (z = -4.35).
     */
    @Test
    void coverageInTheHardestPlace() {
      var random = new SplittableRandom(7);
      long[] sizes = {4680, 7020, 9620, 3900, 780};
      long[] checked = {117, 117, 117, 117, 117};
      long planted = 176;
      double truth = planted / 26000.0;
      int covered = 0;
      for (int i = 0; i < 4000; i++) {
        long seen = 0;
        for (int e = 0; e < planted; e++) {
          seen += random.nextLong(9620 - e) < 117 - seen ? 1 : 0;
        }
        covered +=
            rate(sizes, checked, new long[] {0, 0, seen, 0, 0}).upperBound(.95) >= truth ? 1 : 0;
      }
      assertTrue(covered >= 3740, "covered " + covered);
    }
  }

  @Nested
  class UndefinedCases {
    @Test
    void nothingChecked() {
      DesignRate r = new DesignSample().add(0, .1, Part.UNREAD, 3).rate();
      assertEquals(Outcome.undefined(Undefined.TOO_FEW_ITEMS), r.rate());
      assertEquals(Outcome.undefined(Undefined.TOO_FEW_ITEMS), r.standardError());
      assertEquals(0, r.lowerBound(.95));
      assertEquals(1, r.upperBound(.95));
      assertFalse(r.effectiveSampleSize().defined());
      assertEquals(0, r.covered());
      assertEquals(0, new DesignSample().rate().covered());
    }

    @Test
    void zeroErrorsHaveABoundNotAZero() {
      DesignRate r = rate(new long[] {6000}, new long[] {60}, new long[] {0});
      assertEquals(0, r.rate().value());
      assertTrue(r.upperBound(.95) > .04);
      assertFalse(r.effectiveSampleSize().defined());
    }
  }

  @Test
  void messages() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> new DesignSample().add(0, 0, Part.CLEAN, 1));
    assertEquals("probability must be in (0, 1], got 0.0", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> new DesignSample().add(0, .5, Part.CLEAN, -1));
    assertEquals("count must be >= 0, got -1", e.getMessage());
  }
}
