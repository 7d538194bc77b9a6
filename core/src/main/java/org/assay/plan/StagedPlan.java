package org.assay.plan;

import java.util.List;
import org.assay.internal.Check;
import org.assay.internal.DiscreteDistribution;
import org.assay.plan.OperatingCharacteristic.OperatingPoint;

/**
 * An inspection plan of one or more stages: check a number of items, then accept, reject or go on.
 *
 * <p>Accept when the errors so far are at most the stage's acceptance number, reject when they are
 * at least its rejection number; both count from the start. The last stage always decides.
 *
 * @param sampleSizes items checked in each stage, each at least 1
 * @param acceptanceNumbers of each stage; -1 when the stage cannot accept
 * @param rejectionNumbers of each stage, each above the acceptance number; in the last stage by 1
 */
public record StagedPlan(
    List<Long> sampleSizes, List<Long> acceptanceNumbers, List<Long> rejectionNumbers) {
  public StagedPlan {
    int stages = (int) Check.atLeast("number of sampleSizes", 1L, sampleSizes.size());
    sameLength("acceptanceNumbers", acceptanceNumbers, stages);
    sameLength("rejectionNumbers", rejectionNumbers, stages);
    sampleSizes = List.copyOf(sampleSizes);
    acceptanceNumbers = List.copyOf(acceptanceNumbers);
    rejectionNumbers = List.copyOf(rejectionNumbers);
    for (int i = 0; i < stages; i++) {
      Check.atLeast("sampleSizes[" + i + "]", 1L, sampleSizes.get(i));
      Check.atLeast("acceptanceNumbers[" + i + "]", -1L, acceptanceNumbers.get(i));
      Check.atLeast(
          "rejectionNumbers[" + i + "]", acceptanceNumbers.get(i) + 1, rejectionNumbers.get(i));
    }
    long last = acceptanceNumbers.get(stages - 1);
    if (rejectionNumbers.get(stages - 1) != last + 1) {
      throw new IllegalArgumentException(
          "the last of rejectionNumbers must be one more than the last acceptance number ("
              + last
              + "), got "
              + rejectionNumbers.get(stages - 1));
    }
  }

  private static void sameLength(String name, List<Long> numbers, int stages) {
    if (numbers.size() != stages) {
      throw new IllegalArgumentException(
          name + " must have one number a stage (" + stages + "), got " + numbers.size());
    }
  }

  /**
   * A plan of one stage.
   *
   * @param sampleSize n
   * @param acceptanceNumber c: accept at c errors or fewer
   * @return the plan
   */
  public static StagedPlan single(long sampleSize, long acceptanceNumber) {
    return new StagedPlan(
        List.of(sampleSize), List.of(acceptanceNumber), List.of(acceptanceNumber + 1));
  }

  /**
   * A plan of two stages.
   *
   * @param n1 items of the first stage
   * @param c1 its acceptance number
   * @param r1 its rejection number
   * @param n2 items of the second stage
   * @param c2 acceptance number for both stages together
   * @return the plan
   */
  public static StagedPlan doubled(long n1, long c1, long r1, long n2, long c2) {
    return new StagedPlan(List.of(n1, n2), List.of(c1, c2), List.of(r1, c2 + 1));
  }

  /**
   * Number of stages.
   *
   * @return at least 1
   */
  public int stages() {
    return sampleSizes.size();
  }

  /**
   * Items checked when every stage is needed.
   *
   * @return sum of the sample sizes
   */
  public long maximum() {
    return sampleSizes.stream().mapToLong(Long::longValue).sum();
  }

  /** Items checked up to each stage. */
  long[] cumulativeSizes() {
    long[] sum = sampleSizes.stream().mapToLong(Long::longValue).toArray();
    for (int i = 1; i < sum.length; i++) {
      sum[i] += sum[i - 1];
    }
    return sum;
  }

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
   * <p>Outgoing quality and total inspection are those of the plan without curtailment: accepted
   * lots are finished. Cost: n tail probabilities. Agrees with R package Dodge, {@code
   * CurtBinomial}.
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
     * The acceptance and rejection numbers of a plan of stages that is stopped as soon as the
     * outcome of a stage is certain; decisions and risks are those of the plan.
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
}
