package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.assay.plan.SequentialDesigns.Looks;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SequentialDesignsTest {
  private static final Promise EXAMPLE = Promise.inLot(2000, 20, 100, 0.05, 0.05);

  private static double checks(SequentialPlan plan, double rate) {
    return plan.at(rate).averageSampleNumber();
  }

  /**
   * Lot of 2,000, 1 % and 5 %, both risks 5 %. The limits are those of an earlier calculation in
   * Python (SciPy 1.13, forward recursion): calibrated test 102.4 and 85.2, truncated 106.8.
   */
  @Nested
  class FewestChecks {
    @Test
    void calibrated() {
      var plan = SequentialDesigns.calibrated(EXAMPLE, Looks.EVERY_CHECK);
      assertAll(
          () -> assertTrue(checks(plan, 0.01) <= 102.5),
          () -> assertTrue(checks(plan, 0.005) <= 85.3),
          () -> assertTrue(plan.producerRisk() <= 0.05 && plan.producerRisk() > 0.0495),
          () -> assertTrue(plan.consumerRisk() <= 0.05 && plan.consumerRisk() > 0.0495),
          () -> assertEquals(186, plan.at(0.01).quantile(0.95), 4));
    }

    @Test
    void truncated() {
      var plan = SequentialDesigns.truncated(EXAMPLE, Looks.EVERY_CHECK);
      assertAll(
          () -> assertTrue(checks(plan, 0.01) <= 107.0),
          () -> assertEquals(193, plan.boundary().maximum()),
          () -> assertTrue(plan.producerRisk() <= 0.05),
          () -> assertTrue(plan.consumerRisk() <= 0.05));
    }

    @Test
    void optimalOverFourRates() {
      var plan = OptimalPlans.least(EXAMPLE, OptimalPlans.Objective.meanOver(10, 20, 60, 100));
      double mean =
          (checks(plan, 0.005) + checks(plan, 0.01) + checks(plan, 0.03) + checks(plan, 0.05)) / 4;
      assertAll(
          () -> assertTrue(mean <= 88.9, () -> "mean " + mean),
          () -> assertTrue(plan.producerRisk() <= 0.05),
          () -> assertTrue(plan.consumerRisk() <= 0.05));
    }

    /** The earlier calculation's minimax plan has 106.9 checks at 1 % and 102.7 at 3 %. */
    @Test
    void smallLargestNumber() {
      var two = SequentialDesigns.twoSprt(EXAMPLE, Looks.EVERY_CHECK);
      var minimax = OptimalPlans.minimax(EXAMPLE, Looks.EVERY_CHECK);
      double ofTwo = Middle.largestChecks(two.boundary(), EXAMPLE);
      double ofMinimax = Middle.largestChecks(minimax.boundary(), EXAMPLE);
      assertAll(
          () -> assertTrue(ofMinimax < ofTwo, ofMinimax + " and " + ofTwo),
          () -> assertTrue(checks(minimax, 0.01) <= 106.9),
          () -> assertTrue(checks(minimax, 0.03) <= 102.7),
          () -> assertTrue(two.producerRisk() <= 0.05 && two.consumerRisk() <= 0.05),
          () -> assertTrue(minimax.producerRisk() <= 0.05 && minimax.consumerRisk() <= 0.05));
    }

    /** In expectation a plan finds errors at the lot's own rate, whenever it stops. */
    @Test
    void dearerErrorsAreAWeightOnHighRates() {
      var dear =
          new OptimalPlans.Objective(
              OptimalPlans.Objective.meanOver(20, 100).weights(), 40, Looks.EVERY_CHECK, 0);
      var weighted =
          new OptimalPlans.Objective(
              List.of(
                  new OptimalPlans.Weight(20, 1 + 39 * 0.01),
                  new OptimalPlans.Weight(100, 1 + 39 * 0.05)),
              1,
              Looks.EVERY_CHECK,
              0);
      double cost = 0;
      for (var w : weighted.weights()) {
        cost +=
            w.weight()
                * (checks(OptimalPlans.least(EXAMPLE, dear), w.quality() / 2000)
                    - checks(OptimalPlans.least(EXAMPLE, weighted), w.quality() / 2000));
      }
      assertEquals(0, cost, 0.05);
    }
  }

  /**
   * Boundaries and exact risks for stated thresholds, computed before in Python (SciPy 1.13):
   * likelihood ratio without replacement, thresholds A to reject and B to accept.
   */
  @Nested
  class StatedThresholds {
    private Boundary walls(Promise promise, double a, double b) {
      var ratio = new LogRatio(promise.lot(), promise.unacceptable(), promise.acceptable());
      boolean[] look = Looks.EVERY_CHECK.upTo((int) promise.lot().size());
      return new RatioWalls(ratio, ratio, look, RatioWalls.NO_CUT).at(a, b);
    }

    @ParameterizedTest
    @CsvSource({
      "2000, 20, 100, 2.420, 2.930, 0.04934014134207454, 0.0496642850481979, 102.43686506246526,"
          + " 61.88238294020504, 0;70;109;147;186;224;264, -;-;22;63;104;146;188",
      "2000, 20, 100, 2.995732273553991, 2.995732273553991, 0.026183056927803983, 0.04759025836439717,"
          + " 109.02922543112182, 74.94021431858532, 0;72;110;148;187;226;265, -;-;8;49;91;133;176",
      "2000, 10, 60, 2.300, 2.940, 0.04951646601819071, 0.04931883460938128, 152.1524068039831,"
          + " 85.63660240156727, 0;113;179;246;314;383;453, -;-;55;130;206;284;364",
      "500, 5, 25, 2.300, 2.925, 0.04976608529422688, 0.04926770909551888, 90.30465963765278,"
          + " 51.90594886655571, 0;67;100;134;169;206;248, -;-;28;73;121;174",
    })
    void exactNumbers(
        long lot,
        long d0,
        long d1,
        double a,
        double b,
        double producer,
        double consumer,
        double checksAtD0,
        double checksAtD1,
        String acceptFrom,
        String rejectUntil) {
      Boundary boundary = walls(Promise.inLot(lot, d0, d1, 0.05, 0.05), a, b);
      BoundaryRun good = BoundaryRun.of(boundary, Lot.of(lot), (double) d0);
      BoundaryRun bad = BoundaryRun.of(boundary, Lot.of(lot), (double) d1);
      List<Boundary.CardLine> card = boundary.card();
      String[] from = acceptFrom.split(";", -1);
      for (int d = 1; d < from.length; d++) {
        assertEquals(OptionalInt.of(Integer.parseInt(from[d])), card.get(d - 1).acceptFrom());
      }
      String[] until = rejectUntil.split(";", -1);
      for (int d = 2; d < until.length; d++) {
        assertEquals(OptionalInt.of(Integer.parseInt(until[d])), card.get(d).rejectUntil());
      }
      assertAll(
          () -> assertEquals(producer, good.reject(), 1e-11),
          () -> assertEquals(consumer, bad.accept(), 1e-11),
          () -> assertEquals(checksAtD0, good.averageSampleNumber(), 1e-8),
          () -> assertEquals(checksAtD1, bad.averageSampleNumber(), 1e-8),
          () -> assertEquals(1, good.accept() + good.reject(), 1e-12));
    }
  }

  @Nested
  class Laws {
    /** Lots of 60 to 20,000; acceptable 0 to 3 %; risks 1 to 20 %. */
    static List<Promise> problems() {
      var random = new SplittableRandom(20260105);
      var problems = new ArrayList<Promise>();
      while (problems.size() < 504) {
        long lot = Math.round(60 * Math.pow(333, random.nextDouble()));
        long good = Math.round(lot * 0.03 * random.nextDouble());
        long bad = good + 1 + Math.round(lot * (0.02 + 0.08 * random.nextDouble()));
        double[] risks = {0.01, 0.05, 0.1, 0.2};
        problems.add(
            Promise.inLot(lot, good, bad, risks[random.nextInt(4)], risks[random.nextInt(4)]));
      }
      return problems;
    }

    @Test
    void noExactRiskIsEverAboveThePromise() {
      int i = 0;
      for (Promise promise : problems()) {
        var plans = new ArrayList<SequentialPlan>();
        plans.add(SequentialDesigns.calibrated(promise, Looks.EVERY_CHECK));
        if (promise.lot().size() <= 2000) { // ends with the lot
          plans.add(
              AlwaysValid.plan(promise, EProcess.likelihoodRatio(promise), Looks.EVERY_CHECK));
        }
        if (i++ % 28 == 0) {
          plans.add(SequentialDesigns.truncated(promise, Looks.EVERY_CHECK));
          plans.add(SequentialDesigns.calibrated(promise, Looks.every(10)));
        }
        if (i % 168 == 0) {
          plans.add(SequentialDesigns.twoSprt(promise, Looks.EVERY_CHECK));
          plans.add(
              OptimalPlans.least(
                  promise,
                  OptimalPlans.Objective.meanOver(promise.acceptable(), promise.unacceptable())));
        }
        for (SequentialPlan plan : plans) {
          requireKept(promise, plan);
        }
      }
    }

    private void requireKept(Promise promise, SequentialPlan plan) {
      long lot = promise.lot().size();
      var good = PathCounts.of(plan.boundary(), lot, (long) promise.acceptable());
      var bad = PathCounts.of(plan.boundary(), lot, (long) promise.unacceptable());
      double rounding = 1e-9; // log-gamma of the second way
      assertTrue(good.reject <= promise.producerRisk() * (1 + rounding), plan + " " + good.reject);
      assertTrue(bad.accept <= promise.consumerRisk() * (1 + rounding), plan + " " + bad.accept);
      assertEquals(good.reject, plan.producerRisk(), 1e-9, () -> plan.toString());
      assertEquals(bad.accept, plan.consumerRisk(), 1e-9, () -> plan.toString());
    }

    @ParameterizedTest
    @MethodSource("someProblems")
    void theLeastThresholdsBeatEveryOtherPairThatKeepsThePromise(Promise promise) {
      var plan = SequentialDesigns.calibrated(promise, Looks.EVERY_CHECK);
      var ratio = new LogRatio(promise.lot(), promise.unacceptable(), promise.acceptable());
      var walls =
          new RatioWalls(
              ratio,
              ratio,
              Looks.EVERY_CHECK.upTo(SequentialDesigns.openEnd(promise, ratio)),
              RatioWalls.NO_CUT);
      var random = new SplittableRandom(1);
      for (int i = 0; i < 60; i++) {
        var other =
            SequentialPlan.given(
                promise, walls.at(4 * random.nextDouble(), 4 * random.nextDouble()));
        if (other.producerRisk() <= promise.producerRisk()
            && other.consumerRisk() <= promise.consumerRisk()) {
          for (double rate : new double[] {0, 0.01, 0.03, 0.06, 0.12}) {
            assertTrue(checks(plan, rate) <= checks(other, rate) + 1e-9);
          }
        }
      }
    }

    static List<Promise> someProblems() {
      return problems().subList(0, 8);
    }

    @Test
    void withoutReplacementTendsToTheStream() {
      var stream = Promise.ofRates(0.01, 0.05, 0.05, 0.05);
      var lot = Promise.inLot(1_000_000_000, 10_000_000, 50_000_000, 0.05, 0.05);
      assertEquals(
          checks(SequentialDesigns.calibrated(stream, Looks.EVERY_CHECK), 0.01),
          checks(SequentialDesigns.calibrated(lot, Looks.EVERY_CHECK), 0.01),
          1e-3);
    }

    @Test
    void aBatchScheduleDecidesOnlyAtItsLooks() {
      var plan = SequentialDesigns.calibrated(EXAMPLE, Looks.every(20));
      assertTrue(
          plan.boundary().rows().stream()
              .allMatch(r -> r.n() % 20 == 0 || r.n() == plan.boundary().maximum()));
      assertTrue(plan.producerRisk() <= 0.05 && plan.consumerRisk() <= 0.05);
    }

    /** Days of unequal work, and a schedule that ends before the plan does. */
    @Test
    void theRisksAreThoseOfTheDaysAtWhoseEndItIsLookedAt() {
      List<Integer> days = List.of(35, 60, 62, 110, 155, 240, 300);
      var looks = Looks.at(days);
      for (SequentialPlan plan :
          List.of(
              SequentialDesigns.calibrated(EXAMPLE, looks),
              SequentialDesigns.truncated(EXAMPLE, looks, 240),
              SequentialDesigns.twoSprt(EXAMPLE, looks),
              OptimalPlans.minimax(EXAMPLE, looks),
              AlwaysValid.plan(EXAMPLE, EProcess.likelihoodRatio(EXAMPLE), looks))) {
        requireKept(EXAMPLE, plan);
        assertTrue(
            plan.boundary().rows().stream()
                .allMatch(r -> days.contains(r.n()) || r.n() == plan.boundary().maximum()),
            plan::toString);
      }
    }

    @Test
    void theRowsSayEverything() {
      var plan = SequentialDesigns.truncated(EXAMPLE, Looks.EVERY_CHECK);
      var again = Boundary.of(plan.boundary().rows());
      assertEquals(plan.at(0.03).accept(), BoundaryRun.of(again, Lot.of(2000), 60).accept());
      assertEquals(plan.boundary().rows(), again.rows());
    }
  }

  @Nested
  class Edges {
    @Test
    void noErrorAcceptable() {
      var plan =
          SequentialDesigns.calibrated(Promise.inLot(500, 0, 25, 0.05, 0.05), Looks.EVERY_CHECK);
      assertAll(
          () -> assertEquals(0, plan.producerRisk()),
          () -> assertEquals(56, plan.boundary().maximum())); // zero-error sample of 500 at 5 %
    }

    @Test
    void qualitiesNextToEachOtherOrAtTheEnds() {
      for (Promise promise :
          List.of(
              Promise.inLot(100, 1, 2, 0.05, 0.1),
              Promise.inLot(10, 9, 10, 0.05, 0.1),
              Promise.inLot(1, 0, 1, 0.05, 0.1),
              Promise.ofRates(0, 0.05, 0.05, 0.1))) {
        var around = OptimalPlans.Objective.around(promise);
        for (SequentialPlan plan :
            List.of(
                SequentialDesigns.twoSprt(promise, Looks.EVERY_CHECK),
                OptimalPlans.minimax(promise, Looks.EVERY_CHECK),
                OptimalPlans.least(
                    promise, new OptimalPlans.Objective(around, 1, Looks.EVERY_CHECK, 0)))) {
          assertTrue(plan.producerRisk() <= 0.05 && plan.consumerRisk() <= 0.1, plan::toString);
        }
      }
    }

    /** Late in a long plan no error is far likelier under the best rate than under any other. */
    @Test
    void closeRatesInBatches() {
      var promise = Promise.ofRates(0.02, 0.03, 0.05, 0.1);
      var weights = OptimalPlans.Objective.around(promise);
      var plan =
          OptimalPlans.least(promise, new OptimalPlans.Objective(weights, 1, Looks.every(50), 0));
      assertTrue(plan.producerRisk() <= 0.05 && plan.consumerRisk() <= 0.1);
    }

    @Test
    void aLotTooSmallIsInspectedInFull() {
      var plan =
          SequentialDesigns.truncated(Promise.inLot(20, 1, 2, 0.05, 0.05), Looks.EVERY_CHECK);
      assertTrue(plan.boundary().maximum() <= 20);
      assertTrue(plan.producerRisk() <= 0.05 && plan.consumerRisk() <= 0.05);
    }
  }

  @Nested
  class Messages {
    private void says(String message, Runnable call) {
      assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void badPromises() {
      says(
          "acceptableCount must be below unacceptableCount (20), got 100",
          () -> Promise.inLot(2000, 100, 20, 0.05, 0.05));
      says(
          "acceptable must be below unacceptable (0.01), got 0.05",
          () -> Promise.ofRates(0.05, 0.01, 0.05, 0.05));
      says(
          "producerRisk must be in (0, 0.5), got 0.5",
          () -> Promise.inLot(2000, 20, 100, 0.5, 0.05));
      says(
          "consumerRisk must be in (0, 0.5), got 0.0", () -> Promise.inLot(2000, 20, 100, 0.05, 0));
      says(
          "unacceptableCount must be in [0, 50], got 100",
          () -> Promise.inLot(50, 20, 100, 0.05, 0.05));
      says(
          "acceptableCount must be a whole number of items, got 4.5",
          () -> new Promise(Lot.of(90), 4.5, 9, 0.05, 0.05));
      says(
          "unacceptable must be in [0, 1.0], got NaN",
          () -> Promise.ofRates(0.01, Double.NaN, 0.05, 0.05));
    }

    @Test
    void badPlans() {
      says(
          "maximum must be enough to keep both promised risks, got 100",
          () -> SequentialDesigns.truncated(EXAMPLE, Looks.EVERY_CHECK, 100));
      says(
          "maximum must be in [1, 2000], got 2001",
          () -> SequentialDesigns.truncated(EXAMPLE, Looks.EVERY_CHECK, 2001));
      says("looks[1] must be >= 11, got 10", () -> Looks.at(List.of(10, 10)));
      says("every must be >= 1, got 0", () -> Looks.every(0));
      says("boundary must have at least one row, got none", () -> Boundary.of(List.of()));
      says(
          "the last row must decide for every number of errors, got acceptAt 0 and rejectAt 2 at n"
              + " = 10",
          () -> Boundary.of(List.of(new Boundary.Row(10, 0, 2))));
    }
  }
}
