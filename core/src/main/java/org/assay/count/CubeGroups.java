package org.assay.count;

import java.util.Arrays;

/**
 * Counts columns into a cube that is larger than the caches, in two steps: the rows are first
 * distributed to groups of assessors whose cells fit the second-level cache together, then each
 * group is counted. One step over all cells would wait for memory at every row.
 */
final class CubeGroups {
  /** Rows distributed at a time: a buffer of at most 64 MiB. */
  private static final int BATCH = 1 << 24;

  private static final int STAGE = 1024;
  private static final int FLAT_BITS = 17;
  private static final int GROUP_CELLS = 1 << FLAT_BITS;
  private static final int MAX_GROUPS = 1 << 12;

  private final CellCounts[] blocks;
  private final int blockSize;
  private final CubeColumns columns;
  private final CubeWords words; // null: columns are too wide
  private final int cellBits;
  private final int groupBits; // of an assessor within its group

  CubeGroups(CellCounts[] blocks, int blockSize, CubeColumns columns) {
    this.blocks = blocks;
    this.blockSize = blockSize;
    this.columns = columns;
    this.words = CubeWords.of(columns, blockSize);
    cellBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(blockSize - 1));
    int bits = Math.max(0, 31 - Integer.numberOfLeadingZeros(GROUP_CELLS / blockSize));
    while (blocks.length >>> bits >= MAX_GROUPS) {
      bits++;
    }
    groupBits = bits;
  }

  /** Whether an assessor in its group and a cell fit one int. */
  boolean fit() {
    return cellBits + groupBits <= 31;
  }

  void count(int from, int to) {
    for (int at = from; at < to; at += Math.min(BATCH, to - at)) {
      countBatch(at, at + Math.min(BATCH, to - at));
    }
  }

  private void countBatch(int from, int to) {
    int[] start = groupStarts(from, to);
    int[] rows = distribute(from, to, start.clone());
    int groupSize = 1 << groupBits;
    char[][] narrow = new char[groupSize][];
    char[] flat = new char[GROUP_CELLS]; // counts of a group, zero between groups
    for (int group = 0; group + 1 < start.length; group++) {
      int first = group << groupBits;
      int members = Math.min(groupSize, blocks.length - first);
      int size = start[group + 1] - start[group];
      if (size == 0) {
        continue;
      }
      if (size <= Character.MAX_VALUE && isFlat() && isNew(first, members)) {
        countNewGroup(rows, start[group], start[group + 1], flat, first, members);
        continue;
      }
      for (int a = 0; a < members; a++) {
        narrow[a] = CellCounts.of(blocks, first + a, blockSize).narrow();
      }
      countGroup(rows, start[group], start[group + 1], narrow, first);
    }
  }

  private boolean isFlat() {
    return blockSize <= CellCounts.SMALL && cellBits + groupBits <= FLAT_BITS;
  }

  private boolean isNew(int first, int members) {
    for (int a = first; a < first + members; a++) {
      if (blocks[a] != null) {
        return false;
      }
    }
    return true;
  }

  // Nothing was counted yet and no count can overflow: one table for the group, copied to blocks.
  private void countNewGroup(int[] rows, int from, int to, char[] flat, int first, int members) {
    addFlat(rows, from, to, flat);
    for (int a = 0; a < members; a++) {
      int at = a << cellBits;
      blocks[first + a] = new CellCounts(Arrays.copyOfRange(flat, at, at + blockSize));
      Arrays.fill(flat, at, at + blockSize, (char) 0);
    }
  }

  // The table's length is known and the index masked: no check per row.
  private static void addFlat(int[] rows, int from, int to, char[] flat) {
    if (flat.length != GROUP_CELLS) {
      throw new IllegalArgumentException("flat must have " + GROUP_CELLS + " cells");
    }
    for (int i = from; i < to; i++) {
      flat[rows[i] & GROUP_CELLS - 1]++;
    }
  }

  private void countGroup(int[] rows, int from, int to, char[][] narrow, int first) {
    int cellMask = (1 << cellBits) - 1;
    for (int i = from; i < to; i++) {
      int a = rows[i] >>> cellBits;
      int cell = rows[i] & cellMask;
      char[] counts = narrow[a];
      if (counts != null && counts[cell] != Character.MAX_VALUE) {
        counts[cell]++;
      } else {
        blocks[first + a].add(cell, 1);
        narrow[a] = blocks[first + a].narrow();
      }
    }
  }

  private int[] groupStarts(int from, int to) {
    int[] start = new int[(blocks.length - 1 >>> groupBits) + 2];
    int at = from;
    if (words != null) {
      for (int last = to - 8; at <= last; at += 8) {
        addSizes(words.firstAssessors(at), start);
        addSizes(words.lastAssessors(at), start);
      }
    }
    for (; at < to; at++) {
      start[(columns.assessor().get(at) >>> groupBits) + 1]++;
    }
    for (int group = 1; group < start.length; group++) {
      start[group] += start[group - 1];
    }
    return start;
  }

  /** Four rows. */
  private void addSizes(long codes, int[] start) {
    start[(((int) codes & 0xFFFF) >>> groupBits) + 1]++;
    start[(((int) (codes >>> 16) & 0xFFFF) >>> groupBits) + 1]++;
    start[(((int) (codes >>> 32) & 0xFFFF) >>> groupBits) + 1]++;
    start[((int) (codes >>> 48) >>> groupBits) + 1]++;
  }

  /** The rows by group, each as assessor within the group and cell. */
  private int[] distribute(int from, int to, int[] next) {
    int[] distributed = new int[to - from];
    int at = from;
    if (words != null) {
      for (int last = to - 8; at <= last; at += 8) {
        distribute(words.firstAssessors(at), words.firstCells(at), next, distributed);
        distribute(words.lastAssessors(at), words.lastCells(at), next, distributed);
      }
    }
    int[] cells = new int[STAGE];
    int[] codes = new int[STAGE];
    for (; at < to; at += Math.min(STAGE, to - at)) {
      int rows = Math.min(STAGE, to - at);
      columns.cells(at, rows, cells);
      Columns.copy(columns.assessor(), at, rows, codes);
      for (int j = 0; j < rows; j++) {
        distribute(codes[j], cells[j], next, distributed);
      }
    }
    return distributed;
  }

  /** Four rows. */
  private void distribute(long codes, long cells, int[] next, int[] to) {
    distribute((int) codes & 0xFFFF, (int) cells & 0xFFFF, next, to);
    distribute((int) (codes >>> 16) & 0xFFFF, (int) (cells >>> 16) & 0xFFFF, next, to);
    distribute((int) (codes >>> 32) & 0xFFFF, (int) (cells >>> 32) & 0xFFFF, next, to);
    distribute((int) (codes >>> 48), (int) (cells >>> 48), next, to);
  }

  private void distribute(int code, int cell, int[] next, int[] to) {
    int inGroup = code & (1 << groupBits) - 1;
    to[next[code >>> groupBits]++] = inGroup << cellBits | cell;
  }
}
