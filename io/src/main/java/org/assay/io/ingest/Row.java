package org.assay.io.ingest;

import java.nio.CharBuffer;
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

  char[] text() {
    return batch.text();
  }

  int start(int field) {
    return batch.start(first + field);
  }

  int length(int field) {
    return batch.end(first + field) - batch.start(first + field);
  }

  String field(int field) {
    return new String(batch.text(), start(field), length(field));
  }

  /** The field as messages show it. */
  String shown(int field) {
    return Shown.plain(CharBuffer.wrap(batch.text(), start(field), length(field)));
  }

  /** Whether a field holds a control character or one that stands for bytes that are not UTF-8. */
  boolean isUnreadable(int field) {
    if (!batch.mayBeUnreadable(row)) {
      return false;
    }
    char[] text = batch.text();
    for (int i = start(field); i < batch.end(first + field); i++) {
      if (!RowBatch.isText(text[i])) {
        return true;
      }
    }
    return false;
  }
}
