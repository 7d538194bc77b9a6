package org.assay.plan;

import java.util.OptionalLong;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.ProportionInterval;
import org.assay.interval.Sides;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Is a QA level met? PASS, FAIL or NOT_DEMONSTRATED from random checks, with the bounds behind it.
 *
 * <p>The bounds are exact and one-sided: the upper one at confidence 1 - consumerRisk, the lower
 * one at confidence 1 - producerRisk; the state is that of {@link LevelJudge}, which decides ties
 * without rounding. A level whose rate is above the limit passes with probability at most
 * consumerRisk; one whose rate keeps it fails with probability at most producerRisk: at one look,
 * or over all of the looks that were stated beforehand. Every item must have been equally likely to
 * be checked.
 */
public final class LevelAssessment {
  private LevelAssessment() {}

  /**
   * Independent checks of a stream without end, looked at once.
   *
   * @param level what must be met
   * @param errors found, in [0, checked]
   * @param checked at least 0
   * @return the conclusion, with Clopper-Pearson bounds
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static Conclusion of(QaLevel level, long errors, long checked) {
    LevelJudge judge = LevelJudge.of(level);
    State state = judge.judge(LimitPValues.ofProcess(errors, checked, level.unacceptable()));
    Long further = number(FurtherChecks.of(level).needed((double) errors, (double) checked));
    if (checked == 0) {
      return nothingChecked(level, further);
    }
    return conclusion(
        level,
        state,
        Outcome.of((double) errors / checked),
        ProportionInterval.CLOPPER_PEARSON
            .of(errors, checked, judge.passConfidence(), Sides.UPPER)
            .upper(),
        ProportionInterval.CLOPPER_PEARSON
            .of(errors, checked, judge.failConfidence(), Sides.LOWER)
            .lower(),
        checked,
        further);
  }

  /**
   * A simple random sample of a lot, without replacement, looked at once.
   *
   * @param level what must be met; "at most" its rate, as a whole number of defective items
   * @param errors found, in [0, checked]
   * @param checked in [0, lotSize]
   * @param lotSize items in the lot, at most 3 * 10^9
   * @return the conclusion, with exact hypergeometric bounds
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static Conclusion of(QaLevel level, long errors, long checked, long lotSize) {
    LevelJudge judge = LevelJudge.of(level);
    State state = judge.judge(LimitPValues.ofLot(errors, checked, lotSize, level.unacceptable()));
    Long further = number(FurtherChecks.of(level).needed(errors, checked, lotSize));
    if (checked == 0) {
      return nothingChecked(level, further);
    }
    return conclusion(
        level,
        state,
        Outcome.of((double) errors / checked),
        FiniteLotBound.of(errors, checked, lotSize, judge.passConfidence(), Sides.UPPER)
            .asRate()
            .upper(),
        FiniteLotBound.of(errors, checked, lotSize, judge.failConfidence(), Sides.LOWER)
            .asRate()
            .lower(),
        checked,
        further);
  }

  private static Long number(OptionalLong number) {
    return number.isPresent() ? (Long) number.getAsLong() : null;
  }

  private static Conclusion nothingChecked(QaLevel level, Long further) {
    return conclusion(
        level,
        State.NOT_DEMONSTRATED,
        Outcome.undefined(Undefined.TOO_FEW_ITEMS),
        1,
        0,
        0,
        further);
  }

  private static Conclusion conclusion(
      QaLevel level,
      State state,
      Outcome estimate,
      double passBound,
      double failBound,
      long checked,
      Long further) {
    double limit = level.unacceptable();
    return new Conclusion(
        state,
        limit,
        estimate,
        state == State.PASS ? Math.min(limit, passBound) : passBound, // at a tie it is the limit
        failBound,
        checked,
        state == State.NOT_DEMONSTRATED ? further : (Long) 0L,
        FurtherChecks.USUAL_CHANCE);
  }
}
