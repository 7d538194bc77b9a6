package org.assay.plan;

import java.util.Arrays;
import java.util.List;

/**
 * The plan that minimises expected cost plus a price for each wrong decision, by backward induction
 * over (checked, errors).
 *
 * <pre>{@code
 * V(n,d) = min { price1 L(D1), price0 L(D0), c sum w_k L(D_k) + V(n+1,d) + V(n+1,d+1) }
 * }</pre>
 *
 * where L(D) is the likelihood of the verdicts so far. Everything is held relative to the mixture
 * sum w_k L(D_k), so nothing underflows; those parts do not depend on the prices and are laid out
 * once. States in which rejecting is right at any price in use are not extended.
 */
final class BackwardInduction {
  /** Largest logarithm of a price that is searched for. */
  static final double LARGEST_LOG_PRICE = 14;

  private static final double BEYOND = Math.exp(-LARGEST_LOG_PRICE - 2);
  private static final double TRACE = 1e-9; // weight of the promised qualities in every mixture
  private static final int MOST_STATES = 30_000_000;

  private final boolean[] look;
  private final double errorCost;
  private final int[] row; // row[n] + d is the place of state (n, d); row n ends before row[n + 1]
  private double[] acceptable = new double[1024]; // L(D0) / mixture
  private double[] unacceptable = new double[1024]; // L(D1) / mixture
  private double[] error = new double[1024]; // chance that the next check finds an error

  /**
   * Lays the states out.
   *
   * @param promise the two qualities
   * @param weights qualities whose expected cost counts
   * @param errorCost cost of a check that finds an error; one that does not costs 1
   * @param look when a decision may be taken
   */
  BackwardInduction(
      Promise promise, List<OptimalPlans.Weight> weights, double errorCost, boolean[] look) {
    this.look = look;
    this.errorCost = errorCost;
    int maximum = look.length - 1;
    row = new int[maximum + 2];
    double total = weights.stream().mapToDouble(OptimalPlans.Weight::weight).sum();
    int qualities = weights.size() + 2;
    Likelihood[] likelihood = new Likelihood[qualities];
    double[] weight = new double[qualities];
    likelihood[0] = new Likelihood(promise.lot(), promise.acceptable());
    likelihood[1] = new Likelihood(promise.lot(), promise.unacceptable());
    weight[0] = TRACE;
    weight[1] = TRACE;
    for (int k = 2; k < qualities; k++) {
      likelihood[k] = new Likelihood(promise.lot(), weights.get(k - 2).quality());
      weight[k] = weights.get(k - 2).weight() / total;
    }
    double[] log = new double[qualities];
    int state = 0;
    for (int n = 0; n <= maximum; n++) {
      row[n] = state;
      for (int d = 0; d <= n; d++) {
        grow(state);
        lay(state, promise.lot(), n, d, likelihood, weight, log);
        state++;
        if (acceptable[state - 1] < BEYOND
            && (promise.lot().finite() && d > promise.acceptable()
                || unacceptable[state - 1] > acceptable[state - 1])) {
          break;
        }
      }
    }
    row[maximum + 1] = state;
  }

  private void grow(int state) {
    if (state == MOST_STATES) {
      throw new IllegalArgumentException(
          "maximum must leave at most " + MOST_STATES + " states, got " + (look.length - 1));
    }
    if (state == error.length) {
      acceptable = Arrays.copyOf(acceptable, 2 * state);
      unacceptable = Arrays.copyOf(unacceptable, 2 * state);
      error = Arrays.copyOf(error, 2 * state);
    }
  }

  private void lay(
      int state, Lot lot, int n, int d, Likelihood[] likelihood, double[] weight, double[] log) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < log.length; k++) {
      log[k] = likelihood[k].log(n - d, d);
      largest = Math.max(largest, log[k]);
    }
    if (largest == Double.NEGATIVE_INFINITY) { // no quality that matters leads here
      return;
    }
    double mixture = 0;
    double next = 0;
    for (int k = 0; k < log.length; k++) {
      double share = weight[k] * Math.exp(log[k] - largest);
      mixture += share;
      next += n == lot.size() ? 0 : share * lot.nextError(likelihood[k].quality, n, d);
    }
    acceptable[state] = Math.exp(log[0] - largest) / mixture;
    unacceptable[state] = Math.exp(log[1] - largest) / mixture;
    error[state] = next / mixture;
  }

  /** The best plan at the logarithms of the prices of a wrong rejection and a wrong acceptance. */
  Boundary at(double logRejectPrice, double logAcceptPrice) {
    double rejectPrice = Math.exp(logRejectPrice);
    double acceptPrice = Math.exp(logAcceptPrice);
    int maximum = look.length - 1;
    int[] accept = new int[maximum + 1];
    int[] reject = new int[maximum + 1];
    double[] next = new double[0];
    for (int n = maximum; n >= 0; n--) {
      int width = row[n + 1] - row[n];
      double[] value = new double[width];
      accept[n] = Boundary.NEVER;
      reject[n] = width;
      boolean below = true; // every smaller number of errors accepts
      for (int d = 0; d < width; d++) {
        int s = row[n] + d;
        double ifRejected = rejectPrice * acceptable[s];
        double ifAccepted = acceptPrice * unacceptable[s];
        double q = error[s];
        double stop = Math.min(ifRejected, ifAccepted);
        double go = Double.POSITIVE_INFINITY;
        if (d + 1 < next.length) {
          go = 1 + (errorCost - 1) * q + (1 - q) * next[d] + q * next[d + 1];
        }
        boolean stops = n == maximum || go == Double.POSITIVE_INFINITY || (look[n] && stop <= go);
        value[d] = stops ? stop : go;
        if (stops && below && ifAccepted <= ifRejected) {
          accept[n] = d;
        } else {
          below = false;
          reject[n] = stops && ifRejected < ifAccepted ? Math.min(reject[n], d) : width;
        }
      }
      if (!look[n]) {
        accept[n] = Boundary.NEVER;
        reject[n] = n + 1;
      }
      next = value;
    }
    reject[maximum] = accept[maximum] + 1;
    return new Boundary(accept, reject);
  }

  /** Logarithms of the likelihood of one quality, up to a factor that all qualities share. */
  private static final class Likelihood {
    private final Lot lot;
    private final double quality;
    private double[] right = {0};
    private double[] wrong = {0};

    Likelihood(Lot lot, double quality) {
      this.lot = lot;
      this.quality = quality;
    }

    double log(int rights, int wrongs) {
      right = upTo(right, rights, lot.finite() ? lot.size() - quality : 1 - quality);
      wrong = upTo(wrong, wrongs, quality);
      return right[rights] + wrong[wrongs];
    }

    private double[] upTo(double[] sums, int index, double first) {
      if (index < sums.length) {
        return sums;
      }
      double[] grown = Arrays.copyOf(sums, 2 * index + 2);
      for (int i = sums.length; i < grown.length; i++) {
        double factor = lot.finite() ? Math.max(0, first - (i - 1)) / lot.size() : first;
        grown[i] = grown[i - 1] + Math.log(factor);
      }
      return grown;
    }
  }
}
