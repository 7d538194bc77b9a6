package org.assay.count;

import org.assay.internal.Bytes;

/**
 * Counts columns into the blocks of a {@link ConfusionCube}, the fastest way for its size: one
 * table that stays in the caches for up to 65,536 cells, {@link CubeGroups} for more.
 */
final class CubeKernel {
  private static final int TABLE = 1 << 16;

  /** Fewer rows than this are added one at a time: a table must be zeroed and read again. */
  private static final int TABLE_PAYS = 1 << 14;

  private static final int STAGE = 1024;

  private final CellCounts[] blocks;
  private final int blockSize;
  private final CubeColumns columns;
  private final int grades;

  CubeKernel(CellCounts[] blocks, int blockSize, CubeColumns columns) {
    this.blocks = blocks;
    this.blockSize = blockSize;
    this.columns = columns;
    this.grades = columns.grades();
  }

  void count(int from, int to) {
    if (to - from < TABLE_PAYS) {
      countEach(from, to);
    } else if ((long) blocks.length * blockSize <= TABLE) {
      countInTable(from, to);
    } else {
      var groups = new CubeGroups(blocks, blockSize, columns);
      if (groups.fit()) {
        groups.count(from, to);
      } else {
        countEach(from, to);
      }
    }
  }

  private void countEach(int from, int to) {
    int[] cells = new int[STAGE];
    for (int at = from; at < to; at += STAGE) {
      int rows = Math.min(STAGE, to - at);
      columns.cells(at, rows, cells);
      for (int j = 0; j < rows; j++) {
        CellCounts.of(blocks, columns.assessor().get(at + j), blockSize).add(cells[j], 1);
      }
    }
  }

  private void countInTable(int from, int to) {
    CubeWords words = CubeWords.of(columns, blockSize);
    int gradeBits = 32 - Integer.numberOfLeadingZeros(grades - 1);
    boolean pairsOnly = columns.period() == null && columns.stratum() == null;
    boolean wide = columns.assessor().width() == 2;
    if (words == null) {
      addTable(tableOfAny(from, to), blockSize, grades);
    } else if (pairsOnly && wide && blocks.length <= TABLE >>> 2 * gradeBits) {
      addTable(tableByShifts(gradeBits, from, to), 1 << 2 * gradeBits, 1 << gradeBits);
    } else {
      addTable(tableOfWords(words, from, to), blockSize, grades);
    }
  }

  /** Adds a table that may have room for more grades than there are. */
  private void addTable(int[] table, int assessorCells, int rowCells) {
    for (int a = 0; a < blocks.length; a++) {
      for (int i = 0; i < blockSize; i++) {
        int n = table[a * assessorCells + i / grades * rowCells + i % grades];
        if (n != 0) {
          CellCounts.of(blocks, a, blockSize).add(i, n);
        }
      }
    }
  }

  // A table is made in the method that counts, so that the compiler sees that no index misses it.

  /** Pairs of assessors of two bytes: shifts are faster than products. */
  private int[] tableByShifts(int gradeBits, int from, int to) {
    byte[] a = columns.assessor().twoBytes();
    byte[] r = columns.reference().bytes();
    byte[] g = columns.grade().bytes();
    int[] table = new int[TABLE];
    int at = from;
    for (int last = to - 8; at <= last; at += 8) {
      long pairs = Bytes.word(r, at) << gradeBits | Bytes.word(g, at);
      long first = CubeWords.spread(pairs & CubeWords.LOW);
      long second = CubeWords.spread(pairs >>> 32);
      count(table, Bytes.word(a, 2 * at) << 2 * gradeBits | first);
      count(table, Bytes.word(a, 2 * at + 8) << 2 * gradeBits | second);
    }
    for (; at < to; at++) {
      table[Bytes.twoBytes(a, at) << 2 * gradeBits | r[at] << gradeBits | g[at]]++;
    }
    return table;
  }

  private int[] tableOfWords(CubeWords words, int from, int to) {
    int[] table = new int[TABLE];
    int at = from;
    for (int last = to - 8; at <= last; at += 8) {
      count(table, words.firstAssessors(at) * blockSize + words.firstCells(at));
      count(table, words.lastAssessors(at) * blockSize + words.lastCells(at));
    }
    addAny(table, at, to);
    return table;
  }

  /** Counts four cells of two bytes each. */
  private static void count(int[] table, long cells) {
    table[(int) cells & 0xFFFF]++;
    table[(int) (cells >>> 16) & 0xFFFF]++;
    table[(int) (cells >>> 32) & 0xFFFF]++;
    table[(int) (cells >>> 48)]++;
  }

  private int[] tableOfAny(int from, int to) {
    int[] table = new int[TABLE];
    addAny(table, from, to);
    return table;
  }

  private void addAny(int[] table, int from, int to) {
    int[] cells = new int[STAGE];
    for (int at = from; at < to; at += STAGE) {
      int rows = Math.min(STAGE, to - at);
      columns.cells(at, rows, cells);
      Columns.addScaled(columns.assessor(), at, rows, blockSize, cells);
      for (int j = 0; j < rows; j++) {
        table[cells[j] & 0xFFFF]++;
      }
    }
  }
}
