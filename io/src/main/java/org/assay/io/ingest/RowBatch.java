package org.assay.io.ingest;

import java.util.Arrays;

/** Rows that were read and not yet taken: their fields one after the other in one buffer. */
final class RowBatch {
  private static final int ROWS = 4096;
  private static final int CHARACTERS = 1 << 20;

  private char[] text = new char[1 << 16];
  private int[] end = new int[1 << 14]; // of each field in text
  private final int[] endOfRow = new int[ROWS]; // in fields
  private final long[] number = new long[ROWS];
  private final boolean[] unreadable = new boolean[ROWS]; // some field of the row may be
  private boolean unreadableSoFar;
  private int fields;
  private int rows;
  private RuntimeException failure;

  boolean isFull() {
    return rows == ROWS || length() >= CHARACTERS;
  }

  /** How many rows more it can hold. */
  int room() {
    return ROWS - rows;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  int rows() {
    return rows;
  }

  char[] text() {
    return text;
  }

  long number(int row) {
    return number[row];
  }

  /** Whether a field of the row may hold a character that is not text; false: none does. */
  boolean mayBeUnreadable(int row) {
    return unreadable[row];
  }

  int firstField(int row) {
    return row == 0 ? 0 : endOfRow[row - 1];
  }

  int endOfFields(int row) {
    return endOfRow[row];
  }

  int start(int field) {
    return field == 0 ? 0 : end[field - 1];
  }

  int end(int field) {
    return end[field];
  }

  /** What ended the reading after these rows; null when nothing did. */
  RuntimeException failure() {
    return failure;
  }

  void fail(RuntimeException e) {
    failure = e;
  }

  void clear() {
    fields = 0;
    rows = 0;
    unreadableSoFar = false;
  }

  void addField(char[] buffer, int offset, int count) {
    int from = length();
    if (fields == end.length) {
      end = Arrays.copyOf(end, fields * 2);
    }
    if (text.length - from < count) {
      text = Arrays.copyOf(text, Math.max(from + count, text.length * 2));
    }
    for (int i = 0; i < count; i++) {
      char c = buffer[offset + i];
      text[from + i] = c;
      unreadableSoFar |= !isText(c);
    }
    end[fields++] = from + count;
  }

  /** False for control characters and the one that stands for bytes that are not UTF-8. */
  static boolean isText(char c) {
    return c >= 0x20 && c != 0x7F && c != 0xFFFD;
  }

  /** The fields added since the last row are a row. */
  void endRow(long rowNumber) {
    number[rows] = rowNumber;
    unreadable[rows] = unreadableSoFar;
    unreadableSoFar = false;
    endOfRow[rows++] = fields;
  }

  /** The fields added since the last row are none. */
  void dropRow() {
    fields = rows == 0 ? 0 : endOfRow[rows - 1];
    unreadableSoFar = false;
  }

  private int length() {
    return fields == 0 ? 0 : end[fields - 1];
  }
}
