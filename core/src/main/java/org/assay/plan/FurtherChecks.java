package org.assay.plan;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.assay.internal.Check;
import org.assay.internal.DiscreteDistribution;
import org.assay.internal.Hypergeometric;
import org.assay.internal.IntegerSearch;
import org.assay.internal.Normal;
import org.assay.internal.PlanSearch;
import org.assay.internal.Risk;
import org.assay.plan.FurtherChecks.FurtherAnswer.Kind;
import org.assay.plan.LevelJudge.EffectiveSample;
import org.assay.plan.Lot.Reading;

/**
 * How many further random checks would settle whether a limit is kept.
 *
 * <p>The answer is the smallest number m of further checks after which, with the stated chance, the
 * judge says PASS if the assumed rate keeps the limit, or FAIL if it does not. The small chance of
 * the opposite state is not counted, so the chance of a state is never below the stated one. The
 * chance does not rise steadily with m: it is highest right where one more error becomes
 * acceptable, so a number a little larger can have a little less chance.
 *
 * <p><b>The assumed rate</b> is the rate seen, errors / checked. While there is no error it is half
 * an error among the checks made, or among 1 / limit checks if fewer were made:
 *
 * <pre>{@code
 * errors / checked                  errors > 0
 * 0.5 / max(checked, 1 / limit)     none
 * }</pre>
 *
 * Planning with a rate of 0 would promise that no error will ever come; half the limit is the
 * middle of what a level that is met may have, and each clean check makes it less. Nothing but the
 * limit and the checks enters: the same checks have the same answer, whatever rate is called
 * acceptable. {@link #assuming} takes another rate, for plans made before the first check.
 *
 * <p><b>Looks.</b> The further checks end in another look, judged at its part of the risks: see
 * {@link LevelJudge}. With one look in all, that look is one too many, and the answer's {@link
 * FurtherAnswer#looks} of 1 tells.
 *
 * <p><b>Unresolved checks</b> are drawn checks that have no verdict. They stay unresolved: a PASS
 * must hold if all of them are errors, a FAIL if none is.
 *
 * <p><b>Cost.</b> A few hundred tail probabilities.
 *
 * @param limit rate in (0, 1) that is allowed at most
 * @param judge risks and looks
 * @param chance of a state, in (0, 1), for example 0.8
 * @param ceiling most further checks that anybody would make, at least 1
 * @param stated rate to assume in place of the rule; empty for the rule
 * @param least further checks that must be made whatever they find, at least 0: the judge is not
 *     asked before
 */
public record FurtherChecks(
    double limit,
    LevelJudge judge,
    double chance,
    long ceiling,
    OptionalDouble stated,
    long least) {
  /** The chance of a state that reports give the number for. */
  public static final double USUAL_CHANCE = 0.8;

  /** Beyond this nobody checks; also the end of the search in a process. */
  public static final long NO_CEILING = 100_000_000;

  public FurtherChecks {
    Check.openUnit("limit", limit);
    Check.openUnit("chance", chance);
    Check.atLeast("ceiling", 1L, ceiling);
    stated.ifPresent(rate -> Check.closedUnit("stated", rate));
    Check.atLeast("least", 0L, least);
  }

  /**
   * The question for a QA level that is looked at once, with the usual chance of 0.8.
   *
   * @param level its unacceptable rate is the limit
   * @return the question
   */
  public static FurtherChecks of(QaLevel level) {
    return of(level.unacceptable(), LevelJudge.of(level));
  }

  /**
   * The question for a limit, with the usual chance of 0.8.
   *
   * @param limit rate in (0, 1)
   * @param judge risks and looks
   * @return the question
   */
  public static FurtherChecks of(double limit, LevelJudge judge) {
    return new FurtherChecks(limit, judge, USUAL_CHANCE, NO_CEILING, OptionalDouble.empty(), 0);
  }

  /**
   * The same risks shared among several looks.
   *
   * @param looks in all, at least 1, stated before the first
   * @return a stricter question
   */
  public FurtherChecks over(int looks) {
    return new FurtherChecks(limit, judge.over(looks), chance, ceiling, stated, least);
  }

  /**
   * The same with another assumed rate.
   *
   * @param rate in [0, 1]
   * @return the question
   */
  public FurtherChecks assuming(double rate) {
    return new FurtherChecks(limit, judge, chance, ceiling, OptionalDouble.of(rate), least);
  }

  /**
   * The same with a ceiling.
   *
   * @param most further checks, at least 1
   * @return the question
   */
  public FurtherChecks upTo(long most) {
    return new FurtherChecks(limit, judge, chance, most, stated, least);
  }

  /**
   * The same where the judge says nothing before that many further checks are made.
   *
   * @param fewest further checks, at least 0
   * @return the question
   */
  public FurtherChecks atLeast(long fewest) {
    return new FurtherChecks(limit, judge, chance, ceiling, stated, fewest);
  }

  /**
   * Further independent checks of a process.
   *
   * @param errors found so far, in [0, checked - unresolved]
   * @param unresolved drawn checks without a verdict, in [0, checked]
   * @param checked drawn so far, the unresolved ones included
   * @return the answer
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public FurtherAnswer inProcess(long errors, long unresolved, long checked) {
    requireCounts(errors, unresolved, checked);
    double rate = assumedRate((double) errors, (double) (checked - unresolved));
    return settle(
        new ProcessTally(
            (double) errors, (double) unresolved, (double) checked, limit, rate, judge),
        rate,
        null,
        1);
  }

  /**
   * Further checks in a lot of known size, without replacement.
   *
   * @param errors found so far, in [0, checked - unresolved]
   * @param unresolved drawn checks without a verdict, in [0, checked]
   * @param checked drawn so far, the unresolved ones included, in [0, lotSize]
   * @param lotSize items in the lot, at most 3 * 10^9
   * @return the answer
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public FurtherAnswer inLot(long errors, long unresolved, long checked, long lotSize) {
    Check.range("lotSize", 1, Hypergeometric.LARGEST, lotSize);
    Check.range("checked", 0, lotSize, checked);
    requireCounts(errors, unresolved, checked);
    double rate = assumedRate((double) errors, (double) (checked - unresolved));
    return settle(
        new LotTally(
            errors,
            unresolved,
            checked,
            lotSize,
            Reading.AT_MOST.largest(limit, lotSize),
            Math.round(rate * (lotSize - checked)),
            judge),
        rate,
        lotSize - checked,
        1);
  }

  /**
   * Further checks of a weighted sample of a finite population, chosen as those made were. The
   * finite population counts: what is checked can no longer vary.
   *
   * @param sample by its effective checks
   * @return the answer, in checks
   */
  public FurtherAnswer inDesign(EffectiveSample sample) {
    double errors = sample.plainErrors();
    double rate = assumedRate(errors, sample.plain());
    double lot = sample.population() / sample.each();
    return settle(
        new DesignTally(errors, sample.plain(), lot, limit, rate, judge),
        rate,
        sample.left(),
        sample.each());
  }

  /**
   * Further checks of a weighted sample as evidence of a process, chosen as those made were.
   *
   * @param errors effective errors, in [0, effective]
   * @param effective independent checks of equal weight with the same upper bound, above 0
   * @param checked checks made, at least 1
   * @return the answer, in checks
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public FurtherAnswer inWeightedProcess(double errors, double effective, long checked) {
    Check.positive("effective", effective);
    Check.atLeast("checked", 1L, checked);
    if (!(errors >= 0 && errors <= effective)) {
      throw new IllegalArgumentException("errors must be in [0, " + effective + "], got " + errors);
    }
    double rate = assumedRate(errors, effective);
    return settle(
        new ProcessTally(errors, 0, effective, limit, rate, judge),
        rate,
        null,
        checked / effective);
  }

  /**
   * Further independent checks, or effective ones.
   *
   * @param errors found so far, in [0, checked]; of a weighted sample effective errors
   * @param checked so far, at least 0; of a weighted sample effective checks, in which the answer
   *     then is, too
   * @return 0 when it is settled already; empty when a hundred million checks would not do, as at a
   *     rate next to the limit
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public OptionalLong needed(double errors, double checked) {
    Check.finite("checked", checked);
    if (!(errors >= 0 && errors <= checked)) {
      throw new IllegalArgumentException("errors must be in [0, " + checked + "], got " + errors);
    }
    double rate = assumedRate(errors, checked);
    return settle(new ProcessTally(errors, 0, checked, limit, rate, judge), rate, null, 1).number();
  }

  /**
   * The number of {@link #inLot} with everything resolved.
   *
   * @param errors found so far, in [0, checked]
   * @param checked so far, in [0, lotSize]
   * @param lotSize items in the lot, at most 3 * 10^9
   * @return 0 when it is settled already; at most what is left of the lot, which always settles it
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public OptionalLong needed(long errors, long checked, long lotSize) {
    return inLot(errors, 0, checked, lotSize).number();
  }

  private static void requireCounts(long errors, long unresolved, long checked) {
    Check.atLeast("checked", 0L, checked);
    Check.range("unresolved", 0, checked, unresolved);
    Check.range("errors", 0, checked - unresolved, errors);
  }

  private double assumedRate(double errors, double resolved) {
    return stated.isPresent() ? stated.getAsDouble() : assumedRate(errors, resolved, limit);
  }

  static double assumedRate(double errors, double resolved, double limit) {
    return errors > 0 ? errors / resolved : 0.5 / Math.max(resolved, 1 / limit);
  }

  private FurtherAnswer settle(Tally tally, double rate, Long left, double each) {
    if (least == 0 && (tally.passes(0, 0) || tally.fails(0, 0))) {
      return answer(Kind.SETTLED, 0L, 1, rate, left);
    }
    if (left != null && least > left) {
      return answer(Kind.NEVER, null, 0, rate, left);
    }
    if (roughly(tally) > tally.most() && tally.isEndless()) {
      return answer(Kind.NEVER, null, 0, rate, left);
    }
    boolean pass = tally.keepsLimit();
    long first = (long) Math.ceil(least / each);
    long more = pass ? untilPass(tally, first) : untilFail(tally, first);
    if (more == PlanSearch.NONE) {
      return answer(Kind.NEVER, null, 0, rate, left);
    }
    long number = Math.max(1, (long) Math.ceil(more * each));
    if (left != null && number >= left) {
      return left > ceiling
          ? answer(Kind.ABOVE_CEILING, left, 1, rate, left)
          : answer(Kind.EVERYTHING_LEFT, left, 1, rate, left);
    }
    return answer(
        number > ceiling ? Kind.ABOVE_CEILING : Kind.CHECKS,
        number,
        Math.min(1, Math.max(chance, reached(tally, more, pass))),
        rate,
        left);
  }

  private FurtherAnswer answer(Kind kind, Long number, double reached, double rate, Long left) {
    return new FurtherAnswer(kind, number, reached, rate, left, judge.looks());
  }

  // Chance of the state that the assumed rate points to after that many further checks.
  private double reached(Tally tally, long more, boolean pass) {
    DiscreteDistribution errors = future(tally, more);
    long guess = (long) errors.mean();
    if (pass) {
      long most = IntegerSearch.first(0, more, guess, k -> !tally.passes(more, k)) - 1;
      return errors.tails(most).lower();
    }
    long fewest = IntegerSearch.first(0, more, guess, k -> tally.fails(more, k));
    return errors.tails(fewest - 1).upper();
  }

  private long untilPass(Tally tally, long first) {
    long c =
        PlanSearch.smallest(
            tally.mostErrors(),
            guess(tally),
            k -> checksToPass(tally, k, first),
            (more, k) -> isEnough(future(tally, more).tails(k).lower()),
            -1);
    return c == PlanSearch.NONE ? PlanSearch.NONE : checksToPass(tally, c, first);
  }

  // Fewest further checks that pass with that many further errors.
  private long checksToPass(Tally tally, long errors, long first) {
    long most = tally.most();
    long more =
        IntegerSearch.first(
            errors,
            most,
            tally.about(errors, judge.passRisk(), true),
            m -> tally.passes(m, errors));
    return more > most ? PlanSearch.NONE : Math.max(first, more);
  }

  private long untilFail(Tally tally, long first) {
    long before =
        PlanSearch.smallest(
            tally.mostErrors() - 1,
            guess(tally),
            k -> checksToFail(tally, k + 1),
            (more, k) -> more >= first && isEnough(future(tally, more).tails(k).upper()),
            1);
    if (before == PlanSearch.NONE) {
      return PlanSearch.NONE;
    }
    long latest = checksToFail(tally, before + 1);
    return IntegerSearch.first(
        Math.max(before + 1, first),
        latest,
        latest,
        m -> isEnough(tally.future(m).tails(before).upper()));
  }

  // Most further checks that still fail with that many further errors; 0 when not even one does.
  private long checksToFail(Tally tally, long errors) {
    long first =
        IntegerSearch.first(
            0,
            tally.most(),
            tally.about(errors, judge.failRisk(), false),
            m -> !tally.fails(m, errors));
    return Math.max(0, first - 1);
  }

  private boolean isEnough(double probability) {
    return Risk.isAtMost(chance, probability);
  }

  private static DiscreteDistribution future(Tally tally, long more) {
    return tally.future(Math.max(0, Math.min(tally.most(), more)));
  }

  // Further errors at the answer, by the normal approximation.
  private long guess(Tally tally) {
    double rate = tally.rate();
    return (long) (rate * Math.max(0, roughly(tally) - tally.checked()));
  }

  // Checks in all at which the bound is as far from the rate as the chance asks.
  private double roughly(Tally tally) {
    double rate = tally.rate();
    double z = Normal.upper(tally.keepsLimit() ? judge.passRisk() : judge.failRisk());
    double distance =
        z * Math.sqrt(limit * (1 - limit)) - Normal.upper(chance) * Math.sqrt(rate * (1 - rate));
    return Math.pow(distance / (limit - rate), 2);
  }

  /**
   * How many further checks settle a level: the answer of {@link FurtherChecks}, with what it
   * stands on.
   *
   * @param kind what the number means
   * @param checks further checks; null when nothing settles it
   * @param chance with which the number settles it at the assumed rate: at least the one asked for,
   *     1 when everything left settles it whatever comes, 0 when nothing does
   * @param assumedRate what was taken for the true rate of what is not checked yet, in [0, 1]
   * @param unchecked what is left of the lot; null in a process
   * @param looks among which the risks are shared; 1: the level is judged once, and judging it
   *     again after these checks breaks the promise, see {@link LevelJudge}
   */
  public record FurtherAnswer(
      Kind kind, Long checks, double chance, double assumedRate, Long unchecked, int looks) {

    /**
     * Further checks, for code that handles absence itself.
     *
     * @return their number, or empty when nothing settles it
     */
    public OptionalLong number() {
      return optional(checks);
    }

    /**
     * What is left of the lot, for code that handles absence itself.
     *
     * @return number of items, or empty in a process
     */
    public OptionalLong left() {
      return optional(unchecked);
    }

    private static OptionalLong optional(Long number) {
      return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** What a number of further checks means. */
    public enum Kind {
      /** There is a verdict already; the number is 0. */
      SETTLED,
      /** So many random checks give a verdict with the chance. */
      CHECKS,
      /** Nothing less than everything left does, and that for certain. */
      EVERYTHING_LEFT,
      /** It would take more than the stated ceiling; the number says how many. */
      ABOVE_CEILING,
      /**
       * Nothing does: the rate is next to the limit in a process, or so many checks have no verdict
       * that even the rest of the lot leaves it open.
       */
      NEVER
    }

    /**
     * Whether some number of checks within the lot and the ceiling settles it.
     *
     * @return true when there is one, 0 included
     */
    public boolean possible() {
      return kind != Kind.NEVER && kind != Kind.ABOVE_CEILING;
    }
  }
}
