package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.assay.plan.Evaluation.Decision;
import org.assay.plan.Evaluation.Verdict;
import org.assay.plan.SequentialDesigns.Looks;
import org.assay.plan.StagedPlan.Curtailment;
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

  /** Every order in which the 2 errors that the assumed rate leaves can come among the last 18. */
  @Test
  void theChancesAreThoseOfAllOrdersOfWhatIsLeft() {
    Promise promise = Promise.inLot(26, 2, 9, 0.1, 0.1);
    SequentialPlan plan = SequentialDesigns.truncated(promise, Looks.EVERY_CHECK);
    Evaluation state = Evaluation.START;
    for (int i = 0; i < 8; i++) {
      state = state.add(plan, i == 2 ? Verdict.ERROR : Verdict.RIGHT);
    }
    assertEquals(Decision.CONTINUE, state.decision());
    assertEquals(2 / 18.0, state.assumedRate(plan)); // 1 of 8, in whole items
    long[] decided = new long[19];
    long orders = 0;
    for (int mask = 0; mask < 1 << 18; mask++) {
      if (Integer.bitCount(mask) == 2) {
        Evaluation end = state;
        for (int i = 0; i < 18 && end.decision() == Decision.CONTINUE; i++) {
          end = end.add(plan, (mask >> i & 1) == 1 ? Verdict.ERROR : Verdict.RIGHT);
        }
        decided[end.checked() - 8]++;
        orders++;
      }
    }
    for (Evaluation.Remaining r : state.remaining(plan)) {
      long until = 0;
      int n = -1;
      while (until < r.chance() * orders) {
        n++;
        until += decided[n];
      }
      assertEquals(OptionalInt.of(n), r.number(), r.toString());
    }
  }

  /** An always-valid plan may come to its end undecided, so that no number gives 90 %. */
  @Test
  void noNumberIsSaidForAChanceThatThePlanDoesNotGive() {
    Promise promise = Promise.inLot(20_000, 400, 1_000, 0.05, 0.05);
    SequentialPlan plan = Design.ALWAYS_VALID.plan(promise, 1);
    int end = plan.boundary().maximum();
    int checked = end - 5;
    Evaluation state = Evaluation.open(checked, plan.boundary().acceptAt(checked) + 3);
    assertEquals(OptionalInt.empty(), state.remaining(plan).get(0).number());
    assertEquals(
        OptionalInt.empty(),
        Evaluation.open(end, plan.boundary().acceptAt(end) + 3).remaining(plan).get(0).number());
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
