package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.internal.Hypergeometric;
import org.assay.internal.Risk;
import org.junit.jupiter.api.Test;

class JointSamplingTest {
  private static Promise level(long lot, long acceptable, long unacceptable, double consumerRisk) {
    return Promise.inLot(lot, acceptable, unacceptable, 0.05, consumerRisk);
  }

  /** Lot 2,000; every size and acceptance number tried with SciPy 1.17.1's hypergeometric tails. */
  @Test
  void criticalMajorAny() {
    var critical = level(2_000, 2, 21, 0.05); // at most 1 %
    var major = level(2_000, 20, 61, 0.05); // at most 3 %
    var any = level(2_000, 40, 101, 0.05); // at most 5 %
    var plan = JointSampling.smallest(List.of(critical, major, any), 0.05).orElseThrow();
    assertEquals(540, plan.n());
    assertEquals(List.of(2L, 10L, 19L), plan.acceptanceNumbers());
    assertEquals(0.0497, plan.consumerRisks().get(0), 5e-5);
    assertEquals(0.0356, plan.consumerRisks().get(1), 5e-5);
    assertEquals(0.0337, plan.consumerRisks().get(2), 5e-5);
    assertEquals(0.0086, plan.producerRisk(), 5e-5);
  }

  /** The same source. Without a critical error allowed, that level takes as many checks as all. */
  @Test
  void otherLevels() {
    var zero =
        JointSampling.smallest(
                List.of(
                    level(2_000, 0, 21, 0.05),
                    level(2_000, 10, 61, 0.05),
                    level(2_000, 20, 101, 0.05)),
                0.05)
            .orElseThrow();
    assertEquals(265, zero.n());
    assertEquals(List.of(0L, 3L, 7L), zero.acceptanceNumbers());
    assertEquals(0.0355, zero.producerRisk(), 5e-5);
    var two =
        JointSampling.smallest(
                List.of(level(2_000, 20, 100, 0.05), level(2_000, 2, 20, 0.05)), 0.05)
            .orElseThrow();
    assertEquals(431, two.n()); // more than the 412 of the harder level alone
    assertEquals(List.of(14L, 1L), two.acceptanceNumbers());
  }

  @Test
  void oneLevelIsASinglePlan() {
    var plan = JointSampling.smallest(List.of(level(2_000, 20, 100, 0.05)), 0.05).orElseThrow();
    assertEquals(176, plan.n());
    assertEquals(List.of(4L), plan.acceptanceNumbers());
    var stream = Promise.ofRates(0.01, 0.05, 0.2, 0.05);
    assertEquals(181, JointSampling.smallest(List.of(stream), 0.05).orElseThrow().n());
  }

  /**
   * Critical errors are errors, too: both risks over every lot with so many of either, by summing
   * over what a sample can find.
   */
  @Test
  void keepsBothRisksInEveryLot() {
    long lot = 40;
    var critical = level(lot, 1, 8, 0.1);
    var any = level(lot, 4, 16, 0.05);
    var plan = JointSampling.smallest(List.of(critical, any), 0.1).orElseThrow();
    assertTrue(plan.n() < lot);
    for (long a = 0; a < lot; a++) {
      for (long b = 0; a + b <= lot; b++) {
        double pass = pass(plan, lot, a, b);
        String where = plan + " at " + a + " critical and " + b + " other errors: " + pass;
        if (a <= 1 && a + b <= 4) {
          assertTrue(1 - pass <= plan.producerRisk() + 1e-12, where);
        }
        if (a >= 8) {
          assertTrue(pass <= 0.1, where);
        }
        if (a + b >= 16) {
          assertTrue(pass <= 0.05, where);
        }
      }
    }
  }

  private static double pass(JointSampling.Plan plan, long lot, long critical, long other) {
    var first = new Hypergeometric(lot, critical, plan.n());
    double sum = 0;
    for (long x = first.minimum(); x <= first.maximum(); x++) {
      var second = new Hypergeometric(lot - critical, other, plan.n() - x);
      for (long y = second.minimum(); y <= second.maximum(); y++) {
        if (plan.passes(List.of(x, x + y))) {
          sum += Math.exp(first.logMass(x) + second.logMass(y));
        }
      }
    }
    return sum;
  }

  /** Against every size, with the most errors that each consumer's risk allows. */
  @Test
  void nothingSmallerIsMissed() {
    var random = new SplittableRandom(7);
    for (int i = 0; i < 60; i++) {
      int lot = random.nextInt(20, 120);
      int small = random.nextInt(lot / 8);
      int large = random.nextInt(lot / 5);
      var levels =
          List.of(
              level(lot, small, small + 1 + random.nextInt(lot / 4), 0.1),
              level(lot, large, large + 1 + random.nextInt(lot / 3), 0.05));
      long n = 1;
      while (!Risk.isAtMost(fails(levels, n), 0.08)) {
        n++;
      }
      assertEquals(n, JointSampling.smallest(levels, 0.08).orElseThrow().n(), levels::toString);
    }
  }

  private static double fails(List<Promise> levels, long n) {
    double sum = 0;
    for (Promise level : levels) {
      var model = ErrorModel.of(level.lot());
      long c = -1;
      while (Risk.isAtMost(
          model.errors(n, level.unacceptable()).tails(c + 1).lower(), level.consumerRisk())) {
        c++;
      }
      sum += c < 0 ? 1 : model.errors(n, level.acceptable()).tails(c).upper();
    }
    return sum;
  }

  @Test
  void ratesTooClose() {
    var close = Promise.ofRates(0.05, 0.05 + 1e-9, 0.05, 0.05);
    assertEquals(Optional.empty(), JointSampling.smallest(List.of(close), 0.05));
  }

  @Test
  void badInput() {
    assertThrows(IllegalArgumentException.class, () -> JointSampling.smallest(List.of(), 0.05));
    var other = List.of(level(100, 1, 10, 0.05), level(200, 1, 10, 0.05));
    assertThrows(IllegalArgumentException.class, () -> JointSampling.smallest(other, 0.05));
    var plan = new JointSampling.Plan(10, List.of(0L, 2L), List.of(0.05, 0.05), 0.05);
    assertFalse(plan.passes(List.of(1L, 1L)));
    assertThrows(IllegalArgumentException.class, () -> plan.passes(List.of(1L)));
    assertThrows(IllegalArgumentException.class, () -> plan.passes(List.of(0L, 11L)));
  }
}
