package org.assay.estimate;

import java.util.OptionalLong;
import org.assay.plan.FurtherChecks;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;

/**
 * Is a QA level met? From a design-weighted rate.
 *
 * <p>PASS when the upper bound at confidence 1 - consumerRisk is at or below the limit, FAIL when
 * the lower bound at confidence 1 - producerRisk is above it, NOT_DEMONSTRATED otherwise. A level
 * that is looked at k times spends a k-th of its risks on each look, so that its promise holds over
 * all of them (Bonferroni).
 */
public final class LevelConclusion {
  private LevelConclusion() {}

  /**
   * Concludes about a level that is looked at once.
   *
   * @param level what must be met
   * @param rate of the level's error class, in its scope and period
   * @return the conclusion with both bounds
   */
  public static Conclusion of(QaLevel level, DesignRate rate) {
    double limit = level.unacceptable();
    State state =
        rate.passRisk(limit) <= level.consumerRisk()
            ? State.PASS
            : rate.failRisk(limit) <= level.producerRisk() ? State.FAIL : State.NOT_DEMONSTRATED;
    return new Conclusion(
        state,
        limit,
        rate.rate(),
        rate.upperBound(1 - level.consumerRisk()),
        rate.lowerBound(1 - level.producerRisk()),
        rate.checked(),
        state == State.NOT_DEMONSTRATED ? further(level, rate) : OptionalLong.of(0),
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
