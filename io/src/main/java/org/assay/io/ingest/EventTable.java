package org.assay.io.ingest;

/**
 * Finds rows that tell the same event, with one hash table of row numbers: 8 to 16 bytes a row
 * while it works, nothing afterwards.
 */
final class EventTable {
  private static final int BLOCK = 128;

  /** How rows of a table are compared. */
  interface Events {
    /** Number of rows. */
    int size();

    /** Number of a row in the file. */
    int number(int row);

    /** The column that names the row's event. */
    Table.Column keyColumn(int row);

    /** What stands there. */
    String key(int row);

    /** Whether ids alone show that every row is an event of its own; false when they do not. */
    boolean allDistinct();

    /** A hash of what makes the row an event of its own. */
    int hash(int row);

    /** Whether two rows tell the same event. */
    boolean sameEvent(int a, int b);

    /** Whether two rows that tell the same event tell it alike. */
    boolean sameContent(int a, int b);
  }

  private EventTable() {}

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
    if (events.allDistinct()) {
      return;
    }
    int size = events.size();
    int[] slots = new int[Math.max(16, Integer.highestOneBit(Math.max(1, size)) * 4)];
    int[] start = new int[BLOCK];
    for (int row = 0; row < size; row += BLOCK) {
      int block = Math.min(BLOCK, size - row);
      if (touch(events, row, block, slots, start) >= 0) {
        for (int i = 0; i < block; i++) {
          enter(events, row + i, slots, start[i], marks);
        }
      }
    }
    for (int row = 0; marks.any() && row < size; row++) {
      if (marks.reason(row) == Reason.EXACT_DUPLICATE
          && marks.reason(marks.other(row)) == Reason.CONFLICTING_DUPLICATE) {
        marks.mark(row, Reason.CONFLICTING_DUPLICATE, marks.other(row));
      }
    }
  }

  /**
   * Finds where the rows of a block begin to look, and looks there once: loads that do not wait for
   * one another, so that each row then finds its slot in a cache.
   *
   * @return at least 0; made of all that was loaded, or the loads would be left out
   */
  private static int touch(Events events, int from, int rows, int[] slots, int[] start) {
    int mask = slots.length - 1;
    int sum = 0;
    for (int i = 0; i < rows; i++) {
      int hash = events.hash(from + i) * 0x9E3779B9;
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
