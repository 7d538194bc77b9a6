package org.assay.estimate;

import java.util.Arrays;

/**
 * Numbers strata 0, 1, 2 ... in the order in which they first occur: open addressing, at most half
 * full, no object per entry.
 */
final class StrataIndex {
  private static final int NONE = -1;

  private int[] slots = free(64); // number of the stratum; a power of two of them
  private int[] codes = new int[32]; // by number
  private int size;

  private static int[] free(int capacity) {
    int[] slots = new int[capacity];
    Arrays.fill(slots, NONE);
    return slots;
  }

  /** The number of a stratum, which is new or not. */
  int add(int code) {
    int slot = slot(code);
    if (slots[slot] == NONE) {
      if (size == codes.length) {
        grow();
        slot = slot(code);
      }
      codes[size] = code;
      slots[slot] = size++;
    }
    return slots[slot];
  }

  private void grow() {
    codes = Arrays.copyOf(codes, 2 * size);
    slots = free(4 * size);
    for (int number = 0; number < size; number++) {
      slots[slot(codes[number])] = number;
    }
  }

  /** The number of a stratum that was added. */
  int of(int code) {
    int number = slots[slot(code)];
    if (number == NONE) {
      throw new IllegalArgumentException("stratum must be one of the team, got " + code);
    }
    return number;
  }

  int size() {
    return size;
  }

  /** The stratum with a number. */
  int code(int number) {
    return codes[number];
  }

  private int slot(int code) {
    int hash = code * 0x9E3779B9; // the high bits of the product depend on all of the code
    int slot = (hash ^ hash >>> 16) & slots.length - 1;
    while (slots[slot] != NONE && codes[slots[slot]] != code) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }
}
