package org.assay.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.special.Beta;
import org.assay.draw.StoppedBound.Stratum;
import org.junit.jupiter.api.Test;

class StoppedBoundTest {
  private static Stratum stratum(long size, long checked, long errors) {
    return new Stratum(size, checked, errors, 0);
  }

  @Test
  void ofOneStratumIsWhereTheEvidenceReachesOneOverRisk() {
    for (int errors = 0; errors <= 9; errors += 3) {
      StoppedBound bound = StoppedBound.of(List.of(stratum(300, 60, errors)));
      double predicted = Beta.logBeta(.5 + errors, 85 - errors) - Beta.logBeta(.5, 25);
      for (double risk : new double[] {.01, .025, .2}) {
        long upper = bound.upper(risk);
        assertTrue(predicted - likelihood(300, 60, errors, upper) < -Math.log(risk));
        assertTrue(predicted - likelihood(300, 60, errors, upper + 1) >= -Math.log(risk));
        long lower = bound.lower(risk);
        assertTrue(lower == errors || likelihoodRules(predicted, errors, lower - 1, risk));
        assertTrue(!likelihoodRules(predicted, errors, lower, risk));
        assertTrue(lower <= 5L * errors && upper >= 5L * errors);
      }
    }
    assertEquals(18, StoppedBound.of(List.of(stratum(300, 60, 0))).upper(.025)); // 6.0 %
  }

  private static boolean likelihoodRules(double predicted, int errors, long total, double risk) {
    return predicted - likelihood(300, 60, errors, total) >= -Math.log(risk);
  }

  // ln [D]_d [N - D]_(n-d) / [N]_n by its factors
  private static double likelihood(int size, int checked, int errors, long defective) {
    double log = 0;
    for (int i = 0; i < checked; i++) {
      log -= Math.log(size - i);
      log += i < errors ? Math.log((double) defective - i) : 0;
      log += i < checked - errors ? Math.log((double) size - defective - i) : 0;
    }
    return log;
  }

  @Test
  void aCensusLeavesOneNumber() {
    StoppedBound bound = StoppedBound.of(List.of(stratum(20, 20, 3), stratum(7, 7, 0)));
    assertEquals(3, bound.upper(.05));
    assertEquals(3, bound.lower(.05));
    assertEquals(0, bound.soFew(4));
    assertEquals(0, bound.soMany(2));
    assertEquals(1, bound.soFew(3));
    assertEquals(27, bound.size());
  }

  @Test
  void theUnresolvedAreErrorsAboveAndRightBelow() {
    StoppedBound open = StoppedBound.of(List.of(new Stratum(100, 50, 2, 3)));
    assertEquals(StoppedBound.of(List.of(stratum(100, 50, 5))).upper(.05), open.upper(.05));
    assertEquals(StoppedBound.of(List.of(stratum(100, 50, 2))).lower(.05), open.lower(.05));
  }

  @Test
  void stratumWithoutChecksMayHoldAnything() {
    StoppedBound bound = StoppedBound.of(List.of(stratum(100, 100, 0), stratum(40, 0, 0)));
    assertEquals(40, bound.upper(.05));
    assertEquals(0, bound.lower(.05));
  }

  @Test
  void boundsAndPValuesSayTheSame() {
    StoppedBound bound = StoppedBound.of(List.of(stratum(200, 60, 3), stratum(90, 20, 0)));
    for (double risk : new double[] {.02, .1}) {
      long upper = bound.upper(risk);
      assertTrue(bound.soFew(upper) > risk && bound.soFew(upper + 1) <= risk);
      long lower = bound.lower(risk);
      assertTrue(bound.soMany(lower) > risk && bound.soMany(lower - 1) <= risk);
    }
  }

  @Test
  void refusesMoreErrorsThanVerdicts() {
    assertEquals(
        "errors must be in [0, 3], got 4",
        assertThrows(IllegalArgumentException.class, () -> new Stratum(10, 5, 4, 2)).getMessage());
  }

  /**
   * Three lots, each stopped by whoever wants to look good or bad: after 20 checks when the errors
   * so far are fewest, or at its worst. Each of the two limits misses with probability at most .025
   * of 2,000, for which 76 or more have probability 2e-4 per side.
   */
  @Test
  void holdsWheneverTheCheckingStops() {
    SplittableRandom random = new SplittableRandom(11);
    int tooLow = 0;
    int tooHigh = 0;
    for (int run = 0; run < 2000; run++) {
      List<Stratum> good = new ArrayList<>();
      List<Stratum> bad = new ArrayList<>();
      int defective = 0;
      for (int lot = 0; lot < 3; lot++) {
        int size = 120 + 90 * lot;
        int errors = 4 + 5 * lot;
        defective += errors;
        stop(random, size, errors, good, bad);
      }
      tooLow += StoppedBound.of(good).upper(.025) < defective ? 1 : 0;
      tooHigh += StoppedBound.of(bad).lower(.025) > defective ? 1 : 0;
    }
    assertTrue(tooLow < 76, "too low " + tooLow);
    assertTrue(tooHigh < 76, "too high " + tooHigh);
    assertTrue(tooLow + tooHigh > 0, "stopping is as bad as that");
  }

  private static void stop(
      SplittableRandom random, int size, int errors, List<Stratum> good, List<Stratum> bad) {
    int left = errors;
    int found = 0;
    Stratum best = null;
    Stratum worst = null;
    for (int n = 1; n <= 100; n++) {
      if (random.nextInt(size - n + 1) < left) {
        left--;
        found++;
      }
      Stratum now = stratum(size, n, found);
      if (n >= 20) {
        best = best == null || found * best.checked() <= best.errors() * n ? now : best;
        worst = worst == null || found * worst.checked() >= worst.errors() * n ? now : worst;
      }
    }
    good.add(best);
    bad.add(worst);
  }
}
