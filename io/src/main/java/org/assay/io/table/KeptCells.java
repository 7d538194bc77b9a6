package org.assay.io.table;

import org.assay.data.Dictionary;

/**
 * The cells of one column as they are written to a state, some rows at a time: a cell that has come
 * before as its number among the different ones, a new one by what it has in common with the new
 * one before.
 *
 * <pre>{@code
 * rows numbers        0 for a new cell, or 1 + the place of an earlier one among the new ones so far
 * new cells numbers   bytes at the beginning that it shares with the new cell before
 * new cells numbers   bytes after these
 * bytes               all of them, cell after cell
 * }</pre>
 *
 * Cells are bytes, UTF-8 or not. After {@value #MOST} different ones, or {@value #MOST_BYTES} bytes
 * of them, the next rows begin anew, so that memory is bounded for a column of ids.
 */
final class KeptCells {
  static final int MOST = 1 << 14;
  static final int MOST_BYTES = 1 << 22;

  private Dictionary known = new Dictionary();
  private long bytes; // of the known
  private byte[] last = new byte[64]; // the last new cell
  private int lastLength;
  private final StateOut codes = new StateOut();
  private final StateOut shared = new StateOut();
  private final StateOut added = new StateOut();
  private final StateOut text = new StateOut();

  /** Adds the cell of the next row. */
  void add(byte[] from, int offset, int count) {
    int size = known.size();
    int code = known.add(from, offset, count);
    if (code < size) {
      codes.number(code + 1L);
      return;
    }
    codes.number(0);
    int same = 0;
    while (same < Math.min(count, lastLength) && from[offset + same] == last[same]) {
      same++;
    }
    shared.number(same);
    added.number(count - same);
    text.bytes(from, offset + same, count - same);
    last = last.length < count ? new byte[count * 2] : last;
    System.arraycopy(from, offset, last, 0, count);
    lastLength = count;
    bytes += count;
  }

  /** Writes the rows added since the last time. */
  void moveTo(StateOut out) {
    for (StateOut part : new StateOut[] {codes, shared, added, text}) {
      out.bytes(part);
      part.clear();
    }
    if (known.size() > MOST || bytes > MOST_BYTES) {
      known = new Dictionary();
      bytes = 0;
      lastLength = 0;
    }
  }
}
