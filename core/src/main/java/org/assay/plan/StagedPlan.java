package org.assay.plan;

import java.util.List;
import org.assay.internal.Check;

/**
 * An inspection plan of one or more stages: check so many items, then accept, reject or go on.
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
}
