package org.assay.drift;

import java.util.Arrays;

/**
 * Exact average run lengths of one-sided Bernoulli CUSUM charts on the integer lattice, from zero.
 *
 * <p>The chart is a Markov chain on 0 .. limit - 1. Both directions move by single steps one way,
 * so the chain is solved state by state, without a matrix and without cancellation that matters, in
 * O(limit x step) time and O(limit) memory for all limits up to the one wanted.
 */
final class RunLength {
  private RunLength() {}

  /** A chart whose average run length is asked for one limit after the other: 1, 2, 3 ... */
  interface Growing {
    /** Average number of checks until the chart with the next larger limit signals. */
    double next();
  }

  /** Errors add step - 1, other checks take 1 away, not below 0. */
  static Growing increase(double rate, int step) {
    return new Increase(rate, step);
  }

  /** Other checks add 1, errors take step - 1 away, not below 0. */
  static Growing decrease(double rate, int step) {
    return new Decrease(rate, step);
  }

  /**
   * States are counted by their distance d from the limit, so that they stay when the limit grows:
   * d = 0 is one below it. From each, the chart comes down to the next state or signals first.
   */
  private static final class Increase implements Growing {
    private final double p;
    private final int jump;
    private final Values signals = new Values(); // chance of a signal before coming down by one
    private final Values steps = new Values(); // mean checks until either

    Increase(double rate, int step) {
      this.p = rate;
      this.jump = step - 1;
    }

    @Override
    public double next() {
      int d = signals.size();
      // After an error the chart stands at d - jump and has to come down through the states
      // between.
      double signal = d < jump ? 1 : 0;
      double time = 0;
      double alive = 1 - signal;
      for (int i = d - jump; signal < 1 && i < d; i++) {
        time += alive * steps.at(i);
        signal += alive * signals.at(i);
        alive *= 1 - signals.at(i);
      }
      double once = 1 + p * time; // mean checks until back here, a step down, or a signal
      double leave = 1 - p * alive;
      signals.add(p * signal / leave);
      steps.add(once / leave);
      return once / (p * signal); // here is 0, where a check without error stays
    }
  }

  private static final class Decrease implements Growing {
    private final double p;
    private final int drop;
    private final Values totals = new Values(); // mean checks from 0 to each state

    Decrease(double rate, int step) {
      this.p = rate;
      this.drop = step - 1;
      totals.add(0);
    }

    @Override
    public double next() {
      int s = totals.size() - 1;
      double lost =
          totals.at(s) - totals.at(Math.max(0, s - drop)); // to climb again after an error
      totals.add(totals.at(s) + (1 + p * lost) / (1 - p));
      return totals.at(s + 1);
    }
  }

  private static final class Values {
    private double[] values = new double[64];
    private int size;

    int size() {
      return size;
    }

    double at(int i) {
      return values[i];
    }

    void add(double x) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = x;
    }
  }
}
