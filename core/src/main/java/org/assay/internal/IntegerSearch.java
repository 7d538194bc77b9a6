package org.assay.internal;

import java.util.function.LongPredicate;

/** Searches over whole numbers. */
public final class IntegerSearch {
  private IntegerSearch() {}

  /**
   * The smallest number of a range for which something holds that, once true, stays true.
   *
   * <p>Steps that double away from the guess, then halving: about 2 log2(distance) + 2 evaluations.
   *
   * @param lowest first of the range
   * @param highest last of the range, at least {@code lowest} - 1
   * @param guess where the answer may be; any value
   * @param holds false up to a point and true from there on
   * @return the smallest, or {@code highest} + 1 when it holds nowhere
   */
  public static long first(long lowest, long highest, long guess, LongPredicate holds) {
    long below = lowest - 1; // holds not, or outside
    long above = highest + 1; // holds, or outside
    long at = Math.max(lowest, Math.min(highest, guess));
    for (long step = 1; above - below > 1; step *= 2) {
      if (holds.test(at)) {
        above = at;
        at = Math.max(below + 1, at - step);
        if (below >= lowest) {
          break;
        }
      } else {
        below = at;
        at = Math.min(above - 1, at + step);
        if (above <= highest) {
          break;
        }
      }
    }
    while (above - below > 1) {
      long middle = below + (above - below) / 2;
      if (holds.test(middle)) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return above;
  }
}
