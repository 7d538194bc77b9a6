package org.assay.plan;

import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * The quality between the two promised ones whose plan has the smallest largest expected number of
 * checks, by golden-section search.
 */
final class Middle {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int PROBES = 12;

  private final Promise promise;
  private final DoubleFunction<Boundary> plan;
  private Boundary best;
  private double smallest = Double.POSITIVE_INFINITY;

  Middle(Promise promise, DoubleFunction<Boundary> plan) {
    this.promise = promise;
    this.plan = plan;
  }

  /** The best plan; empty when there is no whole number of items in between. */
  Optional<Boundary> best() {
    double low = promise.acceptable();
    double high = promise.unacceptable();
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = largest(left);
    double atRight = largest(right);
    for (int i = 0; i < PROBES; i++) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = largest(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = largest(right);
      }
    }
    return Optional.ofNullable(best);
  }

  private double largest(double quality) {
    double q = promise.lot().finite() ? Math.rint(quality) : quality;
    if (q <= promise.acceptable() || q >= promise.unacceptable()) {
      return Double.POSITIVE_INFINITY;
    }
    Boundary candidate = plan.apply(q);
    double value = largestChecks(candidate, promise);
    if (value < smallest) {
      smallest = value;
      best = candidate;
    }
    return value;
  }

  /** Largest expected number of checks over the qualities between the promised ones. */
  static double largestChecks(Boundary boundary, Promise promise) {
    int steps = 24;
    double largest = 0;
    for (int i = 0; i <= steps; i++) {
      double q = promise.acceptable() + (promise.unacceptable() - promise.acceptable()) * i / steps;
      largest =
          Math.max(
              largest,
              BoundaryRun.of(boundary, promise.lot(), promise.lot().finite() ? Math.rint(q) : q)
                  .averageSampleNumber());
    }
    return largest;
  }
}
