package org.assay.io.ingest;

import org.assay.io.Shown;
import org.assay.io.Typed;

/** One row after the other of a {@link RowBatch}. */
final class Row {
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

  long number() {
    return batch.number(row);
  }

  int fields() {
    return batch.endOfFields(row) - first;
  }

  /** The bytes that hold all fields but times that are numbers. */
  byte[] text() {
    return batch.text().text();
  }

  int start(int field) {
    return batch.start(first + field);
  }

  int length(int field) {
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

  boolean isEmpty(int field) {
    return isTime(field) ? batch.times().isAbsent(row) : length(field) == 0;
  }

  /** Whether a field has nothing in it, or white space only. */
  boolean isBlank(int field) {
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

  String field(int field) {
    return isTime(field)
        ? batch.times().text(row)
        : batch.text().text(start(field), batch.end(first + field));
  }

  /** The field as messages show it. */
  String shown(int field) {
    return Shown.plain(field(field));
  }

  /** Whether some field may be unreadable; false: none is. */
  boolean mayBeUnreadable() {
    return !batch.isPlain();
  }

  /** Whether a field holds a control character or bytes that are not UTF-8. */
  boolean isUnreadable(int field) {
    return !isPlain(field) && isUnreadable(field(field));
  }

  /** The same of what is left without white space at the ends. */
  boolean isUnreadableInside(int field) {
    return !isPlain(field) && isUnreadable(Typed.read(field(field)));
  }

  /** Whether a field holds bytes that are not UTF-8. */
  boolean isForeign(int field) {
    return !isPlain(field) && field(field).indexOf(NOT_UTF_8) >= 0;
  }

  private boolean isPlain(int field) {
    return batch.isPlain(start(field), batch.end(first + field));
  }

  private static boolean isUnreadable(String text) {
    return text.chars().anyMatch(c -> c < 0x20 || c == 0x7F || c == NOT_UTF_8);
  }
}
