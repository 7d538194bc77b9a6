package org.assay.plan;

import java.util.Arrays;

/** Single plans as boundaries, as far as the sequential designs need them. */
final class SinglePlans {
  private SinglePlans() {}

  /** n checks, then accept at c errors or fewer. */
  static Boundary boundary(int n, int acceptanceNumber) {
    int[] accept = new int[n + 1];
    int[] reject = new int[n + 1];
    Arrays.fill(accept, Boundary.NEVER);
    Arrays.setAll(reject, i -> i + 1);
    accept[n] = acceptanceNumber;
    reject[n] = acceptanceNumber + 1;
    return new Boundary(accept, reject);
  }

  /** Size of the smallest single plan that keeps both promises. */
  static int smallestSize(Promise promise) {
    return SingleSampling.smallest(promise)
        .map(plan -> Math.toIntExact(plan.maximum()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "acceptable and unacceptable are too close for any single plan"));
  }
}
