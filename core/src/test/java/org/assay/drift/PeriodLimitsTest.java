package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.assay.drift.AssessorTrend.Baseline;
import org.junit.jupiter.api.Test;

class PeriodLimitsTest {
  /**
   * By hand: baseline 0 of 8, period of 2. Two errors in the period and none before: 1 / C(10, 2) =
   * 1/45 = .022; one: 2/10.
   */
  @Test
  void smallCaseByHand() {
    assertEquals(1, new PeriodLimits(new Baseline(0, 8), .95).most(2));
    assertEquals(2, new PeriodLimits(new Baseline(0, 8), .96).most(2)); // tail .02 < 1/45
    assertEquals(0, new PeriodLimits(new Baseline(0, 8), .95).fewest(2));
    assertEquals(1, new PeriodLimits(new Baseline(8, 8), .95).fewest(2));
  }

  /** Summed over all baselines and periods, nobody is outside more often than promised. */
  @Test
  void chanceOfFallingOutsideIsKeptExactly() {
    double worst = 0;
    for (double rate : new double[] {.01, .03, .1, .3, .5, .9}) {
      var before = BinomialDistribution.of(60, rate);
      var now = BinomialDistribution.of(25, rate);
      double outside = 0;
      for (int b = 0; b <= 60; b++) {
        var limits = new PeriodLimits(new Baseline(b, 60), .95);
        long fewest = limits.fewest(25);
        long most = limits.most(25);
        for (int x = 0; x <= 25; x++) {
          if (x < fewest || x > most) {
            outside += before.probability(b) * now.probability(x);
          }
        }
      }
      worst = Math.max(worst, outside);
    }
    assertTrue(worst <= .05 && worst > .01, "worst " + worst);
  }

  /** One error in one check after none in n - 1 has probability 1/n: not below a tail of 1/n. */
  @Test
  void aTieIsNoSurprise() {
    for (int n = 10; n <= 400; n += 10) {
      double confidence = (n - 2.0) / n;
      var limits = new PeriodLimits(new Baseline(0, n - 1), confidence);
      assertEquals(1, limits.most(1), "n " + n);
      var stricter = new PeriodLimits(new Baseline(0, n - 1), confidence - 1e-9);
      assertEquals(0, stricter.most(1), "n " + n);
    }
  }
}
