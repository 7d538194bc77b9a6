package org.assay.io.table;

import java.util.Arrays;

/** The times in one column of a batch, as the numbers that the file has. */
final class TimeCells {
  private static final long ABSENT = Long.MIN_VALUE; // no time that anybody means

  private final int field;
  private final CellFormat.Timestamp type;
  private final long[] values = new long[RowBatch.ROWS];

  /** No times yet, in a field of each row. */
  TimeCells(int field, CellFormat.Timestamp type) {
    this.field = field;
    this.type = type;
    Arrays.fill(values, ABSENT);
  }

  void set(int row, long value) {
    values[row] = value;
  }

  boolean isIn(int fieldOfRow) {
    return fieldOfRow == field;
  }

  boolean isAbsent(int row) {
    return values[row] == ABSENT;
  }

  /** Whether times are in UTC; else they are on the local clock. */
  boolean isUtc() {
    return type.isUtc();
  }

  /** Milliseconds since 1970-01-01T00:00. */
  long millis(int row) {
    return type.millis(values[row]);
  }

  /** A time as a CSV file would have it. */
  String text(int row) {
    if (isAbsent(row)) {
      return "";
    }
    var text = new CellText();
    type.write(values[row], text);
    return text.text(0, text.length());
  }
}
