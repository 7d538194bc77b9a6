package org.assay.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assay.internal.Risk;

/**
 * The best multiple plan found so far, and whether given sizes allow a better one.
 *
 * <p>Sizes are judged by the bound of {@link StagePrices} first, which costs little; only where it
 * leaves room below the best plan are the numbers searched.
 */
final class MultipleSearch {
  private static final int FIRST_CUTS = 60;
  private static final int CUTS = 12;
  private static final double LARGEST_PRICE = 10; // in checks of the first plan, for a sure mistake
  private static final double WIDER = 3; // prices of similar sizes are within this factor
  private static final double GAIN = 1e-9; // expected checks that are worth a change

  private final ErrorModel model;
  private final Promise promise;
  private final List<OptimalPlans.Weight> weights;
  private final double[] largestPrices;
  private double[] prices;
  private StagedPlan best;
  private double least;

  /**
   * A search that starts from a plan that keeps the promise.
   *
   * @param weights qualities whose expected checks count
   */
  MultipleSearch(
      ErrorModel model, Promise promise, List<OptimalPlans.Weight> weights, StagedPlan start) {
    this.model = model;
    this.promise = promise;
    this.weights = List.copyOf(weights);
    best = start;
    least = checks(start);
    double dear = LARGEST_PRICE * start.maximum();
    largestPrices = new double[] {dear / promise.producerRisk(), dear / promise.consumerRisk()};
    prices = largestPrices;
  }

  StagedPlan best() {
    return best;
  }

  /** Weighted expected checks of the best plan. */
  double least() {
    return least;
  }

  private double checks(StagedPlan plan) {
    double sum = 0;
    double total = 0;
    for (OptimalPlans.Weight w : weights) {
      var at = OperatingCharacteristic.atQuality(plan, model, w.quality());
      sum += w.weight() * at.averageSampleNumber();
      total += w.weight();
    }
    return sum / total;
  }

  /** Takes a plan that keeps the promise, if it is better. */
  boolean take(StagedPlan plan) {
    double checks = checks(plan);
    if (checks >= least - GAIN) {
      return false;
    }
    best = plan;
    least = checks;
    return true;
  }

  /** Looks for the prices of some sizes from nothing; those of other sizes are sought near them. */
  void tune(long[] sizes) {
    if (isPossible(sizes)) {
      var schedule = new StageSchedule(model, promise, weights, sizes);
      use(PriceSearch.best(schedule, promise, largestPrices, FIRST_CUTS, Double.POSITIVE_INFINITY));
    }
  }

  void use(StagePrices tuned) {
    prices = new double[] {tuned.priceReject, tuned.priceAccept};
  }

  private boolean isPossible(long[] sizes) {
    return Arrays.stream(sizes).allMatch(size -> size >= 1)
        && Arrays.stream(sizes).sum() <= model.largestSample()
        && sizes[0] < least;
  }

  /**
   * Prices that show how few checks such sizes may take.
   *
   * @param enough a bound from which on they are of no use
   * @return null when the bound is not below
   */
  StagePrices promising(long[] sizes, double enough) {
    if (!isPossible(sizes)) {
      return null;
    }
    var schedule = new StageSchedule(model, promise, weights, sizes);
    if (new StagePrices(schedule, promise, prices[0], prices[1]).bound >= enough - GAIN) {
      return null;
    }
    double[] most = {WIDER * prices[0], WIDER * prices[1]};
    StagePrices tuned = PriceSearch.best(schedule, promise, most, CUTS, enough - GAIN);
    return tuned.bound >= enough - GAIN ? null : tuned;
  }

  /**
   * Searches the numbers for sizes.
   *
   * @param tries most numbers of a stage to try
   * @return whether the plan is the best now
   */
  boolean attempt(long[] sizes, int tries) {
    StagePrices tuned = promising(sizes, least);
    if (tuned == null) {
      return false;
    }
    Optional<StagedPlan> plan = StageNumbers.search(tuned, promise, least - GAIN, tries);
    if (plan.isEmpty() || !keeps(plan.get()) || !take(plan.get())) {
      return false;
    }
    use(tuned);
    return true;
  }

  private boolean keeps(StagedPlan plan) {
    double rejects = OperatingCharacteristic.atQuality(plan, model, promise.acceptable()).reject();
    double accepts =
        OperatingCharacteristic.atQuality(plan, model, promise.unacceptable()).accept();
    return Risk.isAtMost(rejects, promise.producerRisk())
        && Risk.isAtMost(accepts, promise.consumerRisk());
  }
}
