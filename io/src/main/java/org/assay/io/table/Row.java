package org.assay.io.table;

import org.assay.io.Shown;
import org.assay.io.Typed;

/** One row after the other of a {@link RowBatch}. */
public final class Row {
  private static final int NOT_UTF_8 = 0xFFFD; // what a decoder puts in place of such bytes

  private final RowBatch batch;
  private int row = -1;
  private int first; // field of the batch

  Row(RowBatch batch) {
    this.batch = batch;
  }

  /** Goes to the next row; false when there is none. */
  boolean next() {
    if (++row >= batch.rows()) {
      return false;
    }
    first = batch.firstField(row);
    return true;
  }

  /**
   * Its number as messages show it.
   *
   * @return the header is row 1, a blank line counts
   */
  public long number() {
    return batch.number(row);
  }

  /**
   * Number of its fields.
   *
   * @return may differ from that of the header in a broken table
   */
  public int fields() {
    return batch.endOfFields(row) - first;
  }

  /**
   * The bytes that hold all fields but times that are numbers.
   *
   * @return UTF-8 of all rows of the batch; to be read only
   */
  public byte[] text() {
    return batch.text().text();
  }

  /**
   * Where a field begins in the text.
   *
   * @param field from 0
   * @return offset in bytes
   */
  public int start(int field) {
    return batch.start(first + field);
  }

  /**
   * How long a field is in the text.
   *
   * @param field from 0
   * @return number of bytes
   */
  public int length(int field) {
    return batch.end(first + field) - batch.start(first + field);
  }

  /** Which entry of the dictionary with a number a field is, or -1 when it is none. */
  int entry(int field) {
    return batch.entry(first + field);
  }

  /** See {@link RowBatch#dictionary}. */
  int dictionary() {
    return batch.dictionary();
  }

  /** Whether a field is a time as a number. */
  boolean isTime(int field) {
    return batch.times() != null && batch.times().isIn(field);
  }

  /** The times of the batch, in which {@link #row} is this one. */
  TimeCells times() {
    return batch.times();
  }

  /** Place of the row in its batch. */
  int row() {
    return row;
  }

  /** Milliseconds of a field that is a time, since 1970-01-01T00:00. */
  long millis() {
    return batch.times().millis(row);
  }

  /** Whether times as numbers are in UTC; else they are on the local clock. */
  boolean isUtc() {
    return batch.times().isUtc();
  }

  /**
   * Whether a field has nothing in it.
   *
   * @param field from 0
   * @return false for white space
   */
  public boolean isEmpty(int field) {
    return isTime(field) ? batch.times().isAbsent(row) : length(field) == 0;
  }

  /**
   * Whether a text begins with a character.
   *
   * @param field from 0
   * @param ascii the character
   * @return false for a time that is a number, and for an empty field
   */
  public boolean beginsWith(int field, byte ascii) {
    int from = start(field);
    return batch.end(first + field) > from && text()[from] == ascii;
  }

  /**
   * Whether a field has nothing in it, or white space only.
   *
   * @param field from 0
   * @return true also for invisible characters
   */
  public boolean isBlank(int field) {
    if (isEmpty(field)) {
      return true;
    }
    return !isTime(field) && mayBeginWithSpace(field) && Typed.read(field(field)).isEmpty();
  }

  // By the first bytes of white space and invisible characters in UTF-8.
  private boolean mayBeginWithSpace(int field) {
    byte first = text()[start(field)];
    return first >= 0
        ? first <= ' '
        : first == (byte) 0xC2
            || first == (byte) 0xE1
            || first == (byte) 0xE2
            || first == (byte) 0xE3
            || first == (byte) 0xEF;
  }

  /**
   * A field.
   *
   * @param field from 0
   * @return what stands in it, a time as a CSV file would have it
   */
  public String field(int field) {
    return isTime(field)
        ? batch.times().text(row)
        : batch.text().text(start(field), batch.end(first + field));
  }

  /**
   * A field as messages show it.
   *
   * @param field from 0
   * @return short, and nothing invisible
   */
  public String shown(int field) {
    return Shown.plain(field(field));
  }

  /**
   * Whether some field may be unreadable.
   *
   * @return false when none is
   */
  public boolean mayBeUnreadable() {
    return !batch.isPlain();
  }

  /**
   * Whether a field holds a control character or bytes that are not UTF-8.
   *
   * @param field from 0
   * @return true when it does anywhere
   */
  public boolean isUnreadable(int field) {
    return !isPlain(field) && isUnreadable(field(field));
  }

  /**
   * The same as {@link #isUnreadable}, of what is left without white space at the ends.
   *
   * @param field from 0
   * @return true when it does inside
   */
  public boolean isUnreadableInside(int field) {
    return !isPlain(field) && isUnreadable(Typed.read(field(field)));
  }

  /**
   * Whether a field holds bytes that are not UTF-8.
   *
   * @param field from 0
   * @return false for control characters alone
   */
  public boolean isForeign(int field) {
    return !isPlain(field) && field(field).indexOf(NOT_UTF_8) >= 0;
  }

  private boolean isPlain(int field) {
    return batch.isPlain(start(field), batch.end(first + field));
  }

  private static boolean isUnreadable(String text) {
    return text.chars().anyMatch(c -> c < 0x20 || c == 0x7F || c == NOT_UTF_8);
  }
}
