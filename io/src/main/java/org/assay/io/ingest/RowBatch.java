package org.assay.io.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Rows that were read and not yet taken: their fields as UTF-8, one after the other. */
final class RowBatch {
  private static final int ROWS = 4096;
  private static final int BYTES = 1 << 20;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] text = new byte[1 << 16]; // with room for a word after the last field
  private int[] end = new int[1 << 14]; // of each field in text
  private final int[] endOfRow = new int[ROWS]; // in fields
  private final long[] number = new long[ROWS];
  private int fields;
  private int rows;
  private long rowsExpected;
  private RuntimeException failure;

  boolean isFull() {
    return rows == ROWS || length() >= BYTES;
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

  /** Number of fields of all rows. */
  int fields() {
    return fields;
  }

  /** How many rows the file has, more or less; 0 when that cannot be told. */
  long rowsExpected() {
    return rowsExpected;
  }

  void expectRows(long ofFile) {
    rowsExpected = ofFile;
  }

  byte[] text() {
    return text;
  }

  long number(int row) {
    return number[row];
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

  /**
   * Whether a row may hold a byte that is none of the printable characters of ASCII; false: it does
   * not.
   *
   * <p>Eight bytes at a time, at the end with some that follow. The highest bit of a byte below
   * 0x80 is set by adding 0x60 when it is at least 0x20, and by adding 1 when it is 0x7F.
   */
  boolean mayBeUnreadable(int row) {
    int to = end[endOfRow[row] - 1];
    long found = 0;
    for (int at = start(firstField(row)); at < to; at += Long.BYTES) {
      long word = (long) WORD.get(text, at);
      found |= word | ~(word + 0x6060606060606060L) | word + 0x0101010101010101L;
    }
    return (found & 0x8080808080808080L) != 0;
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
  }

  /** Adds a field and its text. */
  void addField(byte[] from, int offset, int count) {
    int length = length();
    System.arraycopy(from, offset, room(length + count), length, count);
    addField(length + count);
  }

  /** Adds a field whose text, which ends there, is written later. */
  void addField(int endInText) {
    if (fields == end.length) {
      end = Arrays.copyOf(end, fields * 2);
    }
    end[fields++] = endInText;
  }

  /** The text, with room for so many bytes in all. */
  byte[] room(int bytes) {
    if (text.length < bytes + Long.BYTES) {
      text = Arrays.copyOf(text, Math.max(bytes + Long.BYTES, text.length * 2));
    }
    return text;
  }

  /** The fields added since the last row are a row. */
  void endRow(long rowNumber) {
    number[rows] = rowNumber;
    endOfRow[rows++] = fields;
  }

  /** The fields added since the last row are none. */
  void dropRow() {
    fields = rows == 0 ? 0 : endOfRow[rows - 1];
  }

  /** Length of the text of all fields. */
  int length() {
    return fields == 0 ? 0 : end[fields - 1];
  }
}
