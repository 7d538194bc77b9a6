package org.assay.plan;

import org.assay.internal.Check;
import org.assay.internal.DiscreteDistribution;
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
}
