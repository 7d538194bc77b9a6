package org.assay.plan;

import java.util.function.DoubleFunction;
import java.util.function.LongToDoubleFunction;
import org.assay.internal.Check;
import org.assay.internal.DiscreteDistribution;
import org.assay.internal.IntegerSearch;
import org.assay.plan.OperatingCharacteristic.OperatingPoint;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * How a staged plan behaves at any quality, exactly.
 *
 * <p>Stage by stage, holding the probability of each number of errors with which inspection goes
 * on; all terms are positive, so small probabilities keep their digits. Cost: stages times the
 * width between acceptance and rejection numbers, squared (not exponential in the stages).
 *
 * <p><b>Outgoing quality.</b> In a finite lot drawn without replacement the items left are known:
 * E[(D - errors found); accepted] / N. With a binomial or Poisson model the items not sampled are
 * independent of those sampled: p P(accept) (N - n) / N, and p P(accept) without an end.
 */
public final class OperatingCharacteristic {
  private static final double Q = 0.95;

  private OperatingCharacteristic() {}

  /**
   * The behaviour at one quality.
   *
   * @param plan sizes and numbers
   * @param model how errors are distributed
   * @param rate error rate in [0, 1]; in a lot the nearest whole number of defective items
   * @return exact probabilities and expectations, without curtailment
   * @throws IllegalArgumentException if the plan needs more items than the lot has
   */
  public static OperatingPoint at(StagedPlan plan, ErrorModel model, double rate) {
    return atQuality(plan, model, model.quality(rate));
  }

  /**
   * The behaviour at a quality in units of the model.
   *
   * @param plan sizes and numbers
   * @param model how errors are distributed
   * @param quality rate, or defective items of a lot
   * @return exact probabilities and expectations, without curtailment
   * @throws IllegalArgumentException if the plan needs more items than the lot has
   */
  public static OperatingPoint atQuality(StagedPlan plan, ErrorModel model, double quality) {
    Check.range("total of sampleSizes", 1, model.largestSample(), plan.maximum());
    long[] done = plan.cumulativeSizes();
    double accept = 0;
    double reject = 0;
    double outgoing = 0;
    double accepted = 0; // checks of accepted lots
    double average = 0;
    long q95 = 0;
    long lowest = 0; // errors with which the stage begins, and how likely each is
    double[] going = {1};
    for (int i = 0; i < plan.stages(); i++) {
      long n = plan.sampleSizes().get(i);
      long before = done[i] - n;
      long c = plan.acceptanceNumbers().get(i);
      long r = plan.rejectionNumbers().get(i);
      double reached = 0;
      double passed = 0;
      double[] next = new double[(int) Math.max(0, r - c - 1)];
      for (int k = 0; k < going.length; k++) {
        if (going[k] == 0) {
          continue;
        }
        long found = lowest + k;
        DiscreteDistribution errors = model.errorsAfter(before, found, n, quality);
        reached += going[k];
        double stops = going[k] * errors.tails(c - found).lower();
        passed += stops;
        outgoing += leftOver(model, quality, done[i], found, c, errors, going[k], stops);
        reject += going[k] * errors.tails(r - 1 - found).upper();
        for (int j = 0; j < next.length; j++) {
          next[j] += going[k] * errors.mass((double) (c + 1 + j - found));
        }
      }
      average += reached * n;
      q95 = reached > 1 - Q ? done[i] : q95;
      accept += passed;
      accepted += passed * done[i];
      going = next;
      lowest = c + 1;
    }
    return new OperatingPoint(
        model.rate(quality),
        accept,
        reject,
        average,
        q95,
        outgoing,
        model.lotSize() > 0
            ? Outcome.of(accepted + reject * model.lotSize())
            : Outcome.undefined(Undefined.NOT_APPLICABLE));
  }

  // Error rate that stays in lots accepted at this stage, times their probability.
  private static double leftOver(
      ErrorModel model,
      double quality,
      long done,
      long found,
      long c,
      DiscreteDistribution errors,
      double begins,
      double stops) {
    if (model.kind() != ErrorModel.Kind.HYPERGEOMETRIC) {
      double share = model.lotSize() > 0 ? 1 - (double) done / model.lotSize() : 1;
      return quality * stops * share;
    }
    double left = 0;
    for (long x = errors.minimum(); x <= Math.min(c - found, errors.maximum()); x++) {
      left += errors.mass((double) x) * (quality - found - x);
    }
    return begins * left / model.lotSize();
  }

  /**
   * How a plan behaves at one quality.
   *
   * @param rate error rate
   * @param accept probability that the lot is accepted
   * @param reject probability that it is rejected
   * @param averageSampleNumber expected number of checks
   * @param q95 number of checks that suffices with probability 0.95
   * @param averageOutgoing expected error rate after accepted lots pass as they are and rejected
   *     ones are checked and put right throughout
   * @param averageTotalInspection expected number of checks including those of rejected lots;
   *     NOT_APPLICABLE when the lot has no end
   */
  public record OperatingPoint(
      double rate,
      double accept,
      double reject,
      double averageSampleNumber,
      long q95,
      double averageOutgoing,
      Outcome averageTotalInspection) {}

  /** The worst average outgoing quality of a plan that has rejected lots checked throughout. */
  public static final class OutgoingQuality {
    private static final int GRID = 400;
    private static final long STEPS = 1L << 30;

    private OutgoingQuality() {}

    /**
     * The average outgoing quality limit.
     *
     * @param rate incoming rate at which the most goes out
     * @param limit average rate that goes out there
     */
    public record Limit(double rate, double limit) {}

    /**
     * The largest average outgoing rate over all incoming rates.
     *
     * <p>The best of {@value #GRID} rates, then halving between its neighbours, to 9 digits of the
     * rate; not rounded (R's jaspAcceptanceSampling rounds to 3 decimals before it takes the
     * largest).
     *
     * @param plan sizes and numbers
     * @param model how errors are distributed
     * @return where and how large
     */
    public static Limit limit(StagedPlan plan, ErrorModel model) {
      return limit(
          model.lotSize(),
          model.kind() == ErrorModel.Kind.HYPERGEOMETRIC,
          quality -> OperatingCharacteristic.atQuality(plan, model, quality));
    }

    /**
     * The same for a sequential plan. <b>Cost.</b> Some {@value #GRID} runs over its boundary.
     *
     * @param plan its lot and boundary
     * @return where and how large
     */
    public static Limit limit(SequentialPlan plan) {
      Lot lot = plan.promise().lot();
      return limit(
          lot.size(),
          lot.finite(),
          quality -> BoundaryRun.of(plan.boundary(), lot, quality).point(lot, quality));
    }

    private static Limit limit(long size, boolean whole, DoubleFunction<OperatingPoint> at) {
      long last = whole ? size : STEPS;
      double unit = whole ? 1 : 1.0 / STEPS;
      LongToDoubleFunction outgoing = k -> at.apply(k * unit).averageOutgoing();
      long best = 0;
      double most = 0;
      for (long g = 1; g <= GRID; g++) {
        double square = (double) g / GRID; // finer near 0, where good plans have their peak
        long k = Math.round(square * square * last);
        double out = outgoing.applyAsDouble(k);
        best = out > most ? k : best;
        most = Math.max(out, most);
      }
      double root = Math.sqrt((double) best / last);
      long from = Math.round(Math.pow(Math.max(0, root - 1.0 / GRID), 2) * last);
      long to = Math.round(Math.pow(Math.min(1, root + 1.0 / GRID), 2) * last);
      long peak =
          IntegerSearch.first(
              from, to - 1, best, k -> outgoing.applyAsDouble(k) >= outgoing.applyAsDouble(k + 1));
      OperatingPoint worst = at.apply(peak * unit);
      return new Limit(worst.rate(), worst.averageOutgoing());
    }
  }
}
