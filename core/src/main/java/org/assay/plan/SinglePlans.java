package org.assay.plan;

/** Single plans, as far as the sequential designs need them. */
final class SinglePlans {
  private SinglePlans() {}

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
