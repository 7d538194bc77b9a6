package org.assay.count;

import java.util.Arrays;

/**
 * How often each key from 0 upwards occurred: open addressing over two flat arrays, at most half
 * full, so 32 bytes per key at worst and no object.
 */
final class LongCounts {
  private static final long EMPTY = -1;

  private long[] keys;
  private long[] counts = new long[64]; // a power of two
  private int size;

  LongCounts() {
    keys = new long[counts.length];
    Arrays.fill(keys, EMPTY);
  }

  void add(long key, long times) {
    int slot = slot(key);
    if (keys[slot] == EMPTY) {
      if (2 * (size + 1) > keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      size++;
    }
    counts[slot] = Math.addExact(counts[slot], times);
  }

  long count(long key) {
    return counts[slot(key)]; // an empty slot counts 0
  }

  void merge(LongCounts other) {
    for (int s = 0; s < other.keys.length; s++) {
      if (other.counts[s] != 0) {
        add(other.keys[s], other.counts[s]);
      }
    }
  }

  /** Whether no key occurs more often in the other. */
  boolean contains(LongCounts other) {
    for (int s = 0; s < other.keys.length; s++) {
      if (other.counts[s] > 0 && other.counts[s] > count(other.keys[s])) {
        return false;
      }
    }
    return true;
  }

  void subtract(LongCounts other) {
    for (int s = 0; s < other.keys.length; s++) {
      if (other.counts[s] != 0) {
        add(other.keys[s], -other.counts[s]);
      }
    }
  }

  /** The keys that occur, ascending: the same whatever the order of adding. */
  long[] ascending() {
    long[] found = new long[size];
    int n = 0;
    for (int s = 0; s < keys.length; s++) {
      if (counts[s] != 0) {
        found[n++] = keys[s];
      }
    }
    found = n == size ? found : Arrays.copyOf(found, n);
    Arrays.sort(found);
    return found;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long hash = key * 0x9E3779B97F4A7C15L; // the high bits of the product depend on all of the key
    int slot = (int) (hash ^ hash >>> 32) & mask;
    while (keys[slot] != EMPTY && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldCounts = counts;
    int capacity = Math.multiplyExact(2, oldKeys.length);
    keys = new long[capacity];
    counts = new long[capacity];
    Arrays.fill(keys, EMPTY);
    for (int s = 0; s < oldKeys.length; s++) {
      if (oldKeys[s] != EMPTY) {
        int slot = slot(oldKeys[s]);
        keys[slot] = oldKeys[s];
        counts[slot] = oldCounts[s];
      }
    }
  }
}
