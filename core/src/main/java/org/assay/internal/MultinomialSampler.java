package org.assay.internal;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws as many items with replacement as there are, and says how many are of each kind.
 *
 * <p>The items are split between two halves of the kinds by a binomial draw, each half again, down
 * to single kinds. A split needs only the one above it, so that the processor works on several at
 * once; drawing kind after kind, each would wait for the one before. A draw costs O(kinds).
 */
public final class MultinomialSampler {
  private final int kinds;
  private final long[] drawn; // a binary tree: [1] all, [2 i] and [2 i + 1] the halves of [i]
  private final double[] left; // share of the left half of [i]

  /**
   * Prepares the draws.
   *
   * @param items number of items of each kind, at least 0; at most 2^53 together
   */
  public MultinomialSampler(long[] items) {
    kinds = items.length;
    int leaves = Math.max(1, Integer.highestOneBit(Math.max(1, 2 * kinds - 1)));
    drawn = new long[2 * leaves];
    left = new double[leaves];
    System.arraycopy(items, 0, drawn, leaves, kinds);
    for (int i = leaves - 1; i > 0; i--) {
      drawn[i] = drawn[2 * i] + drawn[2 * i + 1];
      left[i] = drawn[i] == 0 ? 0 : (double) drawn[2 * i] / drawn[i];
    }
  }

  /**
   * Draws once.
   *
   * @param random source of randomness
   * @return how many of each kind; a new array
   */
  public long[] sample(RandomGenerator random) {
    int leaves = left.length;
    for (int i = 1; i < leaves; i++) {
      drawn[2 * i] = BinomialSampler.sample(drawn[i], left[i], random);
      drawn[2 * i + 1] = drawn[i] - drawn[2 * i];
    }
    return Arrays.copyOfRange(drawn, leaves, leaves + kinds);
  }
}
