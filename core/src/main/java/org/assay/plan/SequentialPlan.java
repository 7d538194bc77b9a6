package org.assay.plan;

import java.util.Objects;
import org.assay.plan.OperatingCharacteristic.OperatingPoint;

/**
 * A plan that looks at the checks as they are made, with the promise it was made for.
 *
 * @param promise what it promises
 * @param boundary when it stops
 * @param producerRisk exact probability that a lot of acceptable quality is rejected
 * @param consumerRisk exact probability that a lot of unacceptable quality is accepted
 */
public record SequentialPlan(
    Promise promise, Boundary boundary, double producerRisk, double consumerRisk) {

  public SequentialPlan {
    Objects.requireNonNull(promise, "promise");
    Objects.requireNonNull(boundary, "boundary");
  }

  /**
   * How the plan behaves at a rate.
   *
   * @param rate in [0, 1]; in a lot the nearest whole number of items
   * @return exact probabilities
   */
  public BoundaryRun at(double rate) {
    return BoundaryRun.of(boundary, promise.lot(), promise.lot().quality(rate));
  }

  /**
   * A plan given by its numbers, with the risks it really has.
   *
   * @param promise the two qualities; its risks are not checked
   * @param boundary numbers
   * @return the plan
   */
  public static SequentialPlan given(Promise promise, Boundary boundary) {
    return new SequentialPlan(
        promise,
        boundary,
        BoundaryRun.of(boundary, promise.lot(), promise.acceptable()).reject(),
        BoundaryRun.of(boundary, promise.lot(), promise.unacceptable()).accept());
  }

  /**
   * The plan's operating characteristic at a rate.
   *
   * @param rate in [0, 1]; in a lot the nearest whole number of items
   * @return exact probabilities and expectations
   */
  public OperatingPoint point(double rate) {
    return at(rate).point(promise.lot(), promise.lot().quality(rate));
  }

  /**
   * Whether the plan may have to check every item of the lot.
   *
   * @return true when the lot is too small for the promise to be kept with less
   */
  public boolean mayInspectAll() {
    return promise.lot().finite() && boundary.maximum() >= promise.lot().size();
  }
}
