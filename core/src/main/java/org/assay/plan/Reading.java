package org.assay.plan;

import org.assay.internal.Check;

/**
 * What a limiting rate means in a lot of that many items.
 *
 * <p>A lot holds a whole number of defective items, so a rate stands for the largest count that
 * still keeps it, and a plan rules out the next one. In small lots the two readings differ by up to
 * 20 % of the work: with 100 items and 3 %, ruling out 4 takes 52 checks, ruling out 3 takes 63.
 */
public enum Reading {
  /** "At most p": a lot at exactly p is good. */
  AT_MOST,
  /** "Less than p": a lot at exactly p is bad. */
  LESS_THAN;

  /**
   * The largest number of defective items that keeps the rate.
   *
   * <p>Decided by comparing count / lotSize with the rate, both as doubles, so that 3 of 100 is at
   * most 0.03 although 0.03 * 100 is not 3.
   *
   * @param rate in [0, 1]
   * @param lotSize at least 1
   * @return in [0, lotSize]; -1 when not even a lot without defective items keeps the rate (less
   *     than 0)
   */
  public long largest(double rate, long lotSize) {
    Check.closedUnit("rate", rate);
    Check.atLeast("lotSize", 1, lotSize);
    long count = Math.min(lotSize, (long) Math.ceil(rate * lotSize) + 1);
    while (count >= 0 && !keeps(count, lotSize, rate)) {
      count--;
    }
    return count;
  }

  private boolean keeps(long count, long lotSize, double rate) {
    double share = (double) count / lotSize;
    return this == AT_MOST ? share <= rate : share < rate;
  }
}
