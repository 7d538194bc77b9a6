package org.assay.estimate;

import org.assay.plan.FurtherChecks;
import org.assay.plan.FurtherChecks.FurtherAnswer;
import org.assay.plan.LevelJudge;
import org.assay.plan.LevelJudge.EffectiveSample;
import org.assay.plan.LimitPValues;
import org.assay.plan.QaLevel;
import org.assay.plan.QaLevel.About;
import org.assay.plan.QaLevel.Scope;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;

/**
 * Is a QA level met? From a design-weighted rate, by {@link LevelJudge} and {@link
 * DesignRate#pValues}.
 *
 * <p>A level that is looked at k times spends {@link LevelJudge#share} of its risks on each look. A
 * level about a process is judged by {@link DesignRate#ofProcess()}. About a person nothing but
 * NOT_DEMONSTRATED is said on fewer than {@link #leastChecks} checks.
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
    DesignRate judged = judged(level, rate);
    return of(level, judged, judged.pValues(level.unacceptable()));
  }

  /**
   * Concludes about a level from p-values that allow for other states, too.
   *
   * @param level what must be met
   * @param rate of the level's error class, in its scope and period
   * @param found p-values, adjusted for multiplicity
   * @return the conclusion; the bounds are those of this level alone
   */
  public static Conclusion of(QaLevel level, DesignRate rate, LimitPValues found) {
    DesignRate judged = judged(level, rate);
    LevelJudge judge = judge(level);
    State state = rate.checked() < leastChecks(level) ? State.NOT_DEMONSTRATED : judge.judge(found);
    FurtherAnswer further = further(level, judged);
    return new Conclusion(
        state,
        level.unacceptable(),
        rate.rate(),
        judged.upperBound(judge.passConfidence()),
        judged.lowerBound(judge.failConfidence()),
        rate.checked(),
        state == State.NOT_DEMONSTRATED ? further.checks() : (Long) 0L,
        FurtherChecks.USUAL_CHANCE);
  }

  /**
   * Concludes about a level of a lot from checks that stopped because of what they found.
   *
   * @param level what must be met
   * @param rate of the checks, in the level's scope and period
   * @param evidence what holds although they stopped
   * @param found p-values of the evidence, as they are or adjusted for multiplicity
   * @return the conclusion; how many further checks settle it is for the plan to say
   */
  public static Conclusion of(
      QaLevel level, DesignRate rate, StoppedRate evidence, LimitPValues found) {
    LevelJudge judge = judge(level);
    int looks = level.judging().looks();
    return new Conclusion(
        rate.checked() < leastChecks(level) ? State.NOT_DEMONSTRATED : judge.judge(found),
        level.unacceptable(),
        rate.rate(),
        evidence.upper(LevelJudge.share(level.consumerRisk(), looks)),
        evidence.lower(LevelJudge.share(level.producerRisk(), looks)),
        rate.checked(),
        null,
        FurtherChecks.USUAL_CHANCE);
  }

  /**
   * The rate a level is judged by.
   *
   * @param level what must be met
   * @param rate of the lot
   * @return the same, or that of the process
   */
  public static DesignRate judged(QaLevel level, DesignRate rate) {
    return level.judging().about() == About.PROCESS ? rate.ofProcess() : rate;
  }

  /**
   * Who judges a level: its risks, shared among its looks.
   *
   * @param level what must be met
   * @return the judge
   */
  public static LevelJudge judge(QaLevel level) {
    return LevelJudge.of(level).over(level.judging().looks());
  }

  /**
   * How many further checks would settle a level, chosen as those made were.
   *
   * <p>Nothing is said about a person before {@link #leastChecks}, so that they are the least of
   * the answer. Where nothing has been checked the lot is what can be: the gradings of the scope.
   *
   * @param level what must be met
   * @param rate that it is judged by
   * @return the answer with the rate it assumes
   */
  public static FurtherAnswer further(QaLevel level, DesignRate rate) {
    FurtherChecks question =
        FurtherChecks.of(level.unacceptable(), judge(level))
            .atLeast(Math.max(0, leastChecks(level) - rate.checked()));
    long drawn = rate.checked() + rate.unresolved();
    if (rate.checked() == 0 || rate.covered() == 0) {
      return rate.isProcess() || rate.selectable() == 0
          ? question.inProcess(0, 0, 0)
          : question.inLot(0, 0, 0, rate.selectable());
    }
    if (rate.covered() == 1 && rate.lot().isPresent()) {
      return question.inLot(rate.errors(), rate.unresolved(), drawn, rate.lot().getAsLong());
    }
    if (rate.isPlainProcess()) {
      return question.inProcess(rate.errors(), rate.unresolved(), drawn);
    }
    if (rate.isProcess()) {
      return question.inWeightedProcess(
          rate.effectiveErrors(), rate.effectiveChecks(), rate.checked());
    }
    return question.inDesign(
        new EffectiveSample(
            rate.effectiveErrors(),
            rate.effectiveChecks(),
            rate.checked(),
            Math.max((double) rate.checked(), rate.population())));
  }
}
