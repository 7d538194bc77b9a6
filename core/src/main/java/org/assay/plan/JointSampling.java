package org.assay.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assay.internal.Check;
import org.assay.internal.PlanSearch;
import org.assay.internal.Risk;

/**
 * One sample for several levels: critical, major and any errors of the same items.
 *
 * <p>n items are checked, each level counts its own errors, and the lot passes when every level
 * finds at most its acceptance number. Whatever the levels have to do with each other:
 *
 * <pre>{@code
 * consumer:  P(pass | level i unacceptable)  <= P(X_i <= c_i | D1_i)           <= consumerRisk_i
 * producer:  P(fail | all levels acceptable) <= sum over i of P(X_i > c_i | D0_i) <= producerRisk
 * }</pre>
 *
 * <p>The first line is exact and costs nothing: to pass, a lot must pass the level that it breaks
 * (intersection-union test; Berger 1982, Technometrics 24, 295-300), so no risk is divided. The
 * second is Bonferroni's, with the sum shared among the levels as the sample needs it and not in
 * equal parts. Who wants to state each level's verdict alone, with one risk that any of them is
 * wrongly passed, gives each level its part of that consumer's risk.
 *
 * <p>The smallest n is the first at which the sum is kept. Between two sizes at which some
 * acceptance number rises the sum only grows, so that only those sizes are tried. <b>Cost.</b> A
 * hundred tail probabilities for each size tried, from the largest single plan upwards: a
 * millisecond for samples of some hundred, 40 ms for 118,000 checks with 3,676 errors. With rates
 * so close that acceptance numbers reach the millions it can take minutes.
 */
public final class JointSampling {
  private JointSampling() {}

  /**
   * A sample with one acceptance number per level.
   *
   * @param n items to check
   * @param acceptanceNumbers pass when level i finds at most that many errors, for every i
   * @param consumerRisks probability at most with which a lot passes that is unacceptable in level
   *     i, exact for the level alone
   * @param producerRisk bound for the probability that a lot acceptable in every level fails
   */
  public record Plan(
      long n, List<Long> acceptanceNumbers, List<Double> consumerRisks, double producerRisk) {
    public Plan {
      Check.atLeast("n", 1L, n);
      acceptanceNumbers = List.copyOf(acceptanceNumbers);
      consumerRisks = List.copyOf(consumerRisks);
      if (acceptanceNumbers.size() != consumerRisks.size()) {
        throw new IllegalArgumentException(
            "consumerRisks must have one number per level ("
                + acceptanceNumbers.size()
                + "), got "
                + consumerRisks.size());
      }
    }

    /**
     * Whether the lot passes.
     *
     * @param errors found by each level
     * @return true when none is above its acceptance number
     */
    public boolean passes(List<Long> errors) {
      if (errors.size() != acceptanceNumbers.size()) {
        throw new IllegalArgumentException(
            "errors must have one number per level ("
                + acceptanceNumbers.size()
                + "), got "
                + errors.size());
      }
      for (int i = 0; i < errors.size(); i++) {
        Check.range("errors[" + i + "]", 0, n, errors.get(i));
        if (errors.get(i) > acceptanceNumbers.get(i)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * The smallest sample for all levels.
   *
   * @param levels at least one, all about the same lot, in whole defective items there; each keeps
   *     its own consumer's risk
   * @param producerRisk overall, in (0, 0.5); takes the place of that of the levels
   * @return the plan; empty when none exists up to 10^9 checks. A lot always has one: all of it
   */
  public static Optional<Plan> smallest(List<Promise> levels, double producerRisk) {
    Check.atLeast("number of levels", 1L, levels.size());
    Lot lot = levels.get(0).lot();
    long n = 0;
    for (Promise level : levels) {
      if (!level.lot().equals(lot)) {
        throw new IllegalArgumentException(
            "levels must be about the same lot (" + lot.size() + "), got " + level.lot().size());
      }
      // one level alone may have all of the producer's risk
      Optional<StagedPlan> alone =
          SingleSampling.smallest(
              new Promise(
                  lot,
                  level.acceptable(),
                  level.unacceptable(),
                  producerRisk,
                  level.consumerRisk()));
      if (alone.isEmpty()) {
        return Optional.empty();
      }
      n = Math.max(n, alone.get().maximum());
    }
    ErrorModel model = ErrorModel.of(lot);
    OptionalLong next = OptionalLong.of(n);
    while (next.isPresent()) {
      Plan plan = plan(model, levels, next.getAsLong());
      if (Risk.isAtMost(plan.producerRisk(), producerRisk)) {
        return Optional.of(plan);
      }
      next = nextSize(model, levels, plan);
    }
    return Optional.empty();
  }

  // The best plan of a size: each level accepts as often as its consumer's risk allows.
  private static Plan plan(ErrorModel model, List<Promise> levels, long n) {
    var numbers = new ArrayList<Long>();
    var risks = new ArrayList<Double>();
    double fails = 0;
    for (Promise level : levels) {
      long c = mostErrors(model, level, n);
      numbers.add(c);
      risks.add(model.errors(n, level.unacceptable()).tails(c).lower());
      fails += model.errors(n, level.acceptable()).tails(c).upper();
    }
    return new Plan(n, numbers, risks, Math.min(1, fails));
  }

  // At least 0, because n is at least the size of the level's own plan.
  private static long mostErrors(ErrorModel model, Promise level, long n) {
    var errors = model.errors(n, level.unacceptable());
    long c = (long) errors.quantile(level.consumerRisk());
    return Risk.isAtMost(errors.tails(c).lower(), level.consumerRisk()) ? c : c - 1;
  }

  private static OptionalLong nextSize(ErrorModel model, List<Promise> levels, Plan plan) {
    long next = Long.MAX_VALUE;
    for (int i = 0; i < levels.size(); i++) {
      Promise level = levels.get(i);
      long size =
          SingleSampling.smallestSize(
              model,
              level.unacceptable(),
              level.consumerRisk(),
              plan.acceptanceNumbers().get(i) + 1);
      next = size == PlanSearch.NONE ? next : Math.min(next, size);
    }
    return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
  }
}
