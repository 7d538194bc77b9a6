package org.assay.plan;

import java.util.OptionalLong;
import org.assay.internal.Check;
import org.assay.internal.Risk;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.ProportionInterval;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * The one place that says whether a level's limit is kept.
 *
 * <pre>{@code
 * PASS               P(errors or fewer) <= share(consumerRisk) just above the limit
 * FAIL               P(errors or more) <= share(producerRisk) at the limit
 * NOT_DEMONSTRATED   neither
 * }</pre>
 *
 * <p>This is the same as comparing one-sided exact bounds with the limit (upper bound at confidence
 * 1 - consumerRisk, lower at 1 - producerRisk), without their rounding: at a tie both say so, see
 * {@link LimitPValues}.
 *
 * <p><b>Looks.</b> Whoever judges once and then, with more checks, again, has two chances to be
 * wrong. With the number of looks stated beforehand each look has its share of the risk ({@link
 * #share}), and the promise holds over all of them together. Without, it holds for one look: a
 * wrong PASS at a limit of 5 % with 150 checks has probability 1.8 %, and 8.4 % when an open
 * question is followed by as many checks as {@link FurtherChecks} says and judged again.
 *
 * @param producerRisk in (0, 1): probability at most of a FAIL when the rate keeps the limit
 * @param consumerRisk in (0, 1): probability at most of a PASS when the rate is above the limit
 * @param looks how often the level is judged in all, at least 1
 */
public record LevelJudge(double producerRisk, double consumerRisk, int looks) {
  private static final double PRICE_OF_ADVICE = 0.5; // looks

  public LevelJudge {
    Check.openUnit("producerRisk", producerRisk);
    Check.openUnit("consumerRisk", consumerRisk);
    Check.atLeast("looks", 1, looks);
  }

  /**
   * The judge of a level that is looked at once.
   *
   * @param level its two risks count
   * @return the judge
   */
  public static LevelJudge of(QaLevel level) {
    return new LevelJudge(level.producerRisk(), level.consumerRisk(), 1);
  }

  /**
   * The same risks over several looks together.
   *
   * @param number looks in all, at least 1, stated before the first
   * @return a stricter judge
   */
  public LevelJudge over(int number) {
    return new LevelJudge(producerRisk, consumerRisk, number);
  }

  /**
   * Judges.
   *
   * @param found what the checks say against each side of the limit
   * @return the state
   */
  public State judge(LimitPValues found) {
    return shows(found.soFew())
        ? State.PASS
        : refutes(found.soMany()) ? State.FAIL : State.NOT_DEMONSTRATED;
  }

  /** Whether a p-value against "above the limit" is small enough. */
  boolean shows(double soFew) {
    return Risk.isAtMost(soFew, passRisk());
  }

  /** Whether a p-value against "keeps the limit" is small enough. */
  boolean refutes(double soMany) {
    return Risk.isAtMost(soMany, failRisk());
  }

  /**
   * What each of several looks may spend of a risk.
   *
   * <pre>{@code
   * risk                  one look
   * risk / (looks + 0.5)  more
   * }</pre>
   *
   * The looks alone would leave each a part of risk / looks (Bonferroni), if the numbers of checks
   * were fixed beforehand. They are not: the second look follows the errors of the first by {@link
   * FurtherChecks}, and with equal parts the exact probability of a wrong PASS over both was up to
   * 1.03 times a risk of 5 % and 1.19 times one of 1 % (lots of 200 and 1,000 and a process, limits
   * of 1 to 20 %, 10 to 600 checks). The half look pays for that.
   *
   * @param risk over all looks, in (0, 1)
   * @param looks at least 1
   * @return risk of each look
   */
  public static double share(double risk, int looks) {
    Check.openUnit("risk", risk);
    Check.atLeast("looks", 1, looks);
    return looks == 1 ? risk : risk / (looks + PRICE_OF_ADVICE);
  }

  /** Share of the consumer's risk of one look. */
  double passRisk() {
    return share(consumerRisk, looks);
  }

  /** Share of the producer's risk of one look. */
  double failRisk() {
    return share(producerRisk, looks);
  }

  /**
   * Confidence of the upper bound that a PASS stands on, at each look.
   *
   * @return 1 - share(consumerRisk, looks)
   */
  public double passConfidence() {
    return Risk.complement(passRisk());
  }

  /**
   * Confidence of the lower bound that a FAIL stands on, at each look.
   *
   * @return 1 - share(producerRisk, looks)
   */
  public double failConfidence() {
    return Risk.complement(failRisk());
  }

  /**
   * Is a QA level met? PASS, FAIL or NOT_DEMONSTRATED from random checks, with the bounds behind
   * it.
   *
   * <p>The bounds are exact and one-sided: the upper one at confidence 1 - consumerRisk, the lower
   * one at confidence 1 - producerRisk; the state is that of {@link LevelJudge}, which decides ties
   * without rounding. A level whose rate is above the limit passes with probability at most
   * consumerRisk; one whose rate keeps it fails with probability at most producerRisk: at one look,
   * or over all of the looks that were stated beforehand. Every item must have been equally likely
   * to be checked.
   */
  public static final class LevelAssessment {
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

  /**
   * A weighted sample of a finite population, as {@link FurtherChecks} asks for it: by the
   * independent checks that would have the same upper bound.
   *
   * <pre>{@code
   * f   = checked / population                      share that has been checked
   * n_h = effective (1 - f)                         checks without the finite correction
   * d   = checked / n_h                             checks that one of those takes
   * N_h = population / d                            effective lot: all of it is checked when n_h is N_h
   * }</pre>
   *
   * @param errors effective errors, in [0, effective]
   * @param effective independent checks with the same bound, finite correction included, above 0
   * @param checked checks made, in [1, population]
   * @param population gradings that the sample stands for
   */
  public record EffectiveSample(double errors, double effective, long checked, double population) {
    public EffectiveSample {
      Check.positive("effective", effective);
      Check.atLeast("checked", 1L, checked);
      Check.positive("population", population);
      if (!(errors >= 0 && errors <= effective)) {
        throw new IllegalArgumentException(
            "errors must be in [0, " + effective + "], got " + errors);
      }
      if (!(population >= checked)) {
        throw new IllegalArgumentException(
            "population must be at least checked (" + checked + "), got " + population);
      }
    }

    /** Share of the population that has not been checked; above 0 unless everything has. */
    double open() {
      return 1 - checked / population;
    }

    /** Effective checks without the finite correction. */
    double plain() {
      return open() > 0 ? effective * open() : checked;
    }

    /** Errors among those: the bound's one error more has the finite correction, too. */
    double plainErrors() {
      return open() > 0 ? Math.max(0, (errors + 1) * open() - 1) : errors;
    }

    /** Checks that one effective check takes. */
    double each() {
      return checked / plain();
    }

    /** Gradings left to check. */
    long left() {
      return (long) Math.floor(population) - checked;
    }
  }
}
