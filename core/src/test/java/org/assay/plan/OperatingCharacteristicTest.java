package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.assay.plan.OperatingCharacteristic.OperatingPoint;
import org.assay.plan.OperatingCharacteristic.OutgoingQuality;
import org.assay.plan.SequentialDesigns.Looks;
import org.assay.plan.StagedPlan.Curtailment;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatingCharacteristicTest {
  private static final ErrorModel THOUSAND = new ErrorModel(ErrorModel.Kind.BINOMIAL, 1_000);

  @Nested
  class Published {
    /** R AcceptanceSampling 1.0.11, OC2c(c(125, 125), c(1, 4), c(4, 5)). */
    @ParameterizedTest
    @CsvSource({
      "0.005, 0.99080719",
      "0.01, 0.89995598",
      "0.02, 0.48576800",
      "0.03, 0.17549274",
      "0.05, 0.01507571"
    })
    void doublePlan(double rate, double accept) {
      StagedPlan plan = StagedPlan.doubled(125, 1, 4, 125, 4);
      assertEquals(
          accept, OperatingCharacteristic.at(plan, ErrorModel.BINOMIAL, rate).accept(), 5e-9);
    }

    /** R AcceptanceSampling 1.0.11, OC2c(10, 1, type = "hypergeom", N = 5000). */
    @ParameterizedTest
    @CsvSource({"0.1, 0.73613783", "0.2, 0.37556779", "0.3, 0.14904356"})
    void lot(double rate, double accept) {
      assertEquals(
          accept,
          OperatingCharacteristic.at(StagedPlan.single(10, 1), ErrorModel.inLot(5000), rate)
              .accept(),
          1e-8); // the last printed digit is cut, not rounded
    }

    /** R Dodge 0.9-2, DSPlanBinomial(1000, 10, 10, 0, 2, 1). */
    @ParameterizedTest
    @CsvSource({
      "0.05, 0.78741374, 13.15125, 222.347",
      "0.1, 0.48376361, 13.87420, 522.425",
      "0.2, 0.13619722, 12.68435, 865.453"
    })
    void totalInspection(double rate, double accept, double average, double total) {
      OperatingPoint at =
          OperatingCharacteristic.at(StagedPlan.doubled(10, 0, 2, 10, 1), THOUSAND, rate);
      assertEquals(accept, at.accept(), 5e-9);
      assertEquals(average, at.averageSampleNumber(), 5e-6);
      assertEquals(total, at.averageTotalInspection().value(), 5e-4);
    }

    /** R Dodge 0.9-2, CurtBinomial(20, 1). */
    @ParameterizedTest
    @CsvSource({"0.05, 18.11349, 17.73614", "0.1, 14.86676, 14.73168", "0.2, 9.59648, 9.58207"})
    void curtailed(double rate, double semi, double full) {
      StagedPlan plan = StagedPlan.single(20, 1);
      assertEquals(
          semi, Curtailment.SEMI.at(plan, ErrorModel.BINOMIAL, rate).averageSampleNumber(), 5e-6);
      assertEquals(
          full, Curtailment.FULL.at(plan, ErrorModel.BINOMIAL, rate).averageSampleNumber(), 5e-6);
    }

    /**
     * Dodge and Romig (1959), single sampling lot tolerance tables: limits of three of their plans,
     * per cent.
     */
    @ParameterizedTest
    @CsvSource({"1000, 205, 0, 0.14", "1000, 335, 1, 0.17", "10000, 1500, 10, 0.37"})
    void outgoingLimit(long lot, long n, long c, double percent) {
      var model = new ErrorModel(ErrorModel.Kind.BINOMIAL, lot);
      double limit = OutgoingQuality.limit(StagedPlan.single(n, c), model).limit();
      assertEquals(percent, 100 * limit, 0.005);
    }
  }

  @Nested
  class Laws {
    private static final StagedPlan SEVEN =
        new StagedPlan(
            List.of(20L, 20L, 20L, 20L, 20L, 20L, 20L),
            List.of(-1L, -1L, 0L, 0L, 1L, 1L, 2L),
            List.of(2L, 2L, 2L, 3L, 3L, 3L, 3L));

    /** The same plan as a boundary that looks at the ends of stages only: another recursion. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.002, 0.01, 0.02, 0.05, 0.1, 0.5})
    void agreesWithTheCheckByCheckRecursion(double rate) {
      int maximum = (int) SEVEN.maximum();
      int[] accept = new int[maximum + 1];
      int[] reject = new int[maximum + 1];
      java.util.Arrays.fill(accept, Boundary.NEVER);
      java.util.Arrays.setAll(reject, n -> n + 1);
      for (int stage = 0; stage < SEVEN.stages(); stage++) {
        int n = 20 * (stage + 1);
        long c = SEVEN.acceptanceNumbers().get(stage);
        accept[n] = c < 0 ? Boundary.NEVER : (int) c;
        reject[n] = SEVEN.rejectionNumbers().get(stage).intValue();
      }
      Lot lot = Lot.of(1_000);
      BoundaryRun run = BoundaryRun.of(new Boundary(accept, reject), lot, lot.quality(rate));
      OperatingPoint at = OperatingCharacteristic.at(SEVEN, ErrorModel.inLot(1_000), rate);
      assertEquals(run.accept(), at.accept(), 1e-12);
      assertEquals(run.reject(), at.reject(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.003, 0.05, 0.3, 1})
    void acceptAndRejectAreAll(double rate) {
      OperatingPoint at = OperatingCharacteristic.at(SEVEN, ErrorModel.BINOMIAL, rate);
      assertEquals(1, at.accept() + at.reject(), 1e-12);
      assertTrue(at.averageSampleNumber() <= at.q95() + 140 * 0.05);
    }

    /**
     * With all of an accepted lot's errors counted, what goes out is what came in, less what was
     * found.
     */
    @Test
    void outgoingQualityOfALot() {
      OperatingPoint at =
          OperatingCharacteristic.at(StagedPlan.single(1, 0), ErrorModel.inLot(2), 0.5);
      assertEquals(0.25, at.averageOutgoing(), 1e-15); // half the time the good item was drawn
      assertEquals(1.5, at.averageTotalInspection().value(), 1e-15);
    }

    /** The single plan as a boundary, and every number of defective items of a lot tried. */
    @Test
    void theOutgoingLimitOfASequentialPlan() {
      var promise = Promise.inLot(300, 3, 15, 0.1, 0.1);
      StagedPlan single = SingleSampling.smallest(promise).orElseThrow();
      int c = single.acceptanceNumbers().get(0).intValue();
      var row = new Boundary.Row((int) single.maximum(), c, c + 1);
      var same = SequentialPlan.given(promise, Boundary.of(List.of(row)));
      OutgoingQuality.Limit staged = OutgoingQuality.limit(single, ErrorModel.inLot(300));
      assertEquals(staged.rate(), OutgoingQuality.limit(same).rate());
      assertEquals(staged.limit(), OutgoingQuality.limit(same).limit(), 1e-12);
      var plan = SequentialDesigns.calibrated(promise, Looks.EVERY_CHECK);
      double worst = 0;
      for (int defective = 0; defective <= 300; defective++) {
        worst = Math.max(worst, plan.point(defective / 300.0).averageOutgoing());
      }
      assertEquals(worst, OutgoingQuality.limit(plan).limit(), 1e-15);
    }

    /** A stream: the largest p P(accept), to which its neighbours come near. */
    @Test
    void theOutgoingLimitOfAStream() {
      var plan =
          SequentialDesigns.truncated(Promise.ofRates(0.01, 0.05, 0.05, 0.05), Looks.EVERY_CHECK);
      OutgoingQuality.Limit limit = OutgoingQuality.limit(plan);
      double worst = 0;
      for (int i = 1; i < 1000; i++) {
        worst = Math.max(worst, plan.point(i / 10_000.0).averageOutgoing());
      }
      assertTrue(limit.limit() >= worst && limit.limit() < worst * 1.0001);
      assertEquals(limit.limit(), plan.point(limit.rate()).averageOutgoing());
    }

    @Test
    void curtailmentNeverAsksForMore() {
      StagedPlan plan = StagedPlan.single(176, 4);
      ErrorModel lot = ErrorModel.inLot(2_000);
      double full = Curtailment.FULL.at(plan, lot, 0.05).averageSampleNumber();
      assertEquals(97.7, full, 0.05); // a hundred of two thousand: 176 without curtailment
      assertTrue(full <= Curtailment.SEMI.at(plan, lot, 0.05).averageSampleNumber());
    }
  }

  @Nested
  class Messages {
    private static void message(String expected, org.junit.jupiter.api.function.Executable call) {
      assertEquals(expected, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void plans() {
      message("sampleSizes[0] must be >= 1, got 0", () -> StagedPlan.single(0, 0));
      message(
          "rejectionNumbers must have one number a stage (1), got 2",
          () -> new StagedPlan(List.of(5L), List.of(0L), List.of(1L, 2L)));
      message(
          "the last of rejectionNumbers must be one more than the last acceptance number (0), got 2",
          () -> new StagedPlan(List.of(5L), List.of(0L), List.of(2L)));
      message(
          "total of sampleSizes must be in [1, 10], got 11",
          () -> OperatingCharacteristic.at(StagedPlan.single(11, 0), ErrorModel.inLot(10), 0.1));
    }
  }
}
