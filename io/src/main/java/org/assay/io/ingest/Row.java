package org.assay.io.ingest;

import java.nio.charset.StandardCharsets;
import org.assay.io.Shown;

/** One row after the other of a {@link RowBatch}. */
final class Row {
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

  byte[] text() {
    return batch.text();
  }

  int start(int field) {
    return batch.start(first + field);
  }

  int length(int field) {
    return batch.end(first + field) - batch.start(first + field);
  }

  String field(int field) {
    return new String(batch.text(), start(field), length(field), StandardCharsets.UTF_8);
  }

  /** The field as messages show it. */
  String shown(int field) {
    return Shown.plain(field(field));
  }

  /** Whether some field may be unreadable; false: none is. */
  boolean mayBeUnreadable() {
    return batch.mayBeUnreadable(row);
  }

  /** Whether a field holds a control character or bytes that are not UTF-8. */
  boolean isUnreadable(int field) {
    return field(field).chars().anyMatch(c -> c < 0x20 || c == 0x7F || c == 0xFFFD);
  }
}
