package org.assay.plan;

import org.assay.internal.Check;
import org.assay.internal.IntegerSearch;
import org.assay.internal.Risk;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.PoissonInterval;
import org.assay.interval.ProportionInterval;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.plan.Lot.Reading;

/**
 * What a sample of a given size can show: the question of {@code BoundSize} the other way round.
 *
 * <pre>{@code
 * smallestLimit(x)  = one-sided upper limit at the confidence with x errors
 * mostErrors(limit) = max{x : P(X <= x | limit) <= 1 - confidence}   (so that smallestLimit(x) <= limit)
 * power(limit, p)   = P(X <= mostErrors(limit) | p)
 * }</pre>
 *
 * <p><b>Reading.</b> All limits are of the kind "at most": in a lot of N the smallest limit is a
 * whole number of items over N. <b>Cost.</b> Some ten tail probabilities a limit, and as many
 * limits for the number of errors.
 *
 * @param model how errors are distributed
 * @param n items checked, at least 1 and at most the lot
 * @param confidenceLevel in (0, 1), for example 0.95
 */
public record SampleReach(ErrorModel model, long n, double confidenceLevel) {
  public SampleReach {
    Check.range("n", 1, model.largestSample(), n);
    Check.openUnit("confidenceLevel", confidenceLevel);
  }

  /**
   * The smallest rate p of which the sample shows "at most p".
   *
   * @param errors found, in [0, n]; of counted errors at least 0
   * @return Clopper-Pearson's, Garwood's or in a lot the exact upper limit
   */
  public double smallestLimit(long errors) {
    return switch (model.kind()) {
      case BINOMIAL ->
          ProportionInterval.CLOPPER_PEARSON.of(errors, n, confidenceLevel, Sides.UPPER).upper();
      case POISSON -> PoissonInterval.ofRate(errors, n, confidenceLevel, Sides.UPPER).upper();
      case HYPERGEOMETRIC ->
          FiniteLotBound.of(errors, n, model.lotSize(), confidenceLevel, Sides.UPPER)
              .asRate()
              .upper();
    };
  }

  /**
   * The most errors with which the sample still shows "at most the limit".
   *
   * @param limit rate in (0, 1)
   * @return at least 0, or -1 when not even a sample without errors shows it
   */
  public long mostErrors(double limit) {
    Check.openUnit("limit", limit);
    double risk = Risk.complement(confidenceLevel);
    double tooMuch = // in a lot the smallest count that is above the limit
        model.kind() == ErrorModel.Kind.HYPERGEOMETRIC
            ? Reading.AT_MOST.largest(limit, model.lotSize()) + 1
            : limit;
    var errors = model.errors(n, tooMuch);
    return IntegerSearch.first(
            0, n, (long) (n * limit), x -> !Risk.isAtMost(errors.tails(x).lower(), risk))
        - 1;
  }

  /**
   * The chance that the sample will show "at most the limit".
   *
   * @param limit rate in (0, 1)
   * @param rate true error rate, in [0, 1]; in a lot the nearest whole number of defective items
   * @return in [0, 1]; at most 1 - confidenceLevel when the quality is above the limit
   */
  public double power(double limit, double rate) {
    long most = mostErrors(limit);
    return most < 0 ? 0 : model.errors(n, model.quality(rate)).tails(most).lower();
  }
}
