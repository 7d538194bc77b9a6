package org.assay.io.report;

import org.assay.io.policy.FamilyWise;
import org.assay.io.report.RatePart.Rate;
import org.assay.plan.Evaluation.Decision;
import org.assay.plan.QaLevel.About;
import org.assay.plan.QaLevel.Scope;
import org.assay.result.Conclusion.State;

/** Whether the QA levels are met. Parts of {@link ReportModel}. */
public final class LevelPart {
  private LevelPart() {}

  /**
   * A QA level for one scope member in one period.
   *
   * @param level name of the level
   * @param scope UNIT or ASSESSOR
   * @param member id of the unit or assessor
   * @param period label
   * @param state PASS, FAIL or NOT_DEMONSTRATED
   * @param limit rate allowed at most
   * @param upperBound one-sided, at confidence 1 - consumer's risk
   * @param upperConfidence 1 - consumer's risk / looks
   * @param lowerBound one-sided, at confidence 1 - producer's risk
   * @param lowerConfidence 1 - producer's risk / looks
   * @param about LOT, the gradings of the period, or PROCESS, the way of working behind them
   * @param look which look this is, counted over earlier reports in the same folder
   * @param looks how often the state is looked at in all; its risks hold over all of them
   * @param leastChecks fewest checks for PASS or FAIL
   * @param rate estimate behind it
   * @param gradings gradings of the member in the period
   * @param pending random selections of the basis without a usable verdict
   * @param provisional whether only these stand between the checks and PASS or FAIL
   * @param furtherChecks for the stated chance of a verdict; 0 with a verdict, null when no number
   *     gives it
   * @param chance the stated chance
   * @param sentence the same in words
   * @param plan the plan whose boundary judges this level; null when none does. With one, {@code
   *     look} and {@code looks} are 1: the risks hold over all looks of the plan
   */
  public record Level(
      String level,
      Scope scope,
      String member,
      String period,
      State state,
      double limit,
      double upperBound,
      double upperConfidence,
      double lowerBound,
      double lowerConfidence,
      About about,
      int look,
      int looks,
      int leastChecks,
      Rate rate,
      long gradings,
      long pending,
      boolean provisional,
      Long furtherChecks,
      double chance,
      String sentence,
      LevelPlan plan) {}

  /**
   * A plan that judges a level.
   *
   * @param design kind of plan
   * @param lot id of the lot in the plan
   * @param decision ACCEPT, REJECT or CONTINUE
   * @param checked checks made in the order of the draw, those that count as missing too
   * @param errors among them, missing ones too
   * @param decidedAfter checks that the decision and its bound stand on; null without a decision
   * @param maximum most checks of the plan
   */
  public record LevelPlan(
      String design,
      String lot,
      Decision decision,
      int checked,
      int errors,
      Integer decidedAfter,
      int maximum) {}

  /**
   * The states of one level together.
   *
   * @param level name of the level
   * @param states how many there are
   * @param familyWise NONE, HOLM or FDR
   * @param wrongPasses expected at most, when every rate is just above the limit; null when the
   *     states are judged together
   * @param wrongFails expected at most, when every rate is at the limit; null likewise
   * @param sentence the same in words
   */
  public record LevelTable(
      String level,
      int states,
      FamilyWise familyWise,
      Double wrongPasses,
      Double wrongFails,
      String sentence) {}
}
