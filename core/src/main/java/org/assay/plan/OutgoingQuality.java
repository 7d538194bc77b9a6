package org.assay.plan;

import org.assay.internal.IntegerSearch;

/** The worst average outgoing quality of a plan that has rejected lots checked throughout. */
public final class OutgoingQuality {
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
    boolean lot = model.kind() == ErrorModel.Kind.HYPERGEOMETRIC;
    long last = lot ? model.lotSize() : STEPS;
    double unit = lot ? 1 : 1.0 / STEPS;
    long best = 0;
    for (long g = 1; g <= GRID; g++) {
      double square = (double) g / GRID; // finer near 0, where good plans have their peak
      long k = Math.round(square * square * last);
      best = outgoing(plan, model, k * unit) > outgoing(plan, model, best * unit) ? k : best;
    }
    double root = Math.sqrt((double) best / last);
    long from = Math.round(Math.pow(Math.max(0, root - 1.0 / GRID), 2) * last);
    long to = Math.round(Math.pow(Math.min(1, root + 1.0 / GRID), 2) * last);
    long peak =
        IntegerSearch.first(
            from,
            to - 1,
            best,
            k -> outgoing(plan, model, k * unit) >= outgoing(plan, model, (k + 1) * unit));
    return new Limit(model.rate(peak * unit), outgoing(plan, model, peak * unit));
  }

  private static double outgoing(StagedPlan plan, ErrorModel model, double quality) {
    return OperatingCharacteristic.atQuality(plan, model, quality).averageOutgoing();
  }
}
