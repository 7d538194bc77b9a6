package org.assay.io.ingest;

import java.util.Arrays;

/** Rows that are left out, why, and because of which other row. Costs nothing until the first. */
final class RowMarks {
  private static final Reason[] REASONS = Reason.values();

  private final int size;
  private byte[] reason; // ordinal + 1, 0 is not marked
  private int[] other;
  private int marked;

  RowMarks(int size) {
    this.size = size;
  }

  /** Marks a row; {@code otherRow} is -1 when no other row is involved. */
  void mark(int row, Reason why, int otherRow) {
    if (reason == null) {
      reason = new byte[size];
      other = new int[size];
      Arrays.fill(other, -1);
    }
    marked += reason[row] == 0 ? 1 : 0;
    reason[row] = (byte) (why.ordinal() + 1);
    other[row] = otherRow;
  }

  int staying() {
    return size - marked;
  }

  boolean any() {
    return marked > 0;
  }

  boolean isMarked(int row) {
    return reason != null && reason[row] != 0;
  }

  /** Why a row is left out, or null when it stays. */
  Reason reason(int row) {
    return isMarked(row) ? REASONS[reason[row] - 1] : null;
  }

  int other(int row) {
    return other[row];
  }

  /** The rows that stay, in order. */
  int[] kept() {
    int[] kept = new int[size - marked];
    int n = 0;
    for (int row = 0; row < size; row++) {
      if (!isMarked(row)) {
        kept[n++] = row;
      }
    }
    return kept;
  }
}
