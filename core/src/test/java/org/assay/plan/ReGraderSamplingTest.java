package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.internal.Binomial;
import org.assay.interval.ReGraderCalibration;
import org.assay.interval.ReGraderCalibration.ReGrader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReGraderSamplingTest {
  /** Lot 2,000, 95 %: sum of hypergeometric (1 - sensitivity)^k, in SciPy 1.17.1. */
  @ParameterizedTest
  @CsvSource({
    "60, 1, 96", "60, 0.95, 102", "60, 0.9, 107", "60, 0.8, 121",
    "100, 1, 58", "100, 0.95, 61", "100, 0.9, 65", "100, 0.8, 73"
  })
  void noErrorFound(long defective, double sensitivity, long n) {
    var sampling = ReGraderSampling.inLot(new ReGrader(sensitivity, 1), 2_000);
    assertEquals(n, sampling.zeroAcceptance(defective, 0.05).orElseThrow().n());
  }

  /** R epiR: rsu.sssep.rsfreecalc(5000, 0.05, 0.95, 0.95, 0.95, 0.98), n 194, cut point 7. */
  @Test
  void freeCalc() {
    var sampling = ReGraderSampling.inLot(new ReGrader(0.95, 0.98), 5_000);
    assertEquals(
        StagedPlan.single(194, 7),
        sampling.smallest(Promise.inLot(5_000, 0, 250, 0.05, 0.05)).orElseThrow());
    assertEquals(0.951019, 1 - sampling.atMost(194, 7, 250), 5e-7);
    assertEquals(0.957394, sampling.atMost(194, 7, 0), 5e-7);
  }

  /** R epiR: rsu.sep.rsfreecalc(150, 30, c = 2, 0.1, 0.9, 0.98), which counts from c up. */
  @Test
  void chanceToFind() {
    var sampling = ReGraderSampling.inLot(new ReGrader(0.9, 0.98), 150);
    assertEquals(0.87056605, 1 - sampling.atMost(30, 1, 15), 5e-9);
  }

  /** epiR prints 65 for (1000, 0.05, 0.95, se 0.9), by an approximation; 64 do. */
  @Test
  void smallerThanTheApproximation() {
    var sampling = ReGraderSampling.inLot(new ReGrader(0.9, 1), 1_000);
    assertEquals(64, sampling.zeroAcceptance(50, 0.05).orElseThrow().n());
    assertTrue(sampling.atMost(63, 0, 50) > 0.05);
  }

  @Test
  void perfectReGraderNeedsTheUsualPlan() {
    var promise = Promise.inLot(2_000, 20, 100, 0.05, 0.05);
    assertEquals(
        SingleSampling.smallest(promise),
        ReGraderSampling.inLot(new ReGrader(1, 1), 2_000).smallest(promise));
  }

  /** Against every n and c of small lots. */
  @Test
  void nothingSmallerIsMissed() {
    var random = new SplittableRandom(5);
    for (int i = 0; i < 25; i++) {
      int lot = random.nextInt(10, 50);
      int acceptable = random.nextInt(lot / 4);
      int unacceptable = acceptable + 1 + random.nextInt(lot / 2);
      var promise = Promise.inLot(lot, acceptable, unacceptable, 0.2, 0.1);
      var sampling =
          ReGraderSampling.inLot(
              new ReGrader(0.7 + 0.3 * random.nextDouble(), 0.8 + 0.2 * random.nextDouble()), lot);
      assertEquals(
          everything(sampling, promise).map(StagedPlan::maximum),
          sampling.smallest(promise).map(StagedPlan::maximum),
          promise::toString);
    }
  }

  private static Optional<StagedPlan> everything(ReGraderSampling sampling, Promise promise) {
    for (long n = 1; n <= promise.lot().size(); n++) {
      for (long c = 0; c < n; c++) {
        if (sampling.atMost(n, c, (long) promise.unacceptable()) <= 0.1
            && 1 - sampling.atMost(n, c, (long) promise.acceptable()) <= 0.2) {
          return Optional.of(StagedPlan.single(n, c));
        }
      }
    }
    return Optional.empty();
  }

  @Test
  void checkingEverythingMayNotDo() {
    var sampling = ReGraderSampling.inLot(new ReGrader(0.5, 1), 100);
    assertEquals(Optional.empty(), sampling.zeroAcceptance(4, 0.05)); // 0.5^4 is above
    assertEquals(100, sampling.zeroAcceptance(5, 0.0313).orElseThrow().n()); // 0.5^5 is 0.03125
  }

  @Test
  void anotherLot() {
    var sampling = ReGraderSampling.inLot(new ReGrader(1, 1), 100);
    var promise = Promise.ofRates(0.01, 0.05, 0.05, 0.05);
    assertThrows(IllegalArgumentException.class, () -> sampling.smallest(promise));
  }

  /** A re-grader of whom only some checks of known gradings are known. */
  @Nested
  class Calibrated {
    private static final int LOT = 40;
    private static final int KNOWN = 12; // gradings of each kind

    /** Summed over all calibrations: the two risks of calibration, plan and sample together. */
    @ParameterizedTest
    @CsvSource({"1, 1", "0.9, 0.95", "0.8, 1", "0.7, 0.8", "0.55, 0.6"})
    void bothRisksAreKept(double sensitivity, double specificity) {
      var promise = Promise.inLot(LOT, 1, 30, 0.2, 0.1);
      var truth = ReGraderSampling.inLot(new ReGrader(sensitivity, specificity), LOT);
      double plans = 0;
      double accepted = 0;
      double rejected = 0;
      double certified = 0;
      double exceeded = 0;
      for (long f = 0; f <= KNOWN; f++) {
        for (long c = 0; c <= KNOWN; c++) {
          double share =
              Math.exp(
                  new Binomial(KNOWN, sensitivity).logMass(f)
                      + new Binomial(KNOWN, specificity).logMass(c));
          if (share < 1e-9) {
            continue;
          }
          var calibration = new ReGraderCalibration(KNOWN, f, KNOWN, c);
          var plan = ReGraderSampling.smallest(calibration, promise);
          if (plan.isPresent()) {
            long n = plan.get().maximum();
            long most = plan.get().acceptanceNumbers().get(0);
            plans += share;
            accepted += share * truth.atMost(n, most, 30);
            rejected += share * (1 - truth.atMost(n, most, 1));
          }
          var zero = ReGraderSampling.zeroAcceptance(calibration, LOT, 15, 0.1);
          certified += zero.isPresent() ? share * truth.atMost(zero.get().n(), 0, 15) : 0;
          for (long x = 0; x <= 20; x++) {
            double chance = truth.atMost(20, x, 9) - (x == 0 ? 0 : truth.atMost(20, x - 1, 9));
            if (ReGraderSampling.mostDefective(calibration, LOT, 20, x, 0.1) < 9) {
              exceeded += share * chance;
            }
          }
        }
      }
      assertTrue(accepted <= 0.1 && rejected <= 0.2, accepted + " and " + rejected);
      assertTrue(certified <= 0.1 && exceeded <= 0.1, certified + " and " + exceeded);
      assertTrue(sensitivity < 0.8 || plans > 0.2, "plans for a share of " + plans);
    }

    @Test
    void aLargeCalibrationIsNearlyKnowledge() {
      var promise = Promise.inLot(5_000, 0, 250, 0.05, 0.05);
      var large = new ReGraderCalibration(100_000_000, 95_000_000, 100_000_000, 98_000_000);
      var plan = ReGraderSampling.smallest(large, promise).orElseThrow();
      var known =
          ReGraderSampling.inLot(new ReGrader(0.95, 0.98), 5_000)
              .smallest(Promise.inLot(5_000, 0, 250, 0.03, 0.03)) // what the split leaves
              .orElseThrow();
      assertEquals(1, (double) plan.maximum() / known.maximum(), 0.03);
      var small = new ReGraderCalibration(1_000, 950, 3_000, 2_940);
      long more = ReGraderSampling.smallest(small, promise).orElseThrow().maximum();
      assertTrue(more > 1.2 * plan.maximum(), () -> "checks " + more);
      assertEquals(
          Optional.empty(),
          ReGraderSampling.smallest(new ReGraderCalibration(20, 19, 50, 49), promise));
    }
  }
}
