package org.assay.plan;

import org.assay.internal.DiscreteDistribution;
import org.assay.internal.IntegerSearch;
import org.assay.internal.PlanSearch;
import org.assay.internal.Risk;
import org.assay.plan.OperatingCharacteristic.OperatingPoint;

/**
 * The double plan with the least average number of checks at the acceptable quality: n1 items, and
 * n2 more unless the first ones decide.
 *
 * <p>All acceptance and rejection numbers up to a few above the single plan's, and none for
 * acceptance after the first sample, are tried with all first samples; the second sample is the
 * smallest that keeps the consumer's risk. A lower bound on the average cuts most of it off:
 *
 * <pre>{@code
 * n1 + n2 >= smallest n with P(X <= min(c2, r1 - 1) | unacceptable) <= consumerRisk
 * }</pre>
 *
 * <p>Such a plan asks for fewer checks than the single one where work is good, in two batches, and
 * for more in the worst case. Cost: tens of milliseconds where the single plan takes a hundred
 * checks, some three seconds where it takes several hundred.
 */
public final class DoubleSampling {
  private static final int NUMBERS_ABOVE_SINGLE = 3;

  private final ErrorModel model;
  private final Promise promise;
  private StagedPlan best;
  private double least;

  private DoubleSampling(ErrorModel model, Promise promise) {
    this.model = model;
    this.promise = promise;
  }

  /**
   * Searches the plan.
   *
   * @param model how errors are distributed
   * @param promise the two risks, and the two qualities in units of the model
   * @return the plan; the single one when no double plan has a smaller average
   * @throws IllegalArgumentException if there is no single plan up to 10^9 checks
   */
  public static StagedPlan leastAverage(ErrorModel model, Promise promise) {
    StagedPlan single =
        SingleSampling.smallest(model, promise)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unacceptable must be farther above acceptable, got "
                            + promise.unacceptable()));
    var search = new DoubleSampling(model, promise);
    search.best = single;
    search.least = single.maximum();
    long highest = single.acceptanceNumbers().get(0) + NUMBERS_ABOVE_SINGLE;
    for (long c2 = 0; c2 <= highest; c2++) {
      for (long r1 = c2 + 1; r1 >= 1; r1--) {
        for (long c1 = r1 - 2; c1 >= -1; c1--) {
          search.tryNumbers(c1, r1, c2);
        }
      }
    }
    return search.best;
  }

  private void tryNumbers(long c1, long r1, long c2) {
    long most = model.largestSample();
    long together =
        SingleSampling.smallestSize(
            model, promise.unacceptable(), promise.consumerRisk(), Math.min(c2, r1 - 1));
    if (together == PlanSearch.NONE || (c1 < 0 && together >= least)) {
      return; // a first sample that cannot accept goes on to the second
    }
    long from =
        c1 < 0
            ? 1
            : SingleSampling.smallestSize(
                model, promise.unacceptable(), promise.consumerRisk(), c1);
    if (from == PlanSearch.NONE) {
      return;
    }
    for (long n1 = from; n1 < least; n1++) {
      DiscreteDistribution first = model.errors(n1, promise.acceptable());
      if (!Risk.isAtMost(first.tails(r1 - 1).upper(), promise.producerRisk())) {
        return; // and so it is for every larger first sample
      }
      double goesOn = first.tails(c1).upper() - first.tails(r1 - 1).upper();
      long fewest = Math.max(1, together - n1);
      long room = Math.min(most - n1, (long) Math.ceil((least - n1) / goesOn) - 1);
      if (fewest <= room && Risk.isAtMost(accepts(n1, c1, r1, room, c2), promise.consumerRisk())) {
        trySizes(n1, c1, r1, fewest, room, c2);
      }
    }
  }

  private void trySizes(long n1, long c1, long r1, long fewest, long room, long c2) {
    long n2 =
        IntegerSearch.first(
            fewest,
            room,
            fewest,
            n -> Risk.isAtMost(accepts(n1, c1, r1, n, c2), promise.consumerRisk()));
    if (n2 > room) {
      return;
    }
    StagedPlan plan = StagedPlan.doubled(n1, c1, r1, n2, c2);
    OperatingPoint good = OperatingCharacteristic.atQuality(plan, model, promise.acceptable());
    if (Risk.isAtMost(good.reject(), promise.producerRisk())
        && good.averageSampleNumber() < least) {
      best = plan;
      least = good.averageSampleNumber();
    }
  }

  private double accepts(long n1, long c1, long r1, long n2, long c2) {
    return OperatingCharacteristic.atQuality(
            StagedPlan.doubled(n1, c1, r1, n2, c2), model, promise.unacceptable())
        .accept();
  }
}
