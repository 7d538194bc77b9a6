package org.assay.io.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the place of a label in a short list, without making a string of what is looked up. To be
 * used for one column only.
 */
final class Labels {
  private final byte[][] labels; // UTF-8
  private final int[] slots; // place + 1, 0 is free; length is a power of two
  private final EntryMemo entries = new EntryMemo();

  Labels(List<String> labels) {
    this.labels =
        labels.stream().map(l -> l.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    this.slots = new int[Integer.highestOneBit(labels.size()) * 4];
    for (int i = 0; i < this.labels.length; i++) {
      byte[] label = this.labels[i];
      int slot = hash(label, 0, label.length) & slots.length - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = i + 1;
    }
  }

  /** The place of the label that a row has in a field, or -1 when it is not in the list. */
  int find(Row row, int field) {
    int entry = row.entry(field);
    int known = entry < 0 ? EntryMemo.UNKNOWN : entries.get(row.dictionary(), entry);
    if (known == EntryMemo.UNKNOWN) {
      known = find(row.text(), row.start(field), row.length(field));
      if (entry >= 0) {
        entries.put(entry, known);
      }
    }
    return known;
  }

  /** The place of a label, or -1 when it is not in the list. */
  int find(byte[] text, int from, int count) {
    int slot = hash(text, from, count) & slots.length - 1;
    while (slots[slot] != 0) {
      byte[] label = labels[slots[slot] - 1];
      if (Arrays.equals(label, 0, label.length, text, from, from + count)) {
        return slots[slot] - 1;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return -1;
  }

  private static int hash(byte[] text, int from, int count) {
    int h = count;
    for (int i = 0; i < count; i++) {
      h = h * 31 + text[from + i];
    }
    return h ^ h >>> 7;
  }
}
