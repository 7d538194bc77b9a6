package org.assay.count;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assay.internal.StateWriter;

/**
 * Counts of the cells of one assessor, in the least memory that holds them: a hash table while few
 * of many cells occur, two bytes per cell while no count passes 65,535, eight bytes per cell
 * beyond.
 */
final class CellCounts {
  /** Blocks up to this many cells are never hashed: 8 KiB. */
  static final int SMALL = 4096;

  private static final int FIRST_CAPACITY = 16; // a power of two, as all are

  /** What is done with a cell that occurs. */
  interface CellConsumer {
    void accept(int cell, long count);
  }

  private final int cells;
  private int[] keys; // cell + 1, 0 is free; only while hashed
  private long[] counts; // of the keys while hashed, else of the cells or null
  private char[] narrow; // of the cells or null
  private int used;

  CellCounts(int cells) {
    this.cells = cells;
    if (cells <= SMALL) {
      narrow = new char[cells];
    } else {
      keys = new int[FIRST_CAPACITY];
      counts = new long[FIRST_CAPACITY];
    }
  }

  /** Counts that are known, none of which passes 65,535; kept, not copied. */
  CellCounts(char[] counted) {
    cells = counted.length;
    narrow = counted;
  }

  /** The block of an assessor, which is made when there is none yet. */
  static CellCounts of(CellCounts[] blocks, int assessor, int cells) {
    if (blocks[assessor] == null) {
      blocks[assessor] = new CellCounts(cells);
    }
    return blocks[assessor];
  }

  boolean isHashed() {
    return keys != null;
  }

  /** The counts of all cells while none passes 65,535; a kernel may add to them. Else null. */
  char[] narrow() {
    return narrow;
  }

  long get(int cell) {
    if (keys != null) {
      return counts[slot(cell)]; // a free slot counts 0
    }
    return narrow != null ? narrow[cell] : counts[cell];
  }

  /** Adds to a count; a negative number takes out no more than is there. */
  void add(int cell, long times) {
    long sum = Math.addExact(get(cell), times);
    if (keys != null && keys[slot(cell)] == 0) {
      makeRoom();
    }
    if (keys != null) {
      int slot = slot(cell);
      used += keys[slot] == 0 ? 1 : 0;
      keys[slot] = cell + 1;
      counts[slot] = sum;
      return;
    }
    if (narrow != null && sum > Character.MAX_VALUE) {
      widen();
    }
    if (narrow != null) {
      narrow[cell] = (char) sum;
    } else {
      counts[cell] = sum;
    }
  }

  void forEach(CellConsumer consumer) {
    int size = keys != null ? keys.length : cells;
    for (int i = 0; i < size; i++) {
      long n = narrow != null ? narrow[i] : counts[i];
      if (n != 0) {
        consumer.accept(keys != null ? keys[i] - 1 : i, n);
      }
    }
  }

  /** Doubles the hash table when it is half full, and gives it up where it is the larger one. */
  private void makeRoom() {
    if (2 * (used + 1) <= keys.length) {
      return;
    }
    int[] oldKeys = keys;
    long[] oldCounts = counts;
    int capacity = 2 * keys.length;
    boolean dense = 12L * capacity >= 2L * cells;
    keys = dense ? null : new int[capacity];
    counts = dense ? null : new long[capacity];
    narrow = dense ? new char[cells] : null;
    used = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        add(oldKeys[i] - 1, oldCounts[i]);
      }
    }
  }

  private void widen() {
    counts = new long[cells];
    for (int c = 0; c < cells; c++) {
      counts[c] = narrow[c];
    }
    narrow = null;
  }

  private int slot(int cell) {
    int mask = keys.length - 1;
    int hash = cell * 0x9E3779B9;
    int slot = (hash ^ hash >>> 15) & mask;
    while (keys[slot] != 0 && keys[slot] != cell + 1) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Writes the counts that are not 0, by cell; none for null. */
  static void write(CellCounts block, StateWriter out) {
    if (block == null) {
      out.number(0);
      return;
    }
    int[] occurring = block.ascending();
    out.number(occurring.length);
    int before = 0;
    for (int cell : occurring) {
      out.number(cell - before).number(block.get(cell));
      before = cell;
    }
  }

  private int[] ascending() {
    IntStream.Builder occurring = IntStream.builder();
    forEach((cell, count) -> occurring.add(cell));
    return occurring.build().sorted().toArray();
  }

  CellCounts copy() {
    CellCounts copy = new CellCounts(cells);
    copy.keys = keys == null ? null : keys.clone();
    copy.counts = counts == null ? null : counts.clone();
    copy.narrow = narrow == null ? null : narrow.clone();
    copy.used = used;
    return copy;
  }

  /** Whether every cell has the same count, however it is kept; null has none. */
  static boolean same(CellCounts a, CellCounts b) {
    return a == b || (a == null || a.within(b)) && (b == null || b.within(a));
  }

  private boolean within(CellCounts other) {
    boolean[] equal = {true};
    forEach((cell, n) -> equal[0] &= other != null && other.get(cell) == n);
    return equal[0];
  }

  @Override
  public String toString() {
    long[] all = new long[cells];
    forEach((cell, n) -> all[cell] = n);
    return Arrays.toString(all);
  }
}
