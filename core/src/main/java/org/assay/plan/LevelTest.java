package org.assay.plan;

import java.util.OptionalLong;
import org.assay.internal.Check;
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
 * one at confidence 1 - producerRisk. A level whose rate is above the limit passes with probability
 * at most consumerRisk; one whose rate keeps it fails with probability at most producerRisk. Every
 * item must have been equally likely to be checked; a weighted sample comes in by its effective
 * counts.
 */
public final class LevelTest {
  private LevelTest() {}

  /**
   * Independent checks of a stream without end.
   *
   * @param level what must be met
   * @param errors found, in [0, checked]
   * @param checked at least 0
   * @return the conclusion, with Clopper-Pearson bounds
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static Conclusion of(QaLevel level, long errors, long checked) {
    Check.atLeast("checked", 0, checked);
    Check.range("errors", 0, checked, errors);
    return ofEffective(level, (double) errors, (double) checked, checked);
  }

  /**
   * A weighted sample, by its effective counts (Korn and Graubard 1998).
   *
   * @param level what must be met
   * @param errors effective errors: weighted rate times effective checks
   * @param checked effective checks: n divided by the design effect, at least 0
   * @param actual checks made; the answer about further ones is in the same kind
   * @return the conclusion, with Clopper-Pearson bounds of the effective counts
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static Conclusion ofEffective(QaLevel level, double errors, double checked, long actual) {
    Check.atLeast("actual", 0, actual);
    OptionalLong further = FurtherChecks.of(level).needed(errors, checked);
    if (checked == 0) {
      return nothingChecked(level, further);
    }
    double passBound =
        ProportionInterval.CLOPPER_PEARSON
            .ofEffective(errors, checked, 1 - level.consumerRisk(), Sides.UPPER)
            .upper();
    double failBound =
        ProportionInterval.CLOPPER_PEARSON
            .ofEffective(errors, checked, 1 - level.producerRisk(), Sides.LOWER)
            .lower();
    double perEffective = actual / checked;
    OptionalLong inKind =
        further.isEmpty()
            ? further
            : OptionalLong.of((long) Math.ceil(further.getAsLong() * perEffective));
    return conclude(level, Outcome.of(errors / checked), passBound, failBound, actual, inKind);
  }

  /**
   * A simple random sample of a lot, without replacement.
   *
   * @param level what must be met; "at most" its rate, as a whole number of defective items
   * @param errors found, in [0, checked]
   * @param checked in [0, lotSize]
   * @param lotSize items in the lot, at most 3 * 10^9
   * @return the conclusion, with exact hypergeometric bounds
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public static Conclusion of(QaLevel level, long errors, long checked, long lotSize) {
    OptionalLong further = FurtherChecks.of(level).needed(errors, checked, lotSize);
    if (checked == 0) {
      return nothingChecked(level, further);
    }
    double passBound =
        FiniteLotBound.of(errors, checked, lotSize, 1 - level.consumerRisk(), Sides.UPPER)
            .asRate()
            .upper();
    double failBound =
        FiniteLotBound.of(errors, checked, lotSize, 1 - level.producerRisk(), Sides.LOWER)
            .asRate()
            .lower();
    return conclude(
        level, Outcome.of((double) errors / checked), passBound, failBound, checked, further);
  }

  private static Conclusion nothingChecked(QaLevel level, OptionalLong further) {
    return conclude(level, Outcome.undefined(Undefined.TOO_FEW_ITEMS), 1, 0, 0, further);
  }

  private static Conclusion conclude(
      QaLevel level,
      Outcome estimate,
      double passBound,
      double failBound,
      long checked,
      OptionalLong further) {
    double limit = level.unacceptable();
    State state =
        passBound <= limit ? State.PASS : failBound > limit ? State.FAIL : State.NOT_DEMONSTRATED;
    return new Conclusion(
        state,
        limit,
        estimate,
        passBound,
        failBound,
        checked,
        state == State.NOT_DEMONSTRATED ? further : OptionalLong.of(0),
        FurtherChecks.USUAL_CHANCE);
  }
}
