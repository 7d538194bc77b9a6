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
    private final Passage[] toEnd; // of the block before, from each of its states
    private Passage begun = Passage.NONE; // through the states of this block so far
    private int at; // states of this block so far

    Increase(double rate, int step) {
      this.p = rate;
      this.jump = step - 1;
      this.signal = new double[jump];
      this.time = new double[jump];
      this.toEnd = new Passage[jump];
      Arrays.fill(toEnd, Passage.SIGNAL); // an error in the first block is at or above the limit
    }

    @Override
    public double next() {
      if (at == jump) {
        finishBlock();
      }
      Passage back = toEnd[at].then(begun);
      double once = 1 + p * back.time; // mean checks until back here, a step down, or a signal
      double leave = 1 - p * back.alive;
      signal[at] = p * back.signal / leave;
      time[at] = once / leave;
      begun = begun.then(new Passage(time[at], signal[at], 1 - signal[at]));
      at++;
      return once / (p * back.signal); // here is 0, where a check without error stays
    }

    private void finishBlock() {
      Passage passage = Passage.NONE;
      for (int i = jump - 1; i >= 0; i--) {
        passage = new Passage(time[i], signal[i], 1 - signal[i]).then(passage);
        toEnd[i] = passage;
      }
      begun = Passage.NONE;
      at = 0;
    }
  }

  /**
   * The way down through some states.
   *
   * @param time mean number of checks until it ends, at the bottom or with a signal
   * @param signal chance of a signal on it
   * @param alive chance of none; kept beside the other, both may be tiny
   */
  private record Passage(double time, double signal, double alive) {
    static final Passage NONE = new Passage(0, 0, 1);
    static final Passage SIGNAL = new Passage(0, 1, 0);

    Passage then(Passage next) {
      return new Passage(
          time + alive * next.time, signal + alive * next.signal, alive * next.alive);
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
