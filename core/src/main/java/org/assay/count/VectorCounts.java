package org.assay.count;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * How often each distinct vector of small integers occurred: an open-addressing table over flat
 * arrays, so that adding allocates nothing while the distinct vectors fit.
 */
final class VectorCounts {
  private static final int FIRST_CAPACITY = 64; // a power of two

  private final int width;
  private int[] keys = new int[0]; // keys[slot * width ...]
  private long[] counts = new long[FIRST_CAPACITY];
  private boolean[] used = new boolean[FIRST_CAPACITY];
  private int size;

  VectorCounts(int width) {
    this.width = width;
    this.keys = new int[Math.multiplyExact(FIRST_CAPACITY, width)];
  }

  int width() {
    return width;
  }

  void add(int[] vector, long times) {
    int slot = slot(vector);
    if (!used[slot]) {
      if (2 * (size + 1) > counts.length) {
        grow();
        slot = slot(vector);
      }
      used[slot] = true;
      size++;
      System.arraycopy(vector, 0, keys, slot * width, width);
    }
    counts[slot] = Math.addExact(counts[slot], times);
  }

  long count(int[] vector) {
    return counts[slot(vector)]; // an unused slot counts 0
  }

  void merge(VectorCounts other) {
    for (int s = 0; s < other.counts.length; s++) {
      if (other.used[s]) {
        add(other.vectorAt(s), other.counts[s]);
      }
    }
  }

  void subtract(VectorCounts other) {
    for (int s = 0; s < other.counts.length; s++) {
      if (other.used[s] && count(other.vectorAt(s)) < other.counts[s]) {
        throw new IllegalArgumentException(
            "other must be a slice of this: "
                + Arrays.toString(other.vectorAt(s))
                + " occurs "
                + other.counts[s]
                + " times there, "
                + count(other.vectorAt(s))
                + " times here");
      }
    }
    for (int s = 0; s < other.counts.length; s++) {
      if (other.used[s]) {
        add(other.vectorAt(s), -other.counts[s]);
      }
    }
  }

  /** The vectors that occur, in ascending order: the same whatever the order of adding. */
  DistinctVectors snapshot() {
    var occurring = new ArrayList<Counted>(size);
    for (int s = 0; s < counts.length; s++) {
      if (counts[s] != 0) {
        occurring.add(new Counted(vectorAt(s), counts[s]));
      }
    }
    occurring.sort((a, b) -> Arrays.compare(a.vector, b.vector));
    return new DistinctVectors(
        width,
        occurring.stream().map(Counted::vector).toArray(int[][]::new),
        occurring.stream().mapToLong(Counted::times).toArray());
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Counted(int[] vector, long times) {}

  private int[] vectorAt(int slot) {
    return Arrays.copyOfRange(keys, slot * width, (slot + 1) * width);
  }

  private int slot(int[] vector) {
    int mask = counts.length - 1;
    int hash = Arrays.hashCode(vector) * 0x9E3779B9; // spreads the low bits that small counts share
    int slot = (hash ^ hash >>> 15) & mask;
    while (used[slot] && !Arrays.equals(keys, slot * width, (slot + 1) * width, vector, 0, width)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    long[] oldCounts = counts;
    boolean[] oldUsed = used;
    int capacity = Math.multiplyExact(2, oldCounts.length);
    keys = new int[Math.multiplyExact(capacity, width)];
    counts = new long[capacity];
    used = new boolean[capacity];
    for (int s = 0; s < oldCounts.length; s++) {
      if (oldUsed[s]) {
        int slot = slot(Arrays.copyOfRange(oldKeys, s * width, (s + 1) * width));
        System.arraycopy(oldKeys, s * width, keys, slot * width, width);
        counts[slot] = oldCounts[s];
        used[slot] = true;
      }
    }
  }
}
