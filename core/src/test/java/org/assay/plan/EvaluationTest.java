package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final Promise EXAMPLE = Promise.inLot(2000, 20, 100, 0.05, 0.05);
  private static final SequentialPlan PLAN =
      SequentialDesigns.truncated(EXAMPLE, Looks.EVERY_CHECK);

  private static Evaluation right(int n) {
    return Evaluation.START.addAll(PLAN, Collections.nCopies(n, Verdict.RIGHT));
  }

  @Test
  void acceptsAsSoonAsTheCardSays() {
    int from = PLAN.boundary().card().get(0).acceptFrom().getAsInt();
    assertAll(
        () -> assertEquals(Decision.CONTINUE, right(from - 1).decision()),
        () -> assertEquals(Decision.ACCEPT, right(from).decision()),
        () -> assertEquals(OptionalInt.of(from), right(from + 5).decidedAt()),
        () -> assertEquals(from + 5, right(from + 5).checked()));
  }

  @Test
  void resumesFromWhatWasWrittenDown() {
    var half = right(30);
    var resumed =
        new Evaluation(
            half.decision(),
            half.checked(),
            half.errors(),
            half.decidedChecks(),
            half.errorsThen());
    assertEquals(right(80), resumed.addAll(PLAN, Collections.nCopies(50, Verdict.RIGHT)));
  }

  @Test
  void aMissingItemCountsAsAnError() {
    var missing = right(10).add(PLAN, Verdict.MISSING);
    assertEquals(right(10).add(PLAN, Verdict.ERROR), missing);
  }

  @Test
  void theBoundAfterADecisionIsOnItsSideOfThePromise() {
    var accepted = right(80);
    var rejected = Evaluation.START.addAll(PLAN, Collections.nCopies(3, Verdict.ERROR));
    assertAll(
        () -> assertTrue(accepted.upperBound(PLAN).getAsDouble() < 100),
        () -> assertTrue(accepted.lowerBound(PLAN).isEmpty()),
        () -> assertTrue(rejected.lowerBound(PLAN).getAsDouble() > 20),
        () -> assertTrue(right(10).upperBound(PLAN).isEmpty()));
  }

  /** Accepting with no error at n is what a zero-error sample of n says: Clopper-Pearson's kind. */
  @Test
  void theEarliestAcceptanceHasTheZeroErrorBound() {
    var accepted = right(80);
    int n = accepted.decidedAt().getAsInt();
    double bound = accepted.upperBound(PLAN).getAsDouble();
    double at = 1;
    double beyond = 1;
    for (int i = 0; i < n; i++) {
      at *= (2000 - bound - i) / (2000.0 - i);
      beyond *= (2000 - bound - 1 - i) / (2000.0 - i);
    }
    assertTrue(at > 0.05 && beyond <= 0.05, at + " " + beyond);
  }

  /** Single 176 (4), double 96 (1/4) + 109 (4/5): the risks that their own recursion has. */
  @Test
  void plansInStagesHaveTheSameRisksAsBoundaries() {
    for (StagedPlan plan :
        List.of(StagedPlan.single(176, 4), StagedPlan.doubled(96, 1, 4, 109, 4))) {
      var good = OperatingCharacteristic.atQuality(plan, ErrorModel.inLot(2000), 20);
      var bad = OperatingCharacteristic.atQuality(plan, ErrorModel.inLot(2000), 100);
      for (Boundary boundary :
          List.of(
              Boundary.of(plan),
              Curtailment.SEMI.boundary(plan),
              Curtailment.FULL.boundary(plan))) {
        var given = SequentialPlan.given(EXAMPLE, boundary);
        assertEquals(good.reject(), given.producerRisk(), 1e-13);
        assertEquals(bad.accept(), given.consumerRisk(), 1e-13);
      }
      assertEquals(
          good.averageSampleNumber(),
          SequentialPlan.given(EXAMPLE, Boundary.of(plan)).point(0.01).averageSampleNumber(),
          1e-10);
    }
    var single = StagedPlan.single(176, 4);
    for (Curtailment how : Curtailment.values()) {
      assertEquals(
          how.at(single, ErrorModel.inLot(2000), 0.03).averageSampleNumber(),
          SequentialPlan.given(EXAMPLE, how.boundary(single)).point(0.03).averageSampleNumber(),
          1e-10);
    }
  }

  /** The p-value is at most the risk exactly when the bound is better than the promise. */
  @Test
  void pValuesAndBoundsSayTheSame() {
    var single = SequentialPlan.given(EXAMPLE, Boundary.of(StagedPlan.single(176, 4)));
    double before = 0;
    for (int wrong = 0; wrong <= 9; wrong++) {
      var verdicts = new ArrayList<>(Collections.nCopies(wrong, Verdict.ERROR));
      verdicts.addAll(Collections.nCopies(180 - wrong, Verdict.RIGHT));
      for (SequentialPlan plan : List.of(single, PLAN)) {
        Evaluation state = Evaluation.START.addAll(plan, verdicts);
        if (state.decision() == Decision.ACCEPT) {
          assertEquals(
              state.upperBound(plan).getAsDouble() < 100, state.acceptancePValue(plan) <= 0.05);
          assertEquals(1, state.rejectionPValue(plan));
        } else {
          assertEquals(
              state.lowerBound(plan).getAsDouble() > 20, state.rejectionPValue(plan) <= 0.05);
          assertEquals(1, state.acceptancePValue(plan));
        }
      }
      double p = Evaluation.START.addAll(single, verdicts).acceptancePValue(single);
      assertTrue(p > before || p == 1, "more errors, less clear");
      before = p;
    }
    assertEquals(1, right(10).acceptancePValue(PLAN));
  }

  @Test
  void fewerChecksRemainWithEachGoodVerdict() {
    assertTrue(right(60).remaining(PLAN).get(1).n() <= right(20).remaining(PLAN).get(1).n());
    assertTrue(right(20).remaining(PLAN).get(0).n() <= right(20).remaining(PLAN).get(2).n());
    assertEquals(0, right(90).remaining(PLAN).get(2).n());
  }

  @Test
  void messages() {
    var small = SequentialDesigns.calibrated(Promise.inLot(3, 0, 3, 0.4, 0.4), Looks.EVERY_CHECK);
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Evaluation.START.addAll(small, Collections.nCopies(4, Verdict.RIGHT)));
    assertEquals("verdicts must be at most the lot's 3, got one more", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> Evaluation.open(3, 4));
    assertEquals("errors must be in [0, checked], got 4 of 3", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Evaluation(Decision.ACCEPT, 3, 1, null, null));
    assertEquals(
        "decidedChecks must be given exactly when there is a decision, got null", e.getMessage());
  }
}
