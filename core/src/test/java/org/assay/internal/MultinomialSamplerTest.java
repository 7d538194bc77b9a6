package org.assay.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultinomialSamplerTest {
  /** All 15 outcomes of 4 items of 3 kinds by their probability; a false alarm has 1e-6. */
  @Test
  void smallSamplesFollowTheDistribution() {
    long[] items = {1, 2, 1};
    double[] share = {0.25, 0.5, 0.25};
    double[] factorial = {1, 1, 2, 6, 24};
    var sampler = new MultinomialSampler(items);
    var random = new SplittableRandom(3);
    int draws = 100_000;
    long[][] seen = new long[5][5];
    for (int i = 0; i < draws; i++) {
      long[] drawn = sampler.sample(random);
      assertEquals(4, Arrays.stream(drawn).sum());
      seen[(int) drawn[0]][(int) drawn[1]]++;
    }
    double statistic = 0;
    for (int a = 0; a <= 4; a++) {
      for (int b = 0; a + b <= 4; b++) {
        int c = 4 - a - b;
        double ways = 24 / (factorial[a] * factorial[b] * factorial[c]);
        double expected =
            draws * ways * Math.pow(share[0], a) * Math.pow(share[1], b) * Math.pow(share[2], c);
        statistic += (seen[a][b] - expected) * (seen[a][b] - expected) / expected;
      }
    }
    assertTrue(ChiSquaredDistribution.of(14).survivalProbability(statistic) > 1e-6);
  }

  /**
   * Pearson's statistic of a sample against its expectation has mean kinds - 1 over draws and
   * variance 2 (kinds - 1) about; the mean of 300 within five standard errors: 6e-7 a number.
   */
  @ParameterizedTest(name = "{0} kinds")
  @ValueSource(ints = {2, 3, 7, 64, 100})
  void largeSamplesVaryAsTheyShould(int kinds) {
    var random = new SplittableRandom(kinds);
    long[] items = new long[kinds];
    for (int k = 0; k < kinds; k++) {
      items[k] = 20L << random.nextInt(16);
    }
    var sampler = new MultinomialSampler(items);
    double sum = 0;
    for (int i = 0; i < 300; i++) {
      long[] drawn = sampler.sample(random);
      for (int k = 0; k < kinds; k++) {
        sum += (drawn[k] - items[k]) * (double) (drawn[k] - items[k]) / items[k];
      }
    }
    assertEquals(kinds - 1.0, sum / 300, 5 * Math.sqrt(2.1 * (kinds - 1) / 300));
  }

  @Test
  void oneKindNoneAndEmptyOnes() {
    var random = new SplittableRandom(1);
    assertArrayEquals(new long[] {9}, new MultinomialSampler(new long[] {9}).sample(random));
    assertArrayEquals(new long[0], new MultinomialSampler(new long[0]).sample(random));
    long[] drawn = new MultinomialSampler(new long[] {0, 5, 0}).sample(random);
    assertArrayEquals(new long[] {0, 5, 0}, drawn);
  }
}
