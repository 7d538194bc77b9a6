package org.assay.count;

/**
 * How often each key occurred: an open-addressing table over two arrays of {@code long}, for keys
 * that hold a whole count vector.
 */
final class KeyCounts {
  private static final int FIRST_CAPACITY = 1 << 10; // a power of two

  private long[] keys = new long[FIRST_CAPACITY];
  private long[] counts = new long[FIRST_CAPACITY]; // 0 is free
  private int size;

  void add(long key) {
    int slot = slot(key);
    if (counts[slot] == 0) {
      if (2 * ++size > keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
    }
    counts[slot]++;
  }

  /** Adds an item for each time a key was counted. */
  void addTo(RatingPatterns patterns) {
    int[] vector = new int[patterns.grades()];
    for (int slot = 0; slot < keys.length; slot++) {
      if (counts[slot] != 0) {
        PatternKernel.unpack(keys[slot], vector);
        patterns.add(vector, counts[slot]);
      }
    }
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    counts = new long[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
