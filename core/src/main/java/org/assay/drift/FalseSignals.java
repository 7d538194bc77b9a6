package org.assay.drift;

import org.assay.internal.Risk;

/**
 * How many false signals a chart may give, when the rate at which nothing should signal is not
 * known exactly.
 *
 * <pre>{@code
 * sum over i of  weights[i] min(1, horizon / A(rates[i]))  <=  allowed      A: average run length
 * }</pre>
 */
final class FalseSignals {
  private final double[] rates;
  private final double[] weights;
  private final double horizon;
  private final double allowed;

  /**
   * A promise.
   *
   * @param rates that the rate may be, ascending, each in (0, 1)
   * @param weights of these
   * @param horizon number of checks
   * @param allowed above 0
   */
  FalseSignals(double[] rates, double[] weights, double horizon, double allowed) {
    this.rates = rates;
    this.weights = weights;
    this.horizon = horizon;
    this.allowed = allowed;
  }

  /** At most one false signal in that many checks, at a known rate. */
  static FalseSignals oneIn(double runLength, double rate) {
    return new FalseSignals(new double[] {rate}, new double[] {1}, 1, 1 / runLength);
  }

  double[] rates() {
    return rates;
  }

  double horizon() {
    return horizon;
  }

  /** Whether run lengths at all the rates keep it. */
  boolean allow(double[] runLengths) {
    double sum = 0;
    for (int i = 0; i < rates.length; i++) {
      sum += share(i, runLengths[i]);
    }
    return Risk.isAtMost(sum, allowed);
  }

  /** Whether one rate alone, with its run length, does not break it. */
  boolean allow(int i, double runLength) {
    return Risk.isAtMost(share(i, runLength), allowed);
  }

  /** Run length that one rate needs when the others are perfect; 0 when it needs none. */
  double needed(int i) {
    return Risk.isAtMost(weights[i], allowed) ? 0 : weights[i] * horizon / allowed;
  }

  private double share(int i, double runLength) {
    return weights[i] * Math.min(1, horizon / runLength);
  }

  /**
   * The rate that breaks it first in a chart for an increase (the largest that matters) or a
   * decrease (the smallest).
   */
  int hardest(boolean increase) {
    int step = increase ? -1 : 1;
    int i = increase ? rates.length - 1 : 0;
    while (Risk.isAtMost(weights[i], allowed) && i + step >= 0 && i + step < rates.length) {
      i += step;
    }
    return i;
  }
}
