package org.assay.drift;

import java.util.Arrays;

/**
 * Exact average run lengths of one-sided Bernoulli CUSUM charts on the integer lattice, from zero.
 *
 * <p>The chart is a Markov chain on 0 .. limit - 1. Both directions move by single steps one way,
 * so the chain is solved state by state, without a matrix and without cancellation that matters, in
 * O(limit) time for all limits up to the one wanted; O(step) memory for an increase, O(limit) for a
 * decrease.
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
   *
   * <p>After an error the chart stands at d - jump and has to come down through all states from
   * there to d. These are the end of one block of jump states and the beginning of the next: the
   * passages from each state of a block to its end are summed up once the block is full, and those
   * of the block begun are summed up as it grows.
   */
  private static final class Increase implements Growing {
    private final double p;
    private final int jump;
    private final double[] signal; // chance of a signal before coming down by one
    private final double[] time; // mean checks until either
    // The way down to the end of the block before, from each of its states: mean checks until it
    // ends, there or with a signal; chance of a signal; chance of none, both may be tiny.
    private final double[] endTime;
    private final double[] endSignal;
    private final double[] endAlive;
    // The way down through the states of this block so far.
    private double begunTime;
    private double begunSignal;
    private double begunAlive = 1;
    private int at; // states of this block so far

    Increase(double rate, int step) {
      this.p = rate;
      this.jump = step - 1;
      this.signal = new double[jump];
      this.time = new double[jump];
      this.endTime = new double[jump];
      this.endSignal = new double[jump];
      this.endAlive = new double[jump];
      Arrays.fill(endSignal, 1); // an error in the first block is at or above the limit
    }

    @Override
    public double next() {
      if (at == jump) {
        finishBlock();
      }
      double alive = endAlive[at];
      double backTime = endTime[at] + alive * begunTime;
      double backSignal = endSignal[at] + alive * begunSignal;
      double once = 1 + p * backTime; // mean checks until back here, a step down, or a signal
      double leave = 1 - p * (alive * begunAlive);
      signal[at] = p * backSignal / leave;
      time[at] = once / leave;
      begunTime += begunAlive * time[at];
      begunSignal += begunAlive * signal[at];
      begunAlive *= 1 - signal[at];
      at++;
      return once / (p * backSignal); // here is 0, where a check without error stays
    }

    private void finishBlock() {
      double restTime = 0;
      double restSignal = 0;
      double restAlive = 1;
      for (int i = jump - 1; i >= 0; i--) {
        double alive = 1 - signal[i];
        restTime = time[i] + alive * restTime;
        restSignal = signal[i] + alive * restSignal;
        restAlive *= alive;
        endTime[i] = restTime;
        endSignal[i] = restSignal;
        endAlive[i] = restAlive;
      }
      begunTime = 0;
      begunSignal = 0;
      begunAlive = 1;
      at = 0;
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
