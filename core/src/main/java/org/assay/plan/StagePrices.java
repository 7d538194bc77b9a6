package org.assay.plan;

import java.util.Arrays;

/**
 * The numbers that minimise expected checks plus a price for each wrong decision, for given sizes.
 *
 * <pre>{@code
 * V(i, d) = min { priceReject good(i, d), priceAccept bad(i, d),
 *                 next(i, d) + sum over e of back(i, e, d) V(i + 1, e) }
 * bound   = first + sum over d of V(1, d)
 *           - priceReject producerRisk - priceAccept consumerRisk
 * }</pre>
 *
 * <p>No plan of these sizes that keeps both promises has fewer expected checks than the bound,
 * whatever the prices.
 */
final class StagePrices {
  final StageSchedule schedule;
  final double priceReject;
  final double priceAccept;
  final double bound;
  final double[][] value; // V
  final double[][] going; // the last of the three; infinite after the last stage
  final int[] accept; // numbers by stage
  final int[] reject;

  StagePrices(StageSchedule schedule, Promise promise, double priceReject, double priceAccept) {
    this.schedule = schedule;
    this.priceReject = priceReject;
    this.priceAccept = priceAccept;
    int last = schedule.stages - 1;
    value = new double[last + 1][schedule.width];
    going = new double[last + 1][schedule.width];
    accept = new int[last + 1];
    reject = new int[last + 1];
    Arrays.fill(going[last], Double.POSITIVE_INFINITY);
    for (int i = last; i >= 0; i--) {
      if (i < last) {
        System.arraycopy(schedule.next[i], 0, going[i], 0, schedule.width);
        schedule.backward(i, value[i + 1], going[i]);
      }
      decide(i);
    }
    bound =
        schedule.first
            + Arrays.stream(value[0]).sum()
            - priceReject * promise.producerRisk()
            - priceAccept * promise.consumerRisk();
  }

  private void decide(int i) {
    accept[i] = -1;
    reject[i] = 0;
    for (int d = 0; d < schedule.width; d++) {
      double accepting = ifAccepted(i, d);
      double rejecting = ifRejected(i, d);
      value[i][d] = Math.min(going[i][d], Math.min(accepting, rejecting));
      if (accept[i] == d - 1 && accepting == value[i][d]) {
        accept[i] = d;
      }
      if (rejecting > value[i][d]) {
        reject[i] = d + 1;
      }
    }
    boolean last = i == schedule.stages - 1;
    reject[i] = last ? accept[i] + 1 : Math.max(reject[i], accept[i] + 1);
  }

  double ifAccepted(int stage, int errors) {
    return priceAccept * schedule.bad[stage][errors];
  }

  double ifRejected(int stage, int errors) {
    return priceReject * schedule.good[stage][errors];
  }
}
