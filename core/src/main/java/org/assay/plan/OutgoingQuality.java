package org.assay.plan;

import java.util.function.DoubleFunction;
import java.util.function.LongToDoubleFunction;
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
