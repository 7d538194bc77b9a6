package org.assay.plan;

import java.util.Optional;
import java.util.OptionalLong;
import org.assay.internal.Check;
import org.assay.internal.DiscreteDistribution;
import org.assay.internal.IntegerSearch;
import org.assay.internal.Normal;
import org.assay.internal.PlanSearch;
import org.assay.internal.Risk;

/**
 * The smallest single plans (n, c): check n items, accept at c errors or fewer.
 *
 * <p>For each c the smallest n that keeps the consumer's risk is found by search, tail
 * probabilities being monotone in n; the smallest c at which the producer's risk is kept too gives
 * the smallest n. Both by doubling and halving from closed approximations: some hundred tail
 * probabilities, whatever the size of the lot.
 */
public final class SingleSampling {
  private SingleSampling() {}

  /**
   * The smallest plan that keeps both risks, without replacement in a lot and binomial in a stream.
   *
   * @param promise the two qualities and risks
   * @return the plan; empty when none exists up to 10^9 checks. A lot always has one: all of it
   */
  public static Optional<StagedPlan> smallest(Promise promise) {
    return smallest(ErrorModel.of(promise.lot()), promise);
  }

  /**
   * The smallest plan that keeps both risks, with any distribution of errors.
   *
   * @param model how errors are distributed
   * @param promise the two risks, and the two qualities in units of the model
   * @return the plan; empty when none exists up to 10^9 checks
   */
  public static Optional<StagedPlan> smallest(ErrorModel model, Promise promise) {
    long c =
        PlanSearch.smallest(
            model.kind() == ErrorModel.Kind.HYPERGEOMETRIC
                ? (long) promise.acceptable()
                : model.largestSample() - 1,
            guess(model, promise),
            k -> smallestSize(model, promise.unacceptable(), promise.consumerRisk(), k),
            (n, k) ->
                Risk.isAtMost(
                    model.errors(Math.max(0, n), promise.acceptable()).tails(k).upper(),
                    promise.producerRisk()),
            -1);
    return c == PlanSearch.NONE
        ? Optional.empty()
        : Optional.of(
            StagedPlan.single(
                smallestSize(model, promise.unacceptable(), promise.consumerRisk(), c), c));
  }

  /**
   * The smallest plan of at least that many checks that keeps both risks, where no decision may be
   * made on fewer.
   *
   * @param promise the two qualities and risks
   * @param fewest checks, at least 1; in a lot at most its size
   * @return {@link #smallest(Promise)} where that is large enough; else the first size from there
   *     on at which some acceptance number keeps both risks. Empty when there is none up to 10^9
   *     checks
   */
  public static Optional<StagedPlan> smallest(Promise promise, long fewest) {
    Check.atLeast("fewest", 1L, fewest);
    ErrorModel model = ErrorModel.of(promise.lot());
    Check.range("fewest", 1, model.largestSample(), fewest);
    Optional<StagedPlan> smallest = smallest(promise);
    if (smallest.isEmpty() || smallest.get().maximum() >= fewest) {
      return smallest;
    }
    for (long n = fewest; n <= model.largestSample(); n++) {
      DiscreteDistribution bad = model.errors(n, promise.unacceptable());
      long c =
          IntegerSearch.first(
                  0,
                  n,
                  smallest.get().acceptanceNumbers().get(0),
                  k -> !Risk.isAtMost(bad.tails(k).lower(), promise.consumerRisk()))
              - 1;
      if (c >= 0
          && Risk.isAtMost(
              model.errors(n, promise.acceptable()).tails(c).upper(), promise.producerRisk())) {
        return Optional.of(StagedPlan.single(n, c));
      }
    }
    return Optional.empty();
  }

  /**
   * The smallest sample in which no error shows that a quality is better than unacceptable.
   *
   * <p>Cheap, and harsh on good work: 58 checks of a lot of 2,000 rule out 5 % and reject 45 % of
   * lots that have 1 %.
   *
   * @param model how errors are distributed
   * @param unacceptable quality to rule out, above 0
   * @param consumerRisk in (0, 1)
   * @return the plan with acceptance number 0
   * @throws IllegalArgumentException if no sample is large enough
   */
  public static StagedPlan zeroAcceptance(
      ErrorModel model, double unacceptable, double consumerRisk) {
    Check.positive("unacceptable", unacceptable);
    Check.closedUnit("unacceptable", model.rate(unacceptable));
    Check.openUnit("consumerRisk", consumerRisk);
    long n = smallestSize(model, unacceptable, consumerRisk, 0);
    if (n == PlanSearch.NONE) {
      throw new IllegalArgumentException(
          "unacceptable must need at most "
              + model.largestSample()
              + " checks, got "
              + unacceptable);
    }
    return StagedPlan.single(n, 0);
  }

  /**
   * The smallest sample in which so few errors show that a quality is better than a given one.
   *
   * @param model how errors are distributed
   * @param quality to rule out, in units of the model, above 0
   * @param risk in (0, 1): P(X &lt;= c) at most
   * @param c errors in the sample, at least 0
   * @return empty when there is no such sample
   */
  public static OptionalLong size(ErrorModel model, double quality, double risk, long c) {
    long n = smallestSize(model, quality, risk, c);
    return n == PlanSearch.NONE ? OptionalLong.empty() : OptionalLong.of(n);
  }

  /** Smallest n with P(X &lt;= c) at most the risk; {@link PlanSearch#NONE} when there is none. */
  static long smallestSize(ErrorModel model, double quality, double risk, long c) {
    long most = model.largestSample();
    long n =
        IntegerSearch.first(
            Math.min(c, most - 1) + 1,
            most,
            model.aboutSize(c, quality, risk),
            k -> Risk.isAtMost(model.errors(k, quality).tails(c).lower(), risk));
    return n > most ? PlanSearch.NONE : n;
  }

  // Errors at which normal tails of the two rates meet, without correction for the finite lot.
  private static long guess(ErrorModel model, Promise promise) {
    double p0 = model.rate(promise.acceptable());
    double p1 = model.rate(promise.unacceptable());
    double spread =
        Normal.upper(promise.producerRisk()) * Math.sqrt(p0 * (1 - p0))
            + Normal.upper(promise.consumerRisk()) * Math.sqrt(p1 * (1 - p1));
    double n = Math.pow(spread / (p1 - p0), 2);
    if (model.lotSize() > 0) {
      n = n / (1 + n / model.lotSize());
    }
    return (long) (n * (p0 + p1) / 2);
  }
}
