package org.assay.estimate;

import java.util.Arrays;

/**
 * How often each pair of codes and probability occurred: open addressing in one flat array, at most
 * half full, no object per entry. Entries with the same codes lie in one chain of slots.
 */
final class CellTable {
  /** Takes an entry. */
  interface Visitor {
    void visit(long codes, double probability, long count);
  }

  private static final int WIDTH = 3; // an entry is its codes, the bits of its probability, count

  private long[] slots = new long[16 * WIDTH]; // a power of two of them; the count 0 is free
  private int mask = 15;
  private int size;

  void add(long key, double probability, long times) {
    int at = find(key, Double.doubleToLongBits(probability));
    if (slots[at + 2] == 0) {
      if (2 * (size + 1) > mask + 1) {
        grow();
        add(key, probability, times);
        return;
      }
      slots[at] = key;
      slots[at + 1] = Double.doubleToLongBits(probability);
      size++;
    }
    slots[at + 2] += times;
  }

  void add(CellTable other) {
    other.forEachUnordered(this::add);
  }

  /** Whether no entry occurs more often in the other. */
  boolean contains(CellTable other) {
    for (int at = 0; at < other.slots.length; at += WIDTH) {
      if (other.slots[at + 2] > slots[find(other.slots[at], other.slots[at + 1]) + 2]) {
        return false;
      }
    }
    return true;
  }

  /** Takes out the entries of another table, none of which occurs more often there. */
  void subtract(CellTable other) {
    var left = new CellTable(); // anew: a count of 0 would be a free slot, which ends a chain
    forEachUnordered(
        (key, probability, count) -> {
          long less = other.slots[other.find(key, Double.doubleToLongBits(probability)) + 2];
          if (count > less) {
            left.add(key, probability, count - less);
          }
        });
    slots = left.slots;
    mask = left.mask;
    size = left.size;
  }

  private void forEachUnordered(Visitor visitor) {
    for (int at = 0; at < slots.length; at += WIDTH) {
      if (slots[at + 2] != 0) {
        visitor.visit(slots[at], Double.longBitsToDouble(slots[at + 1]), slots[at + 2]);
      }
    }
  }

  /** Visits every entry, by codes and then by probability. */
  void forEach(Visitor visitor) {
    long[] sorted = new long[size];
    int n = 0;
    for (int at = 0; at < slots.length; at += WIDTH) {
      if (slots[at + 2] != 0) {
        sorted[n++] = slots[at];
      }
    }
    Arrays.sort(sorted);
    for (int i = 0, same = 0; i < n; i += same) {
      same = 1;
      while (i + same < n && sorted[i + same] == sorted[i]) {
        same++;
      }
      visit(sorted[i], same, visitor);
    }
  }

  /** Visits the entries of a key, whose number is given. */
  private void visit(long key, int entries, Visitor visitor) {
    long[] found = new long[entries];
    int n = 0;
    for (int slot = start(key); n < entries; slot = slot + 1 & mask) {
      if (slots[slot * WIDTH] == key && slots[slot * WIDTH + 2] != 0) {
        found[n++] = slots[slot * WIDTH + 1]; // bits of doubles above 0 are ordered as these are
      }
    }
    Arrays.sort(found);
    for (long bits : found) {
      visitor.visit(key, Double.longBitsToDouble(bits), slots[find(key, bits) + 2]);
    }
  }

  /** Where an entry is, or would be. */
  private int find(long key, long probability) {
    int slot = start(key);
    int at = slot * WIDTH;
    while (slots[at + 2] != 0 && (slots[at] != key || slots[at + 1] != probability)) {
      slot = slot + 1 & mask;
      at = slot * WIDTH;
    }
    return at;
  }

  private int start(long key) {
    long hash = key * 0x9E3779B97F4A7C15L; // the high bits of the product depend on all of the key
    return (int) (hash ^ hash >>> 32) & mask;
  }

  private void grow() {
    var larger = new CellTable();
    larger.slots = new long[Math.multiplyExact(2, slots.length)];
    larger.mask = 2 * mask + 1;
    larger.add(this);
    slots = larger.slots;
    mask = larger.mask;
  }
}
