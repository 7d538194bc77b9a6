package org.assay.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialSamplerTest {
  /**
   * Chi-squared test of 50,000 draws against the distribution function in bins of about equal
   * chance; a false alarm has probability 1e-6 a row. Both methods and the mirrored case occur.
   */
  @ParameterizedTest
  @CsvSource({
    "5, 0.3",
    "30, 0.2",
    "40, 0.25",
    "1000, 0.02",
    "1000, 0.5",
    "1000, 0.93",
    "100000, 0.4"
  })
  void followsTheDistribution(int trials, double probability) {
    var random = new SplittableRandom(trials);
    var binomial = BinomialDistribution.of(trials, probability);
    int bins = 20;
    double[] expected = new double[bins];
    long[] observed = new long[bins];
    int draws = 50_000;
    for (int k = 0; k <= trials; k++) {
      expected[bin(binomial, k, bins)] += draws * binomial.probability(k);
    }
    for (int i = 0; i < draws; i++) {
      int k = (int) BinomialSampler.sample(trials, probability, random);
      observed[bin(binomial, k, bins)]++;
    }
    double statistic = 0;
    int used = 0;
    for (int b = 0; b < bins; b++) {
      if (expected[b] > 0) {
        statistic += (observed[b] - expected[b]) * (observed[b] - expected[b]) / expected[b];
        used++;
      }
    }
    double p = ChiSquaredDistribution.of(used - 1.0).survivalProbability(statistic);
    assertTrue(p > 1e-6, "p = " + p);
  }

  // By the middle of the step, so that a bin is a function of the value alone.
  private static int bin(BinomialDistribution d, int k, int bins) {
    double middle = d.cumulativeProbability(k) - d.probability(k) / 2;
    return (int) Math.min(bins - 1.0, middle * bins);
  }

  /** The short cut may only decide what the exact ratio would decide. */
  @ParameterizedTest
  @CsvSource({
    "20, 0.5",
    "25, 0.41",
    "60, 0.17",
    "150, 0.07",
    "1001, 0.011",
    "1000, 0.333",
    "20000, 0.0007",
    "30000, 0.4999",
    "1000000, 0.00002"
  })
  void squeezeHoldsTheRatio(int n, double p) {
    double npq = n * p * (1 - p);
    double m = Math.floor((n + 1) * p);
    var binomial = BinomialDistribution.of(n, p);
    for (int k = 0; k <= n; k++) {
      double distance = Math.abs(k - m);
      if (distance < npq / 2 - 1 && binomial.probability(k) > 0) {
        double ratio = BinomialSampler.logRatio(k, m, n, p);
        double off = Math.abs(ratio + distance * distance / (2 * npq));
        assertTrue(off <= BinomialSampler.squeeze(distance, npq) + 1e-9, "k = " + k);
        double exact = binomial.logProbability(k) - binomial.logProbability((int) m);
        assertEquals(exact, ratio, 1e-9 * Math.max(1, Math.abs(exact)));
      }
    }
  }

  @Test
  void hugeNumberOfTrials() {
    var random = new SplittableRandom(1);
    long trials = 1L << 50;
    double mean = trials * 0.3;
    double sd = Math.sqrt(mean * 0.7);
    double sum = 0;
    for (int i = 0; i < 400; i++) {
      sum += (BinomialSampler.sample(trials, 0.3, random) - mean) / sd;
    }
    assertEquals(0, sum / 400, 0.25); // five standard errors: 6e-7
  }

  @Test
  void certainties() {
    var random = new SplittableRandom(1);
    assertEquals(0, BinomialSampler.sample(0, 0.5, random));
    assertEquals(0, BinomialSampler.sample(9, 0, random));
    assertEquals(9, BinomialSampler.sample(9, 1, random));
  }
}
