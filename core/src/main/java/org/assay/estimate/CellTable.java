package org.assay.estimate;

import java.util.Arrays;

/**
 * How often each pair of codes and probability occurred: open addressing over three flat arrays, at
 * most half full, no object an entry. Entries with the same codes lie in one chain of slots.
 */
final class CellTable {
  /** Takes an entry. */
  interface Visitor {
    void visit(long codes, double probability, long count);
  }

  private long[] codes = new long[64]; // a power of two
  private double[] probabilities = new double[64];
  private long[] counts = new long[64]; // 0 is free
  private int size;

  void add(long key, double probability, long times) {
    int slot = start(key);
    while (counts[slot] != 0 && (codes[slot] != key || probabilities[slot] != probability)) {
      slot = next(slot);
    }
    if (counts[slot] == 0) {
      if (2 * (size + 1) > codes.length) {
        grow();
        add(key, probability, times);
        return;
      }
      codes[slot] = key;
      probabilities[slot] = probability;
      size++;
    }
    counts[slot] += times;
  }

  void add(CellTable other) {
    for (int s = 0; s < other.counts.length; s++) {
      if (other.counts[s] != 0) {
        add(other.codes[s], other.probabilities[s], other.counts[s]);
      }
    }
  }

  int size() {
    return size;
  }

  /** Visits every entry, by codes and then by probability. */
  void forEach(Visitor visitor) {
    long[] sorted = new long[size];
    int n = 0;
    for (int s = 0; s < counts.length; s++) {
      if (counts[s] != 0) {
        sorted[n++] = codes[s];
      }
    }
    Arrays.sort(sorted);
    for (int i = 0; i < n; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        visit(sorted[i], visitor);
      }
    }
  }

  private void visit(long key, Visitor visitor) {
    double last = Double.NEGATIVE_INFINITY;
    for (int found = smallestAbove(last, key); found >= 0; found = smallestAbove(last, key)) {
      last = probabilities[found];
      visitor.visit(key, last, counts[found]);
    }
  }

  private int smallestAbove(double probability, long key) {
    int found = -1;
    for (int slot = start(key); counts[slot] != 0; slot = next(slot)) {
      if (codes[slot] == key
          && probabilities[slot] > probability
          && (found < 0 || probabilities[slot] < probabilities[found])) {
        found = slot;
      }
    }
    return found;
  }

  private int start(long key) {
    long hash = key * 0x9E3779B97F4A7C15L; // the high bits of the product depend on all of the key
    return (int) (hash ^ hash >>> 32) & codes.length - 1;
  }

  private int next(int slot) {
    return slot + 1 & codes.length - 1;
  }

  private void grow() {
    var larger = new CellTable();
    int capacity = Math.multiplyExact(2, codes.length);
    larger.codes = new long[capacity];
    larger.probabilities = new double[capacity];
    larger.counts = new long[capacity];
    larger.add(this);
    codes = larger.codes;
    probabilities = larger.probabilities;
    counts = larger.counts;
  }
}
