package org.assay.io.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Rows that were read and not yet taken. A field is a text; the times of one column may be numbers
 * instead. A text that comes from a dictionary of the file is there once, and says which entry it
 * is, so that it need only be looked up once.
 */
public final class RowBatch {
  /** The most rows. */
  public static final int ROWS = 4096;

  /** A batch whose text is as long takes no more rows. */
  static final int BYTES = 1 << 20;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final CellText text = new CellText();
  private int[] start = new int[1 << 14]; // of each field in the text
  private int[] end = new int[1 << 14];
  private int[] entry; // of each field, -1 where it is none; null when the file has none
  private final int[] endOfRow = new int[ROWS]; // in fields
  private final long[] number = new long[ROWS];
  private int fields;
  private int rows;
  private boolean plain; // all printable ASCII
  private int dictionary; // number of the one that entries are of
  private TimeCells times; // null when times are text
  private long rowsExpected;
  private RuntimeException failure;

  /**
   * Adds a row.
   *
   * @param rowNumber its number as messages show it: the header is row 1 of a spreadsheet
   * @param cells its fields from left to right, "" for an empty one
   */
  public void addRow(long rowNumber, List<String> cells) {
    for (String cell : cells) {
      int from = text.length();
      text.append(cell);
      addField(from, text.length());
    }
    endRow(rowNumber);
  }

  /**
   * Whether it takes no more rows.
   *
   * @return true when it has enough rows or text
   */
  public boolean isFull() {
    return rows == ROWS || text.length() >= BYTES;
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

  /**
   * Notes how many rows the whole table has, so that room can be made for them.
   *
   * @param ofTable rows, more or less; 0 when it cannot be told
   */
  public void expectRows(long ofTable) {
    rowsExpected = ofTable;
  }

  /** The text of all fields. */
  CellText text() {
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
    return start[field];
  }

  int end(int field) {
    return end[field];
  }

  /** Which entry of the dictionary a field is, or -1 when it is none. */
  int entry(int field) {
    return entry == null ? -1 : entry[field];
  }

  /** Number of the dictionaries that entries are of; with another number, entries are others. */
  int dictionary() {
    return dictionary;
  }

  /** The times of the rows, when they are numbers; else null. */
  TimeCells times() {
    return times;
  }

  /** Looks at the whole text once; to be called when it is complete. */
  void checkText() {
    text.pad();
    plain = isPlain(0, text.length());
  }

  /** Whether all of the text is printable ASCII. */
  boolean isPlain() {
    return plain;
  }

  /**
   * Whether a part of the text is printable ASCII; false may also be said because of what follows.
   *
   * <p>Eight bytes at a time. The highest bit of a byte below 0x80 is set by adding 0x60 when it is
   * at least 0x20, and by adding 1 when it is 0x7F.
   */
  boolean isPlain(int from, int to) {
    byte[] bytes = text.text();
    long other = 0;
    for (int at = from; at < to; at += Long.BYTES) {
      long word = (long) WORD.get(bytes, at);
      other |= word | ~(word + 0x6060606060606060L) | word + 0x0101010101010101L;
    }
    return (other & 0x8080808080808080L) == 0;
  }

  /** What ended the reading after these rows; null when nothing did. */
  RuntimeException failure() {
    return failure;
  }

  void fail(RuntimeException e) {
    failure = e;
  }

  void clear() {
    text.clear();
    fields = 0;
    rows = 0;
    times = null;
  }

  /** Adds a field, whose text may be written later. */
  void addField(int from, int to) {
    if (fields == end.length) {
      start = Arrays.copyOf(start, fields * 2);
      end = Arrays.copyOf(end, fields * 2);
    }
    start[fields] = from;
    end[fields++] = to;
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

  /**
   * Adds empty fields for further rows, which are set before the rows are ended.
   *
   * @return the first of them
   */
  int addFields(int count) {
    int first = fields;
    fields += count;
    if (end.length < fields) {
      start = Arrays.copyOf(start, fields * 2);
      end = Arrays.copyOf(end, fields * 2);
    }
    if (entry == null || entry.length < end.length) {
      entry = entry == null ? new int[end.length] : Arrays.copyOf(entry, end.length);
    }
    Arrays.fill(start, first, fields, 0);
    Arrays.fill(end, first, fields, 0);
    Arrays.fill(entry, first, fields, -1);
    return first;
  }

  void set(int field, int from, int to, int entryOfDictionary) {
    start[field] = from;
    end[field] = to;
    entry[field] = entryOfDictionary;
  }

  /** The fields added since the last row are rows of as many fields each. */
  void endRows(int count, int fieldsEach, long firstNumber) {
    for (int r = 0; r < count; r++) {
      number[rows] = firstNumber + r;
      endOfRow[rows] = firstField(rows) + fieldsEach;
      rows++;
    }
  }

  /** The entries of all fields are of the dictionaries with a number. */
  void setDictionary(int dictionaryNumber) {
    dictionary = dictionaryNumber;
  }

  void setTimes(TimeCells timesOfRows) {
    times = timesOfRows;
  }
}
