package org.assay.io.ingest;

import java.util.List;

/** Finds the place of a label in a short list, without making a string of what is looked up. */
final class Labels {
  private final List<String> labels;
  private final int[] slots; // place + 1, 0 is free; length is a power of two

  Labels(List<String> labels) {
    this.labels = labels;
    this.slots = new int[Integer.highestOneBit(labels.size()) * 4];
    for (int i = 0; i < labels.size(); i++) {
      char[] label = labels.get(i).toCharArray();
      int slot = hash(label, 0, label.length) & slots.length - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = i + 1;
    }
  }

  /** The place of a label, or -1 when it is not in the list. */
  int find(char[] text, int from, int count) {
    int slot = hash(text, from, count) & slots.length - 1;
    while (slots[slot] != 0) {
      if (equals(labels.get(slots[slot] - 1), text, from, count)) {
        return slots[slot] - 1;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return -1;
  }

  private static boolean equals(String label, char[] text, int from, int count) {
    if (label.length() != count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (label.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  private static int hash(char[] text, int from, int count) {
    int h = count;
    for (int i = 0; i < count; i++) {
      h = h * 31 + text[from + i];
    }
    return h ^ h >>> 7;
  }
}
