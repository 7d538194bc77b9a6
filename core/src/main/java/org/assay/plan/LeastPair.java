package org.assay.plan;

import java.util.Optional;
import org.assay.internal.Risk;

/**
 * The least pair of thresholds that keeps both promised risks.
 *
 * <p>Raising the reject threshold lowers the producer's risk and raises the consumer's; raising the
 * accept threshold does the opposite. The pairs that keep both promises are therefore closed under
 * the smaller of each coordinate, there is one least pair, and raising one threshold after the
 * other from below, each only as far as it must, ends there. Every other pair of the same family
 * that keeps the promises goes on at least as long on every sequence of verdicts, so the least pair
 * has the smallest expected number of checks at every quality at once.
 */
final class LeastPair {
  private static final double[] TOLERANCES = {1e-1, 1e-2, 1e-3, 1e-4, 1e-5};

  /** A plan by its two thresholds. */
  interface Family {
    Boundary at(double rejectThreshold, double acceptThreshold);
  }

  private final Promise promise;
  private final Family family;
  private final double least;
  private final double most;
  private double a;
  private double b;

  private LeastPair(Promise promise, Family family, double least, double most) {
    this.promise = promise;
    this.family = family;
    this.least = least;
    this.most = most;
  }

  /**
   * Searches.
   *
   * @param promise risks to keep
   * @param family plans by thresholds
   * @param least threshold to start from
   * @param most largest threshold worth trying
   * @return the plan; empty when none up to {@code most} keeps both promises
   */
  static Optional<Boundary> search(Promise promise, Family family, double least, double most) {
    return new LeastPair(promise, family, least, most).run();
  }

  /**
   * Lowers both thresholds in turn from a pair that keeps the promises, each as far as it can.
   *
   * <p>For families whose risks jump when the thresholds pass each other far below, where raising
   * would be caught.
   *
   * @param promise risks to keep
   * @param family plans by thresholds
   * @param most largest threshold worth trying
   * @return the plan; empty when equal thresholds up to {@code most} never keep both promises
   */
  static Optional<Boundary> descend(Promise promise, Family family, double most) {
    return new LeastPair(promise, family, 0, most).down();
  }

  private Optional<Boundary> down() {
    double start = lowered(0, most, x -> keeps(family.at(x, x)));
    if (!keeps(family.at(start, start))) {
      return Optional.empty();
    }
    a = start;
    b = start;
    double before;
    do {
      before = a + b;
      a = lowered(0, a, x -> keeps(family.at(x, b)));
      b = lowered(0, b, x -> keeps(family.at(a, x)));
    } while (a + b < before - TOLERANCES[2]);
    return Optional.of(family.at(a, b));
  }

  private static double lowered(double from, double to, Test passes) {
    double low = from;
    double high = to;
    while (high - low > TOLERANCES[3]) {
      double x = (low + high) / 2;
      if (passes.at(x)) {
        high = x;
      } else {
        low = x;
      }
    }
    return high;
  }

  private boolean keeps(Boundary plan) {
    return !rejectsTooOften(plan) && !acceptsTooOften(plan);
  }

  private Optional<Boundary> run() {
    a = least;
    b = least;
    for (double tolerance : TOLERANCES) {
      boolean moved = true;
      while (moved) {
        double a0 = a;
        double b0 = b;
        a = raised(a, tolerance, x -> rejectsTooOften(family.at(x, b)));
        b = raised(b, tolerance, x -> acceptsTooOften(family.at(a, x)));
        if (a > most || b > most) {
          return Optional.empty();
        }
        moved = a - a0 > tolerance || b - b0 > tolerance;
      }
    }
    double step = TOLERANCES[TOLERANCES.length - 1];
    for (; a <= most && b <= most; step *= 1.5) { // from just below the least pair to just above
      Boundary plan = family.at(a, b);
      boolean reject = rejectsTooOften(plan);
      boolean accept = acceptsTooOften(plan);
      if (!reject && !accept) {
        return Optional.of(plan);
      }
      a += reject ? step : 0;
      b += accept ? step : 0;
    }
    return Optional.empty();
  }

  private interface Test {
    boolean at(double threshold);
  }

  /** The largest threshold seen that still fails, within a tolerance; the start if it does not. */
  private double raised(double from, double tolerance, Test fails) {
    if (!fails.at(from)) {
      return from;
    }
    double low = from;
    double width = tolerance;
    while (fails.at(low + width)) {
      low += width;
      width *= 2;
      if (low > most) {
        return low;
      }
    }
    while (width > tolerance) {
      width /= 2;
      if (fails.at(low + width)) {
        low += width;
      }
    }
    return low;
  }

  private boolean rejectsTooOften(Boundary plan) {
    return !Risk.isAtMost(
        BoundaryRun.of(plan, promise.lot(), promise.acceptable()).reject(), promise.producerRisk());
  }

  private boolean acceptsTooOften(Boundary plan) {
    return !Risk.isAtMost(
        BoundaryRun.of(plan, promise.lot(), promise.unacceptable()).accept(),
        promise.consumerRisk());
  }
}
