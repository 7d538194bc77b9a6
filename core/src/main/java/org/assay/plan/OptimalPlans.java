package org.assay.plan;

import java.util.Arrays;
import java.util.List;
import org.assay.internal.Check;
import org.assay.plan.SequentialDesigns.Looks;

/**
 * Plans of least expected cost that keep both promised risks, by backward induction with a price
 * for each wrong decision; the prices are raised until both exact risks keep their promise.
 *
 * <p><b>Cost.</b> About 300 sweeps over the states, which are (maximum) x (width of the band). <br>
 * <b>Accuracy.</b> The risks are exact; plans between two neighbouring prices are not tried, so the
 * cost may exceed the optimum's by the step between two neighbouring plans, in the example of the
 * tests less than a tenth of a check. <br>
 * <b>Source.</b> Kiefer and Weiss (1957), Annals of Mathematical Statistics 28, 57-74.
 */
public final class OptimalPlans {
  private OptimalPlans() {}

  /**
   * A quality whose expected cost counts.
   *
   * @param quality defective items of a lot, rate of a stream
   * @param weight relative weight, above 0
   */
  public record Weight(double quality, double weight) {
    public Weight {
      Check.positive("weight", weight);
    }
  }

  /**
   * What is minimised.
   *
   * @param weights qualities, and how much the expected cost at each counts
   * @param errorCost cost of a check that finds an error, when one that finds none costs 1; above 1
   *     when an item graded wrongly is harder to look at
   * @param looks when a decision may be taken
   * @param maximum most checks; 0 for three times the single plan's size
   */
  public record Objective(List<Weight> weights, double errorCost, Looks looks, int maximum) {
    public Objective {
      weights = List.copyOf(weights);
      if (weights.isEmpty()) {
        throw new IllegalArgumentException("weights must name at least one quality, got none");
      }
      Check.positive("errorCost", errorCost);
      Check.atLeast("maximum", 0, maximum);
    }

    /**
     * Qualities to weigh alike when nothing else is known: half the acceptable one, the acceptable
     * one, the middle of both and the unacceptable one.
     *
     * @param promise the two qualities
     * @return four weights
     */
    public static List<Weight> around(Promise promise) {
      Lot lot = promise.lot();
      double a = promise.acceptable();
      double u = promise.unacceptable();
      return Arrays.stream(new double[] {a / 2, a, (a + u) / 2, u})
          .map(q -> lot.finite() ? Math.rint(q) : q)
          .mapToObj(q -> new Weight(q, 1))
          .toList();
    }

    /**
     * Fewest checks on average over some qualities, a look after each.
     *
     * @param qualities defective items of a lot, rates of a stream
     * @return the objective
     */
    public static Objective meanOver(double... qualities) {
      return new Objective(
          Arrays.stream(qualities).mapToObj(q -> new Weight(q, 1)).toList(),
          1,
          Looks.EVERY_CHECK,
          0);
    }
  }

  /**
   * The plan of least expected cost.
   *
   * @param promise risks to keep
   * @param objective what is minimised
   * @return the plan
   * @throws IllegalArgumentException if no plan within the maximum keeps both promises
   */
  public static SequentialPlan least(Promise promise, Objective objective) {
    return SequentialPlan.given(promise, boundary(promise, objective));
  }

  /**
   * The plan whose largest expected number of checks, over the qualities between the two promised
   * ones, is smallest (the Kiefer-Weiss problem).
   *
   * @param promise risks to keep
   * @param looks when a decision may be taken
   * @return the plan
   */
  public static SequentialPlan minimax(Promise promise, Looks looks) {
    Middle middle =
        new Middle(
            promise, q -> boundary(promise, new Objective(List.of(new Weight(q, 1)), 1, looks, 0)));
    double[] ends = {promise.acceptable(), promise.unacceptable()};
    Boundary plan =
        middle
            .best()
            .orElseGet(
                () -> {
                  var weights = Objective.meanOver(ends).weights();
                  return boundary(promise, new Objective(weights, 1, looks, 0));
                });
    return SequentialPlan.given(promise, plan);
  }

  private static Boundary boundary(Promise promise, Objective objective) {
    long maximum =
        objective.maximum() > 0 ? objective.maximum() : 3L * SinglePlans.smallestSize(promise);
    Lot lot = promise.lot();
    int most = (int) (lot.finite() ? Math.min(maximum, lot.size()) : maximum);
    var induction =
        new BackwardInduction(
            promise, objective.weights(), objective.errorCost(), objective.looks().upTo(most));
    Boundary plan =
        LeastPair.descend(promise, induction::at, BackwardInduction.LARGEST_LOG_PRICE)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "maximum must be enough to keep both promised risks, got " + most));
    return objective.looks().equals(Looks.EVERY_CHECK)
        ? new BoundaryPolish(promise, p -> cost(p, promise, objective)).best(plan)
        : plan;
  }

  // A check finds an error with the lot's own rate on average, whenever the plan stops.
  private static double cost(Boundary plan, Promise promise, Objective objective) {
    double cost = 0;
    for (Weight w : objective.weights()) {
      double check = 1 + (objective.errorCost() - 1) * promise.lot().rate(w.quality());
      cost +=
          w.weight()
              * check
              * BoundaryRun.of(plan, promise.lot(), w.quality()).averageSampleNumber();
    }
    return cost;
  }
}
