package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.assay.plan.Evaluation.Decision;
import org.assay.plan.Evaluation.Verdict;
import org.assay.plan.SequentialDesigns.Looks;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;

/** The state of a level beside the decision of its plan. */
class EvaluationStateTest {
  /** The single plan (176, 4) of a lot of 2,000 at 1 and 5 %, both risks 5 %. */
  private static final SequentialPlan SINGLE =
      SequentialPlan.given(
          Promise.inLot(2_000, 20, 101, 0.05, 0.05), Boundary.of(StagedPlan.single(176, 4)));

  private static Evaluation after(SequentialPlan plan, int errors, int checked) {
    Evaluation state = Evaluation.START;
    for (int i = 0; i < checked; i++) {
      state = state.add(plan, i < errors ? Verdict.ERROR : Verdict.RIGHT);
    }
    return state;
  }

  @Test
  void aRejectionNeedNotBeAFail() {
    Evaluation five = after(SINGLE, 5, 176);
    assertEquals(Decision.REJECT, five.decision());
    assertEquals(State.NOT_DEMONSTRATED, five.state(SINGLE));
    Evaluation many = after(SINGLE, 16, 176);
    assertEquals(Decision.REJECT, many.decision());
    assertEquals(State.FAIL, many.state(SINGLE));
    Evaluation few = after(SINGLE, 4, 176);
    assertEquals(Decision.ACCEPT, few.decision());
    assertEquals(State.PASS, few.state(SINGLE));
    assertEquals(State.NOT_DEMONSTRATED, after(SINGLE, 0, 100).state(SINGLE));
  }

  /** A single plan has one look, so that its state is the one of the same checks by themselves. */
  @Test
  void aSinglePlanIsJudgedAsItsChecks() {
    var judge = new LevelJudge(0.05, 0.05, 1);
    for (int errors = 0; errors <= 40; errors++) {
      assertEquals(
          judge.judge(LimitPValues.ofLot(errors, 176, 2_000, 0.05)),
          after(SINGLE, errors, 176).state(SINGLE),
          errors + " errors");
    }
  }

  /** Every course of a truncated plan: FAIL at the limit and PASS beyond keep their risks. */
  @Test
  void statesKeepTheirRisksOverAllLooks() {
    Promise promise = Promise.inLot(300, 9, 25, 0.05, 0.1);
    SequentialPlan plan = SequentialDesigns.truncated(promise, Looks.EVERY_CHECK);
    double fail = probability(plan, 24, State.FAIL);
    assertTrue(fail <= 0.05 && fail > 0, "at the limit: " + fail);
    double pass = probability(plan, 25, State.PASS);
    assertTrue(pass <= 0.1 && pass > 0.05, "beyond the limit: " + pass);
    assertTrue(probability(plan, 150, State.FAIL) > 0.5, "far beyond it");
  }

  private static double probability(SequentialPlan plan, int defective, State wanted) {
    Lot lot = plan.promise().lot();
    double[] at = {1}; // probability of so many errors, undecided
    double sum = 0;
    for (int n = 0; n < plan.boundary().maximum(); n++) {
      double[] next = new double[n + 2];
      for (int d = 0; d <= n; d++) {
        double error = lot.nextError(defective, n, d);
        next[d] += at[d] * (1 - error);
        next[d + 1] += at[d] * error;
      }
      for (int d = 0; d <= n + 1; d++) {
        if (next[d] > 0) {
          Evaluation state = Evaluation.open(n, Math.min(d, n));
          state =
              d > n
                  ? Evaluation.open(n, n).add(plan, Verdict.ERROR)
                  : state.add(plan, Verdict.RIGHT);
          if (state.decision() != Decision.CONTINUE) {
            sum += state.state(plan) == wanted ? next[d] : 0;
            next[d] = 0;
          }
        }
      }
      at = next;
    }
    return sum;
  }
}
