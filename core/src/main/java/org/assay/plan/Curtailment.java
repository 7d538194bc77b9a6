package org.assay.plan;

import org.assay.internal.Check;
import org.assay.internal.DiscreteDistribution;

/**
 * Stopping a single plan as soon as its decision is certain.
 *
 * <p>The decision is the same as without, and so are the risks; only the work shrinks:
 *
 * <pre>{@code
 * ASN = sum over k < n of P(still open after k checks)
 * open after k:  X_k <= c                        semi-curtailed
 *                k - n + c < X_k <= c            fully curtailed
 * }</pre>
 *
 * <p>Outgoing quality and total inspection are those of the plan without curtailment: accepted lots
 * are finished. Cost: n tail probabilities. Agrees with R package Dodge, {@code CurtBinomial}.
 */
public enum Curtailment {
  /** Stops at the rejection number. */
  SEMI,
  /** Also stops when the items left can no longer lead to rejection. */
  FULL;

  /**
   * Behaviour of a curtailed single plan.
   *
   * @param plan of one stage
   * @param model how errors are distributed; not POISSON, where an item has no largest number of
   *     errors, for FULL
   * @param rate error rate in [0, 1]; in a lot the nearest whole number of defective items
   * @return as of the plan itself, with the average and the quantile of the number of checks
   * @throws IllegalArgumentException if the plan has more than one stage
   */
  public OperatingPoint at(StagedPlan plan, ErrorModel model, double rate) {
    Check.range("stages of a curtailed plan", 1, 1, plan.stages());
    if (this == FULL && model.kind() == ErrorModel.Kind.POISSON) {
      throw new IllegalArgumentException("distribution must not be poisson for full curtailment");
    }
    OperatingPoint whole = OperatingCharacteristic.at(plan, model, rate);
    double quality = model.quality(rate);
    long n = plan.maximum();
    long c = plan.acceptanceNumbers().get(0);
    double average = 0;
    long q95 = n;
    for (long k = 0; k < n; k++) {
      double open = open(model.errors(k, quality), k, n, c);
      average += open;
      q95 = open <= 0.05 ? Math.min(q95, k) : q95;
    }
    return new OperatingPoint(
        whole.rate(),
        whole.accept(),
        whole.reject(),
        average,
        q95,
        whole.averageOutgoing(),
        whole.averageTotalInspection());
  }

  /**
   * The acceptance and rejection numbers of a plan of stages that is stopped as soon as the outcome
   * of a stage is certain; decisions and risks are those of the plan.
   *
   * @param plan of one or more stages
   * @return the boundary
   */
  public Boundary boundary(StagedPlan plan) {
    return Boundary.stages(plan, true, this == FULL);
  }

  private double open(DiscreteDistribution errors, long k, long n, long c) {
    double open = errors.tails(c).lower();
    return this == FULL ? open - errors.tails(k - n + c).lower() : open;
  }
}
