package org.assay.count;

import java.util.Arrays;
import org.assay.internal.Check;

/**
 * The distinct vectors that items gave, each with the number of items: what estimates, resampling
 * and standard errors are computed from. Immutable; ordered ascending, so that two accumulators
 * with the same content give identical sums.
 */
public final class DistinctVectors {
  private final int width;
  private final int[][] vectors;
  private final long[] counts;

  DistinctVectors(int width, int[][] vectors, long[] counts) {
    this.width = width;
    this.vectors = vectors;
    this.counts = counts;
  }

  /**
   * Number of distinct vectors.
   *
   * @return at least 0
   */
  public int size() {
    return vectors.length;
  }

  /**
   * Length of every vector.
   *
   * @return at least 1
   */
  public int width() {
    return width;
  }

  /**
   * A vector.
   *
   * @param index in [0, size)
   * @return a copy
   */
  public int[] vector(int index) {
    return vectors[Check.index("index", index, vectors.length, "vectors")].clone();
  }

  /**
   * Number of items with a vector.
   *
   * @param index in [0, size)
   * @return at least 1
   */
  public long count(int index) {
    return counts[Check.index("index", index, vectors.length, "vectors")];
  }

  /**
   * Number of items.
   *
   * @return sum of the counts
   * @throws ArithmeticException if it exceeds 2^63 - 1
   */
  public long items() {
    return Arrays.stream(counts).reduce(0, Math::addExact);
  }
}
