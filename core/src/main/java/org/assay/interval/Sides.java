package org.assay.interval;

import org.assay.internal.Risk;

/** On which sides an interval has a limit that can fail. */
public enum Sides {
  /** Both, with half of 1 - confidenceLevel on each. */
  TWO,
  /** A lower limit only, with all of 1 - confidenceLevel; the upper end is that of the range. */
  LOWER,
  /** An upper limit only, with all of 1 - confidenceLevel; the lower end is that of the range. */
  UPPER;

  /**
   * The probability left outside each limit that exists.
   *
   * @param confidenceLevel in (0, 1)
   * @return alpha / 2 for two sides, alpha for one
   */
  double tail(double confidenceLevel) {
    return this == TWO ? Risk.half(confidenceLevel) : Risk.complement(confidenceLevel);
  }
}
