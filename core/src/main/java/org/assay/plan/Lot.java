package org.assay.plan;

import org.assay.internal.Check;

/**
 * What checks are drawn from: a lot of items, without replacement, or an unlimited stream.
 *
 * <p>The <em>quality</em> of a lot is the number of defective items in it; the quality of a stream
 * is its error rate. Both are held as a double; in a lot it is a whole number.
 *
 * @param size items in the lot, at least 1; 0 is an unlimited stream
 */
public record Lot(long size) {
  /** A stream without an end: checks are independent. */
  public static final Lot UNLIMITED = new Lot(0);

  private static final long LARGEST = 1L << 52; // counts stay exact as doubles

  public Lot {
    Check.range("lotSize", 0, LARGEST, size);
  }

  /**
   * A lot.
   *
   * @param size number of items, at least 1
   * @return the lot
   */
  public static Lot of(long size) {
    return new Lot(Check.range("lotSize", 1, LARGEST, size));
  }

  /**
   * Whether there is an end.
   *
   * @return true for a lot, false for a stream
   */
  public boolean finite() {
    return size > 0;
  }

  /**
   * The quality that a rate stands for: the nearest number of defective items in a lot, the rate
   * itself in a stream.
   *
   * @param rate in [0, 1]
   * @return quality
   */
  public double quality(double rate) {
    Check.closedUnit("rate", rate);
    return finite() ? Math.rint(rate * size) : rate;
  }

  /**
   * The rate of a quality.
   *
   * @param quality as of {@link #quality}
   * @return in [0, 1]
   */
  public double rate(double quality) {
    return finite() ? quality / size : quality;
  }

  /** The quality at which everything is defective. */
  double worst() {
    return finite() ? (double) size : 1;
  }

  /**
   * The chance that the next check finds an error.
   *
   * @param quality as of {@link #quality}
   * @param checked checks so far
   * @param errors errors among them
   * @return in [0, 1]; in a lot (D - errors) / (N - checked)
   */
  double nextError(double quality, int checked, int errors) {
    return finite() ? Math.min(1, Math.max(0, (quality - errors) / (size - checked))) : quality;
  }

  /**
   * What a limiting rate means in a lot of that many items.
   *
   * <p>A lot holds a whole number of defective items, so a rate stands for the largest count that
   * still keeps it, and a plan rules out the next one. In small lots the two readings differ by up
   * to 20 % of the work: with 100 items and 3 %, ruling out 4 takes 52 checks, ruling out 3 takes
   * 63.
   */
  public enum Reading {
    /** "At most p": a lot at exactly p is good. */
    AT_MOST,
    /** "Less than p": a lot at exactly p is bad. */
    LESS_THAN;

    /**
     * The largest number of defective items that keeps the rate.
     *
     * <p>Decided by comparing count / lotSize with the rate, both as doubles, so that 3 of 100 is
     * at most 0.03 although 0.03 * 100 is not 3.
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
}
