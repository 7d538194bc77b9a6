package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;

class LevelJudgeTest {
  private static final LevelJudge JUDGE = new LevelJudge(0.05, 0.05, 1);

  /** Figures of the review of one-look bounds: limit 5 %, both risks 5 %, binomial. */
  @Test
  void processAtTheLimit() {
    assertEquals(State.NOT_DEMONSTRATED, JUDGE.judge(LimitPValues.ofProcess(0, 58, 0.05)));
    assertEquals(State.PASS, JUDGE.judge(LimitPValues.ofProcess(0, 59, 0.05)));
    assertEquals(0.0485, LimitPValues.ofProcess(0, 59, 0.05).soFew(), 5e-5); // 0.95^59
    assertEquals(State.NOT_DEMONSTRATED, JUDGE.over(2).judge(LimitPValues.ofProcess(0, 59, 0.05)));
    assertEquals(State.PASS, JUDGE.over(2).judge(LimitPValues.ofProcess(0, 77, 0.05))); // 0.95^77
    assertEquals(State.NOT_DEMONSTRATED, JUDGE.over(2).judge(LimitPValues.ofProcess(0, 76, 0.05)));
    assertEquals(0.98, JUDGE.over(2).passConfidence(), 1e-15); // 1 - 0.05 / 2.5
  }

  /** With one of 10 defective, none in 9 has probability 1/10; with none, one in 1 has 0. */
  @Test
  void lotAtTies() {
    var judge = new LevelJudge(0.1, 0.1, 1);
    assertEquals(State.PASS, judge.judge(LimitPValues.ofLot(0, 9, 10, 0.05)));
    assertEquals(State.NOT_DEMONSTRATED, judge.judge(LimitPValues.ofLot(0, 8, 10, 0.05)));
    assertEquals(State.PASS, judge.judge(LimitPValues.ofLot(0, 90, 100, 0.005)));
    assertEquals(State.FAIL, judge.judge(LimitPValues.ofLot(1, 1, 100, 0.005)));
    assertEquals(
        State.FAIL, judge.judge(LimitPValues.ofLot(1, 10, 100, 0.01))); // 1/10, at the limit
    assertEquals(State.NOT_DEMONSTRATED, judge.judge(LimitPValues.ofLot(1, 11, 100, 0.01)));
  }

  @Test
  void bothSidesAreNeverShown() {
    var random = new SplittableRandom(7);
    for (int i = 0; i < 5_000; i++) {
      long lot = random.nextLong(1, 300);
      long checked = random.nextLong(0, lot + 1);
      long errors = random.nextLong(0, checked + 1);
      double limit = random.nextDouble(0.001, 0.999);
      for (LimitPValues p :
          new LimitPValues[] {
            LimitPValues.ofLot(errors, checked, lot, limit),
            LimitPValues.ofProcess(errors, checked, limit)
          }) {
        assertTrue(p.soFew() + p.soMany() >= 1 - 1e-12, p.toString());
      }
    }
  }

  @Test
  void unresolvedChecksSpeakForNeitherSide() {
    // 40 of 200 checked, limit 5 %; three of the 40 have no verdict
    LimitPValues open =
        LimitPValues.unresolved(
            LimitPValues.ofLot(3, 40, 200, 0.05), LimitPValues.ofLot(0, 40, 200, 0.05));
    assertEquals(LimitPValues.ofLot(3, 40, 200, 0.05).soFew(), open.soFew());
    assertEquals(1, open.soMany());
  }

  @Test
  void nothingChecked() {
    assertEquals(LimitPValues.NONE, LimitPValues.ofProcess(0, 0, 0.05));
    assertEquals(LimitPValues.NONE, LimitPValues.ofLot(0, 0, 20, 0.05));
    assertEquals(State.NOT_DEMONSTRATED, JUDGE.judge(LimitPValues.NONE));
  }

  @Test
  void messages() {
    assertEquals(
        "looks must be >= 1, got 0",
        assertThrows(IllegalArgumentException.class, () -> JUDGE.over(0)).getMessage());
    assertEquals(
        "errors must be in [0, 5], got 6",
        assertThrows(IllegalArgumentException.class, () -> LimitPValues.ofProcess(6, 5, 0.05))
            .getMessage());
  }
}
