package org.assay.io.table;

import java.util.Arrays;

/** What was found for the entries of a column's dictionary, so that each is looked up once. */
final class EntryMemo {
  /** Nothing was found yet. */
  static final int UNKNOWN = Integer.MIN_VALUE;

  private int dictionary = -1;
  private int[] found = new int[16];

  /** Forgets everything: the next dictionaries are of another file, with the same numbers. */
  void clear() {
    dictionary = -1;
  }

  /** What was found for an entry of the dictionary with a number. */
  int get(int dictionaryNumber, int entry) {
    if (dictionaryNumber != dictionary) {
      dictionary = dictionaryNumber;
      Arrays.fill(found, UNKNOWN);
    }
    return entry < found.length ? found[entry] : UNKNOWN;
  }

  /** Keeps what was found for an entry of the dictionary asked for last. */
  void put(int entry, int value) {
    if (entry >= found.length) {
      int length = found.length;
      found = Arrays.copyOf(found, Math.max(entry + 1, length * 2));
      Arrays.fill(found, length, found.length, UNKNOWN);
    }
    found[entry] = value;
  }
}
