package org.assay.internal;

import java.util.function.LongUnaryOperator;

/** The smallest plan of a family in which each acceptance number has its own smallest sample. */
public final class PlanSearch {
  /** Answer of a size function that has none. */
  public static final long NONE = -1;

  /** Whether a sample and an acceptance number keep the promise that more checks make easier. */
  @FunctionalInterface
  public interface Promise {
    /**
     * Whether the promise is kept.
     *
     * @param n sample
     * @param c acceptance number
     * @return true when it is
     */
    boolean keeps(long n, long c);
  }

  private PlanSearch() {}

  /**
   * The smallest acceptance number whose smallest sample keeps the other promise too.
   *
   * <p>Were samples not whole, keeping the promise would be monotone in c; rounding a sample by
   * less than one item is all that disturbs it. So after a search by halving we go back down, as
   * long as a sample that is one item better would keep the promise.
   *
   * @param highest largest c
   * @param guess where the answer may be
   * @param sizeOf best n for c, increasing in c; {@link #NONE} from some c on
   * @param promise kept by n = sizeOf(c) for c large enough
   * @param better the step towards samples that keep the promise more easily, 1 or -1
   * @return c, or {@link #NONE}
   */
  public static long smallest(
      long highest, long guess, LongUnaryOperator sizeOf, Promise promise, int better) {
    long found =
        IntegerSearch.first(
            0,
            highest,
            guess,
            c -> {
              long n = sizeOf.applyAsLong(c);
              return n == NONE || promise.keeps(n, c);
            });
    long best = found > highest || sizeOf.applyAsLong(found) == NONE ? NONE : found;
    for (long c = found - 1; c >= 0; c--) {
      long n = sizeOf.applyAsLong(c);
      if (n == NONE) {
        continue;
      }
      if (promise.keeps(n, c)) {
        best = c;
      } else if (!promise.keeps(n + better, c)) {
        break;
      }
    }
    return best;
  }
}
