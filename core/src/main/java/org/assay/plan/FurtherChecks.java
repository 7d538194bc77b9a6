package org.assay.plan;

import java.util.OptionalLong;
import org.assay.internal.Check;
import org.assay.internal.DiscreteDistribution;
import org.assay.internal.Hypergeometric;
import org.assay.internal.IntegerSearch;
import org.assay.internal.Normal;

/**
 * How many further random checks would settle whether a limit is kept.
 *
 * <p>The answer is the smallest number m of further checks after which, with the stated chance, the
 * exact one-sided bound is on one side of the limit if the rate seen so far is the true one: a PASS
 * (upper bound at confidence 1 - consumerRisk at or below the limit) when that rate keeps the
 * limit, else a FAIL (lower bound at confidence 1 - producerRisk above it). The small chance of the
 * opposite verdict is not counted, so the chance of a verdict is never below the stated one. The
 * chance does not rise steadily with m: it is highest right where one more error becomes
 * acceptable, so a number a little larger can have a little less chance.
 *
 * <p><b>No error so far.</b> The rate seen is then 0, and to plan with it would promise that no
 * error will ever come. We assume half an error among the items checked, but not more than the
 * acceptable rate: min(acceptable, 1 / (2 checked)).
 *
 * <p><b>The bounds are those of one look.</b> Deciding again and again with them until a verdict
 * comes raises the risks; a sequential plan is made for that.
 *
 * <p><b>Cost.</b> A few hundred tail probabilities.
 *
 * @param limit rate in (0, 1) that is allowed at most
 * @param acceptable better rate, in [0, limit); matters only while there is no error
 * @param producerRisk in (0, 1): chance of a FAIL when the rate is at the limit
 * @param consumerRisk in (0, 1): chance of a PASS when the rate is above the limit
 * @param chance of a verdict, in (0, 1), for example 0.8
 */
public record FurtherChecks(
    double limit, double acceptable, double producerRisk, double consumerRisk, double chance) {
  /** The chance of a verdict that reports give the number for. */
  public static final double USUAL_CHANCE = 0.8;

  public FurtherChecks {
    Check.openUnit("limit", limit);
    if (!(acceptable >= 0 && acceptable < limit)) {
      throw new IllegalArgumentException(
          "acceptable must be in [0, " + limit + "), got " + acceptable);
    }
    Check.openUnit("producerRisk", producerRisk);
    Check.openUnit("consumerRisk", consumerRisk);
    Check.openUnit("chance", chance);
  }

  /**
   * The question for a QA level, with the usual chance of 0.8.
   *
   * @param level its unacceptable rate is the limit
   * @return the question
   */
  public static FurtherChecks of(QaLevel level) {
    return new FurtherChecks(
        level.unacceptable(),
        level.acceptable(),
        level.producerRisk(),
        level.consumerRisk(),
        USUAL_CHANCE);
  }

  /**
   * Further independent checks, or effective ones.
   *
   * @param errors found so far, in [0, checked]; of a weighted sample effective errors
   * @param checked so far, at least 0; of a weighted sample effective checks, in which the answer
   *     then is, too
   * @return 0 when there is a verdict already; empty when a hundred million checks would not do, as
   *     at a rate next to the limit
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public OptionalLong needed(double errors, double checked) {
    Check.finite("checked", checked);
    if (!(errors >= 0 && errors <= checked)) {
      throw new IllegalArgumentException("errors must be in [0, " + checked + "], got " + errors);
    }
    return settle(
        new Tally.Independent(
            errors, checked, limit, assumedRate(errors, checked), producerRisk, consumerRisk));
  }

  /**
   * Further checks in a lot of known size, without replacement.
   *
   * @param errors found so far, in [0, checked]
   * @param checked so far, in [0, lotSize]
   * @param lotSize items in the lot, at most 3 * 10^9
   * @return 0 when there is a verdict already; at most what is left of the lot, which always gives
   *     one
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public OptionalLong needed(long errors, long checked, long lotSize) {
    Check.range("lotSize", 1, Hypergeometric.LARGEST, lotSize);
    Check.range("checked", 0, lotSize, checked);
    Check.range("errors", 0, checked, errors);
    double rate = assumedRate((double) errors, (double) checked);
    return settle(
        new Tally.Lot(
            errors,
            checked,
            lotSize,
            Reading.AT_MOST.largest(limit, lotSize),
            Math.round(rate * (lotSize - checked)),
            producerRisk,
            consumerRisk));
  }

  private double assumedRate(double errors, double checked) {
    if (errors > 0) {
      return errors / checked;
    }
    return checked == 0 ? acceptable : Math.min(acceptable, 0.5 / checked);
  }

  private OptionalLong settle(Tally tally) {
    if (tally.passes(0, 0) || tally.fails(0, 0)) {
      return OptionalLong.of(0);
    }
    if (roughly(tally) > tally.most() && tally.isEndless()) {
      return OptionalLong.empty();
    }
    long more = tally.keepsLimit() ? untilPass(tally) : untilFail(tally);
    return more == PlanSearch.NONE ? OptionalLong.empty() : OptionalLong.of(more);
  }

  private long untilPass(Tally tally) {
    long c =
        PlanSearch.smallest(
            tally.mostErrors(),
            guess(tally),
            k -> checksToPass(tally, k),
            (more, k) -> future(tally, more).tails(k).lower() >= chance,
            -1);
    return c == PlanSearch.NONE ? PlanSearch.NONE : checksToPass(tally, c);
  }

  // Fewest further checks that pass with so many further errors.
  private long checksToPass(Tally tally, long errors) {
    long most = tally.most();
    long more =
        IntegerSearch.first(
            errors, most, tally.about(errors, consumerRisk, true), m -> tally.passes(m, errors));
    return more > most ? PlanSearch.NONE : more;
  }

  private long untilFail(Tally tally) {
    long before =
        PlanSearch.smallest(
            tally.mostErrors() - 1,
            guess(tally),
            k -> checksToFail(tally, k + 1),
            (more, k) -> future(tally, more).tails(k).upper() >= chance,
            1);
    if (before == PlanSearch.NONE) {
      return PlanSearch.NONE;
    }
    long latest = checksToFail(tally, before + 1);
    return IntegerSearch.first(
        before + 1, latest, latest, m -> tally.future(m).tails(before).upper() >= chance);
  }

  // Most further checks that still fail with so many further errors; 0 when not even one does.
  private long checksToFail(Tally tally, long errors) {
    long first =
        IntegerSearch.first(
            0,
            tally.most(),
            tally.about(errors, producerRisk, false),
            m -> !tally.fails(m, errors));
    return Math.max(0, first - 1);
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
    double z = Normal.upper(tally.keepsLimit() ? consumerRisk : producerRisk);
    double distance =
        z * Math.sqrt(limit * (1 - limit)) - Normal.upper(chance) * Math.sqrt(rate * (1 - rate));
    return Math.pow(distance / (limit - rate), 2);
  }
}
