package org.assay.plan;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.assay.internal.Risk;
import org.assay.plan.SequentialDesigns.Looks;

/**
 * Plans from two e-processes: accept when the evidence against the unacceptable quality reaches 1 /
 * consumer's risk, reject when that against the acceptable quality reaches 1 / producer's risk.
 *
 * <p>The promise holds whoever decides when to look, pause, stop or go on, and why. The price is a
 * few checks on average; the exact risks are below the promise.
 */
public final class AlwaysValid {
  private static final int SHORTEST_END = 5_000;
  private static final int SINGLE_PLANS = 20;

  private AlwaysValid() {}

  /**
   * The boundary of an e-process.
   *
   * @param promise risks to keep
   * @param evidence made for the same promise
   * @param looks when it is looked at; any other schedule keeps the promise too
   * @return the plan; in a long lot or a stream its boundary ends after 5,000 checks or twenty
   *     times the single plan's size, where {@link EProcess} goes on
   */
  public static SequentialPlan plan(Promise promise, EProcess evidence, Looks looks) {
    boolean[] look = looks.upTo(end(promise));
    int maximum = look.length - 1;
    int[] accept = new int[maximum + 1];
    int[] reject = new int[maximum + 1];
    int next = 1;
    for (int d = 0; next <= maximum; d++) {
      int errors = d;
      int first =
          first(
              Math.max(next, d),
              maximum,
              n -> Risk.isReached(evidence.logCertify(n, errors), promise.consumerRisk()));
      Arrays.fill(accept, next, first, d - 1);
      next = first;
    }
    next = 1;
    for (int d = 0; next <= maximum; d++) {
      int errors = d;
      int first =
          first(
              Math.max(next, d),
              maximum,
              n -> !Risk.isReached(evidence.logFail(n, errors), promise.producerRisk()));
      Arrays.fill(reject, next, first, d);
      next = first;
    }
    for (int n = 1; n <= maximum; n++) {
      accept[n] = look[n] ? accept[n] : Boundary.NEVER;
      reject[n] = look[n] ? Math.max(reject[n], accept[n] + 1) : n + 1;
    }
    return SequentialPlan.given(promise, new Boundary(accept, reject));
  }

  private static int end(Promise promise) {
    long most = Math.max(SHORTEST_END, SINGLE_PLANS * (long) SinglePlans.smallestSize(promise));
    return (int) (promise.lot().finite() ? Math.min(promise.lot().size(), most) : most);
  }

  /** The first n from here on that has a property which, once it holds, holds on. */
  private static int first(int from, int maximum, IntPredicate property) {
    int low = from - 1;
    int step = 1;
    while (low + step <= maximum && !property.test(low + step)) {
      low += step;
      step *= 2;
    }
    int high = Math.min(low + step, maximum + 1);
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (property.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
