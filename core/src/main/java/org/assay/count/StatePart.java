package org.assay.count;

import org.assay.internal.StateReader;
import org.assay.internal.StateWriter;

/**
 * Parts that the states of several accumulators have: counts by an ascending key, as the number of
 * keys and then, for each, its distance from the key before and its count.
 */
final class StatePart {
  /** Takes a key and its count. */
  interface Taker {
    void take(long key, long count);
  }

  private StatePart() {}

  /** Writes the counts that are not 0 of an array, by index. */
  static void write(StateWriter out, long[] counts) {
    long occurring = 0;
    for (long count : counts) {
      occurring += count == 0 ? 0 : 1;
    }
    out.number(occurring);
    int before = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        out.number(i - before).number(counts[i]);
        before = i;
      }
    }
  }

  /** Reads counts, all keys of which must be below a size. */
  static void read(StateReader in, long size, Taker taker) {
    long key = 0;
    for (long n = in.number(); n > 0; n--) {
      key += in.number();
      if (key < 0 || key >= size) {
        throw new IllegalArgumentException("state must have cells below " + size + ", got " + key);
      }
      taker.take(key, in.number());
    }
  }

  /** Writes vectors with their counts; every number of a vector is at least {@code least}. */
  static void write(StateWriter out, DistinctVectors vectors, int least) {
    out.number(vectors.size());
    for (int v = 0; v < vectors.size(); v++) {
      for (int x : vectors.vector(v)) {
        out.number((long) x - least);
      }
      out.number(vectors.count(v));
    }
  }

  /** Takes a vector, which is used again, and its count. */
  interface VectorTaker {
    void take(int[] vector, long count);
  }

  static void read(StateReader in, int width, int least, VectorTaker taker) {
    int[] vector = new int[width];
    for (long n = in.number(); n > 0; n--) {
      for (int i = 0; i < width; i++) {
        vector[i] = in.integer() + least;
      }
      taker.take(vector, in.number());
    }
  }
}
