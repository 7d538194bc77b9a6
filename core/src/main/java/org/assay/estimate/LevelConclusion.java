package org.assay.estimate;

import java.util.OptionalLong;
import org.assay.plan.FurtherChecks;
import org.assay.plan.LevelJudge;
import org.assay.plan.QaLevel;
import org.assay.plan.QaLevel.About;
import org.assay.plan.QaLevel.Scope;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;

/**
 * Is a QA level met? From a design-weighted rate, by {@link LevelJudge} and {@link
 * DesignRate#pValues}.
 *
 * <p>A level that is looked at k times spends a k-th of its risks on each look. A level about a
 * process is judged by {@link DesignRate#ofProcess()}. About a person nothing but NOT_DEMONSTRATED
 * is said on fewer than {@link #leastChecks} checks.
 */
public final class LevelConclusion {
  /** Fewest checks for a state about a person, unless fewer would prove the level or it says so. */
  public static final int USUAL_LEAST = 50;

  private LevelConclusion() {}

  /**
   * Fewest checks for PASS or FAIL.
   *
   * @param level what must be met
   * @return what the level says; else 1 for a unit, and for a person the number of clean checks
   *     that shows the level, ln(consumerRisk) / ln(1 - unacceptable), but at most {@value
   *     #USUAL_LEAST}
   */
  public static int leastChecks(QaLevel level) {
    if (level.judging().leastChecks().isPresent()) {
      return level.judging().leastChecks().getAsInt();
    }
    double clean = Math.log(level.consumerRisk()) / Math.log1p(-level.unacceptable());
    return level.scope() == Scope.UNIT ? 1 : (int) Math.min(USUAL_LEAST, Math.ceil(clean));
  }

  /**
   * Concludes about a level.
   *
   * @param level what must be met
   * @param rate of the level's error class, in its scope and period
   * @return the conclusion with both bounds, each at its confidence of one look
   */
  public static Conclusion of(QaLevel level, DesignRate rate) {
    double limit = level.unacceptable();
    LevelJudge judge = LevelJudge.of(level).over(level.judging().looks());
    DesignRate judged = level.judging().about() == About.PROCESS ? rate.ofProcess() : rate;
    State state =
        rate.checked() < leastChecks(level)
            ? State.NOT_DEMONSTRATED
            : judge.judge(judged.pValues(limit));
    return new Conclusion(
        state,
        limit,
        rate.rate(),
        judged.upperBound(judge.passConfidence()),
        judged.lowerBound(judge.failConfidence()),
        rate.checked(),
        state == State.NOT_DEMONSTRATED ? further(level, judged) : OptionalLong.of(0),
        FurtherChecks.USUAL_CHANCE);
  }

  private static OptionalLong further(QaLevel level, DesignRate rate) {
    FurtherChecks question = FurtherChecks.of(level);
    if (rate.checked() == 0) {
      return question.needed(0.0, 0.0);
    }
    OptionalLong lot = rate.lot();
    if (lot.isPresent()) {
      return question.needed(rate.errors(), rate.checked(), lot.getAsLong());
    }
    double effective = rate.effectiveChecks();
    OptionalLong more = question.needed(rate.effectiveErrors(), effective);
    if (more.isEmpty()) {
      return more;
    }
    double perEffective = rate.checked() / effective;
    double left = Math.max(1, Math.floor(rate.population()) - rate.checked());
    double asMade = Math.ceil(Math.max(1, more.getAsLong()) * perEffective);
    return OptionalLong.of((long) Math.min(left, asMade));
  }
}
