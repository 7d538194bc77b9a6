package org.assay.io.plan;

import org.assay.estimate.LevelConclusion;
import org.assay.plan.LevelJudge;
import org.assay.plan.LimitPValues;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion.State;

/**
 * The state of a level under a plan, as the policy wants it: the same in an evaluation and in a
 * report.
 *
 * <p>It is {@link LevelState#standing}, unless the policy's {@code familyWise} rule has adjusted
 * the p-values, fewer checks were made than a state needs ({@link LevelConclusion#leastChecks}), or
 * too many rows are lost for a PASS.
 *
 * @param at where the plan stands
 * @param leastChecks fewest checks for PASS or FAIL
 * @param together what the checks say, judged together with the level's other states
 * @param isLost whether too many rows are lost for a PASS
 */
public record PlanRuling(LevelState at, int leastChecks, State together, boolean isLost) {
  /** Why a state is not what the plan alone would say. */
  public enum Reason {
    /** It is what the plan says. */
    PLAN,
    /** Nothing is said on so few checks. */
    TOO_FEW,
    /** Too many rows are lost for a PASS. */
    LOST,
    /** It is shown by itself, and not among all states of the level. */
    TOGETHER
  }

  /**
   * Rules.
   *
   * @param level of the policy
   * @param at where the plan stands
   * @param found what it shows against each side of the limit, adjusted as the policy wants
   * @param isLost whether too many rows are lost for a PASS
   * @return the ruling
   */
  public static PlanRuling of(QaLevel level, LevelState at, LimitPValues found, boolean isLost) {
    return new PlanRuling(
        at, LevelConclusion.leastChecks(level), LevelJudge.of(level).judge(found), isLost);
  }

  /**
   * The state.
   *
   * @return NOT_DEMONSTRATED wherever the policy forbids what the plan shows
   */
  public State state() {
    return switch (reason()) {
      case TOO_FEW, LOST -> State.NOT_DEMONSTRATED;
      case TOGETHER, PLAN -> together;
    };
  }

  /**
   * What made it so.
   *
   * @return the first that applies
   */
  public Reason reason() {
    if (at.state().checked() < leastChecks) {
      return Reason.TOO_FEW;
    }
    if (isLost && together == State.PASS) {
      return Reason.LOST;
    }
    return together == at.standing() ? Reason.PLAN : Reason.TOGETHER;
  }

  /** The state in words. */
  String stateText() {
    return state().name().replace('_', ' ');
  }

  /** Why, as the end of a sentence; empty where the plan alone says so. */
  String text() {
    return switch (reason()) {
      case PLAN -> "";
      case TOO_FEW -> at.isOpen() ? "" : "; no state on fewer than " + leastChecks + " checks";
      case LOST -> "; too many rows are lost for a PASS";
      case TOGETHER -> "; not shown among all states of the level";
    };
  }
}
