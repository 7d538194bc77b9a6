package org.assay.plan;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

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

  /**
   * Size of the smallest single plan that keeps both promises; the whole lot when there is none.
   */
  static int smallestSize(Promise promise) {
    Lot lot = promise.lot();
    int most = (int) (lot.isFinite() ? Math.min(lot.size(), 1 << 28) : 1 << 28);
    for (int c = 0; c < most; c++) {
      int low = c;
      int high = most;
      while (high - low > 1) {
        int n = (low + high) >>> 1;
        if (atMost(lot, promise.unacceptable(), n, c) <= promise.consumerRisk()) {
          high = n;
        } else {
          low = n;
        }
      }
      if (high == most
          || 1 - atMost(lot, promise.acceptable(), high, c) <= promise.producerRisk()) {
        return high;
      }
    }
    return most;
  }

  private static double atMost(Lot lot, double quality, int n, int c) {
    return lot.isFinite()
        ? HypergeometricDistribution.of((int) lot.size(), (int) quality, n).cumulativeProbability(c)
        : BinomialDistribution.of(n, quality).cumulativeProbability(c);
  }
}
