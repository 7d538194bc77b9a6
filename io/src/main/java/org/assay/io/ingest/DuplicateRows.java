package org.assay.io.ingest;

import java.util.BitSet;
import org.assay.io.table.Table;

/**
 * Finds duplicate rows. Most share their key with no other row, which two bits per key show; the
 * others meet in a hash table of row numbers, 12 to 20 bytes per row while it works.
 */
final class DuplicateRows {
  private static final int BLOCK = 128;

  /** How rows of a table are compared. */
  interface Events {
    /** Number of rows. */
    int size();

    /** The place of a row among the rows of all files. */
    int place(int row);

    /** The column that names the row's event. */
    Table.Column keyColumn(int row);

    /** What stands there. */
    String key(int row);

    /** Number of different keys. */
    int keys();

    /** Which key a row has, in [0, keys); duplicate rows have the same. */
    int keyCode(int row);

    /** A hash of what makes the row an event of its own. */
    int hash(int row);

    /** Whether two rows are duplicates. */
    boolean sameEvent(int a, int b);

    /** Whether two duplicate rows agree. */
    boolean sameContent(int a, int b);

    /** Whether a row counts among those that can be lost. */
    boolean canBeLost(int row);

    /** Counts a row that is lost for the assessor, unit and stratum it belongs to. */
    void lose(int row, LossCounter losses);
  }

  private DuplicateRows() {}

  /**
   * Marks repeats and contradictions.
   *
   * <p>Of rows that tell an event alike the first stays. When any two tell it differently, none of
   * the event's rows stays.
   *
   * @param events the rows, and how they are compared
   * @param marks where rows are marked
   */
  static void findDuplicates(Events events, RowMarks marks) {
    int[] rows = withSharedKeys(events);
    int[] slots = new int[Math.max(16, Integer.highestOneBit(Math.max(1, rows.length)) * 4)];
    int[] start = new int[BLOCK];
    for (int from = 0; from < rows.length; from += BLOCK) {
      int block = Math.min(BLOCK, rows.length - from);
      if (touch(events, rows, from, block, slots, start) >= 0) {
        for (int i = 0; i < block; i++) {
          enter(events, rows[from + i], slots, start[i], marks);
        }
      }
    }
    for (int row = 0; marks.any() && row < events.size(); row++) {
      if (marks.reason(row) == Reason.EXACT_DUPLICATE
          && marks.reason(marks.other(row)) == Reason.CONFLICTING_DUPLICATE) {
        marks.mark(row, Reason.CONFLICTING_DUPLICATE, marks.other(row));
      }
    }
  }

  /** The rows whose key some other row has, too. */
  private static int[] withSharedKeys(Events events) {
    var seen = new BitSet(events.keys());
    var shared = new BitSet(events.keys());
    int repeats = 0;
    for (int row = 0; row < events.size(); row++) {
      int key = events.keyCode(row);
      if (seen.get(key)) {
        shared.set(key);
        repeats++;
      } else {
        seen.set(key);
      }
    }
    int[] rows = new int[repeats + shared.cardinality()];
    for (int row = 0, n = 0; n < rows.length; row++) {
      if (shared.get(events.keyCode(row))) {
        rows[n++] = row;
      }
    }
    return rows;
  }

  /**
   * Finds where the rows of a block begin to look, and looks there once: loads that do not wait for
   * one another, so that each row then finds its slot in a cache.
   *
   * @return at least 0; made of all that was loaded, or the loads would be left out
   */
  private static int touch(
      Events events, int[] rows, int from, int block, int[] slots, int[] start) {
    int mask = slots.length - 1;
    int sum = 0;
    for (int i = 0; i < block; i++) {
      int hash = events.hash(rows[from + i]) * 0x9E3779B9;
      start[i] = (hash ^ hash >>> 15) & mask;
      sum |= slots[start[i]];
    }
    return sum;
  }

  private static void enter(Events events, int row, int[] slots, int start, RowMarks marks) {
    int slot = start;
    while (slots[slot] != 0 && !events.sameEvent(slots[slot] - 1, row)) {
      slot = slot + 1 & slots.length - 1;
    }
    int first = slots[slot] - 1;
    if (first < 0) {
      slots[slot] = row + 1;
    } else if (events.sameContent(first, row)) {
      marks.mark(row, Reason.EXACT_DUPLICATE, first);
    } else {
      marks.mark(row, Reason.CONFLICTING_DUPLICATE, first);
      marks.mark(first, Reason.CONFLICTING_DUPLICATE, row);
    }
  }
}
