package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.assay.plan.MultipleSampling.Sizes;
import org.assay.plan.SequentialDesigns.Looks;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MultipleSamplingTest {
  private static final Promise EXAMPLE = Promise.inLot(2_000, 20, 100, 0.05, 0.05);

  private static StagedPlan plan(Promise promise, int stages, Sizes sizes) {
    return MultipleSampling.leastAverage(ErrorModel.of(promise.lot()), promise, stages, sizes);
  }

  private static double average(StagedPlan plan, Promise promise) {
    return OperatingCharacteristic.atQuality(
            plan, ErrorModel.of(promise.lot()), promise.acceptable())
        .averageSampleNumber();
  }

  private static boolean keeps(StagedPlan plan, ErrorModel model, Promise promise) {
    double tie = 1 + 1e-12; // as in every plan: a probability that equals its risk keeps it
    return OperatingCharacteristic.atQuality(plan, model, promise.acceptable()).reject()
            <= promise.producerRisk() * tie
        && OperatingCharacteristic.atQuality(plan, model, promise.unacceptable()).accept()
            <= promise.consumerRisk() * tie;
  }

  /** Every plan of three stages with small sizes, none left out. */
  @Nested
  class AgainstEverything {
    private double least;

    private void tryAll(Promise promise, int largest, boolean equal) {
      ErrorModel model = ErrorModel.of(promise.lot());
      least = SingleSampling.smallest(promise).orElseThrow().maximum();
      for (long n1 = 1; n1 < Math.min(least, largest); n1++) {
        for (long n2 = equal ? n1 : 1; n2 <= (equal ? n1 : largest - n1 - 1); n2++) {
          for (long n3 = equal ? n1 : 1; n3 <= (equal ? n1 : largest - n1 - n2); n3++) {
            if (n1 + n2 + n3 <= largest) {
              tryNumbers(promise, model, List.of(n1, n2, n3));
            }
          }
        }
      }
    }

    private void tryNumbers(Promise promise, ErrorModel model, List<Long> sizes) {
      for (long c3 = 0; c3 <= 3; c3++) {
        for (long r1 = 1; r1 <= c3 + 1; r1++) {
          for (long c1 = -1; c1 < r1; c1++) {
            for (long r2 = 1; r2 <= c3 + 1; r2++) {
              for (long c2 = Math.min(c1, r2 - 1); c2 < r2; c2++) {
                var plan = new StagedPlan(sizes, List.of(c1, c2, c3), List.of(r1, r2, c3 + 1));
                double average = average(plan, promise);
                if (average < least && keeps(plan, model, promise)) {
                  least = average;
                }
              }
            }
          }
        }
      }
    }

    /** A stream, and lots in which the whole is nearly checked. */
    @ParameterizedTest
    @CsvSource({"0, 0.05, 0.3, 23", "40, 2, 14, 18", "25, 0, 6, 18"})
    void findsTheLeast(long lot, double acceptable, double unacceptable, int largest) {
      var promise = new Promise(new Lot(lot), acceptable, unacceptable, 0.1, 0.1);
      tryAll(promise, largest, false);
      assertEquals(least, average(plan(promise, 3, Sizes.FREE), promise), 1e-9);
      tryAll(promise, 60, true);
      assertEquals(least, average(plan(promise, 3, Sizes.EQUAL), promise), 1e-9);
    }
  }

  @Nested
  class Promises {
    /** Both risks by {@link OperatingCharacteristic} and by counting sequences of verdicts. */
    @ParameterizedTest
    @EnumSource(Sizes.class)
    void areKept(Sizes sizes) {
      var random = new SplittableRandom(20260322);
      double[] risks = {0.01, 0.05, 0.1, 0.2};
      for (int i = 0; i < (sizes == Sizes.FREE ? 8 : 60); i++) {
        long lot = Math.round(60 * Math.pow(100, random.nextDouble()));
        long good = Math.round(lot * 0.02 * random.nextDouble());
        long bad = good + 1 + Math.round(lot * (0.03 + 0.1 * random.nextDouble()));
        var promise =
            Promise.inLot(lot, good, bad, risks[random.nextInt(4)], risks[random.nextInt(4)]);
        StagedPlan plan = plan(promise, 3 + i % 3, sizes);
        assertTrue(keeps(plan, ErrorModel.inLot(lot), promise), () -> promise + ": " + plan);
        Boundary boundary = Boundary.of(plan);
        // logarithms of the gamma function of some thousand, by subtraction
        assertTrue(
            PathCounts.of(boundary, lot, good).reject <= promise.producerRisk() * (1 + 1e-9));
        assertTrue(PathCounts.of(boundary, lot, bad).accept <= promise.consumerRisk() * (1 + 1e-9));
        assertTrue(
            average(plan, promise) <= SingleSampling.smallest(promise).orElseThrow().maximum());
      }
    }

    @ParameterizedTest
    @EnumSource(ErrorModel.Kind.class)
    void areKeptWithEveryDistribution(ErrorModel.Kind kind) {
      ErrorModel model = new ErrorModel(kind, kind == ErrorModel.Kind.HYPERGEOMETRIC ? 400 : 0);
      var promise =
          kind == ErrorModel.Kind.HYPERGEOMETRIC
              ? Promise.inLot(400, 8, 40, 0.05, 0.1)
              : Promise.ofRates(0.02, 0.1, 0.05, 0.1);
      for (Sizes sizes : Sizes.values()) {
        StagedPlan plan = MultipleSampling.leastAverage(model, promise, 3, sizes);
        assertTrue(keeps(plan, model, promise), plan::toString);
        assertEquals(3, plan.stages());
      }
    }
  }

  /** Two stages are the double plan; more come near the sequential plan's 120.8 checks. */
  @Test
  void fewerChecksWithMoreStages() {
    var promise = Promise.inLot(500, 10, 25, 0.05, 0.1);
    double sequential =
        SequentialDesigns.calibrated(promise, Looks.EVERY_CHECK).point(0.02).averageSampleNumber();
    StagedPlan twice = DoubleSampling.leastAverage(ErrorModel.of(promise.lot()), promise);
    double two = average(twice, promise);
    double three = average(plan(promise, 3, Sizes.FREE), promise);
    double four = average(plan(promise, 4, Sizes.FREE), promise);
    assertEquals(two, average(plan(promise, 2, Sizes.FREE), promise), 1e-9);
    assertTrue(three < 0.94 * two, () -> "three stages " + three);
    assertTrue(four < 0.97 * three && four < 1.07 * sequential, () -> "four stages " + four);
    StagedPlan equal = plan(promise, 4, Sizes.EQUAL);
    assertEquals(1, equal.sampleSizes().stream().distinct().count());
    assertTrue(average(equal, promise) >= four);
  }

  @Test
  void weightsMoveTheLeast() {
    ErrorModel model = ErrorModel.of(EXAMPLE.lot());
    var both = OptimalPlans.Objective.meanOver(20, 100).weights();
    StagedPlan good = plan(EXAMPLE, 3, Sizes.EQUAL);
    StagedPlan balanced = MultipleSampling.least(model, EXAMPLE, 3, Sizes.EQUAL, both);
    assertTrue(mean(balanced) < mean(good) - 1);
    assertTrue(average(balanced, EXAMPLE) >= average(good, EXAMPLE));
    assertTrue(keeps(balanced, model, EXAMPLE));
  }

  private static double mean(StagedPlan plan) {
    ErrorModel model = ErrorModel.of(EXAMPLE.lot());
    return (OperatingCharacteristic.at(plan, model, 0.01).averageSampleNumber()
            + OperatingCharacteristic.at(plan, model, 0.05).averageSampleNumber())
        / 2;
  }

  /** A single defective item shows only when every item is checked. */
  @ParameterizedTest
  @EnumSource(Sizes.class)
  void aSmallLotIsCheckedThroughout(Sizes sizes) {
    var promise = Promise.inLot(10, 0, 1, 0.05, 0.05);
    assertEquals(10, average(plan(promise, 4, sizes), promise), 0);
  }

  @Test
  void messages() {
    var few = assertThrows(IllegalArgumentException.class, () -> plan(EXAMPLE, 1, Sizes.FREE));
    assertEquals("stages must be in [2, 10], got 1", few.getMessage());
    var close = Promise.ofRates(0.05, 0.055, 0.05, 0.05);
    var e = assertThrows(IllegalArgumentException.class, () -> plan(close, 3, Sizes.EQUAL));
    assertEquals(
        "unacceptable must be so far above acceptable that a single plan accepts at no more than"
            + " 100 errors, got 0.055",
        e.getMessage());
  }
}
