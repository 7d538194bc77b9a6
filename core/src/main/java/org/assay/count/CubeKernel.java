package org.assay.count;

import java.util.Arrays;
import org.assay.data.Codes;
import org.assay.internal.Bytes;

/**
 * Counts columns into the blocks of a {@link ConfusionCube}, the fastest way for its size.
 *
 * <p>A cube of up to 65,536 cells is counted in one table that stays in the caches. A larger one is
 * counted in two steps: the rows are first distributed to groups of assessors whose cells fit the
 * second-level cache together, then each group is counted; one step over all cells would wait for
 * memory at every row. Codes must have been checked before.
 */
final class CubeKernel {
  private static final int TABLE = 1 << 16;
  private static final long LOW = 0xFFFFFFFFL; // four of eight bytes

  /** Fewer rows than this are added one at a time: a table must be zeroed and read again. */
  private static final int TABLE_PAYS = 1 << 14;

  /** Rows distributed at a time: a buffer of at most 64 MiB. */
  private static final int BATCH = 1 << 24;

  private static final int STAGE = 1024;
  private static final int GROUP_CELLS = 1 << 17;
  private static final int MAX_GROUPS = 1 << 12;

  private final CellCounts[] blocks;
  private final int blockSize;
  private final int strata;
  private final int grades;
  private final Codes assessor;
  private final Codes period; // null: one period
  private final Codes stratum; // null: one stratum
  private final Codes reference;
  private final Codes grade;

  CubeKernel(
      CellCounts[] blocks,
      int blockSize,
      int strata,
      int grades,
      Codes assessor,
      Codes period,
      Codes stratum,
      Codes reference,
      Codes grade) {
    this.blocks = blocks;
    this.blockSize = blockSize;
    this.strata = strata;
    this.grades = grades;
    this.assessor = assessor;
    this.period = period;
    this.stratum = stratum;
    this.reference = reference;
    this.grade = grade;
  }

  void count(int from, int to) {
    if (to - from < TABLE_PAYS) {
      countEach(from, to);
    } else if ((long) blocks.length * blockSize <= TABLE) {
      countInTable(from, to);
    } else {
      for (int at = from; at < to; at += Math.min(BATCH, to - at)) {
        countByGroups(at, at + Math.min(BATCH, to - at));
      }
    }
  }

  private void countEach(int from, int to) {
    int[] cells = new int[STAGE];
    for (int at = from; at < to; at += STAGE) {
      int rows = Math.min(STAGE, to - at);
      cells(at, rows, cells);
      for (int j = 0; j < rows; j++) {
        block(assessor.get(at + j)).add(cells[j], 1);
      }
    }
  }

  private void countInTable(int from, int to) {
    boolean plain = period == null && stratum == null && grades <= 16;
    boolean bytes = reference.width() == 1 && grade.width() == 1;
    if (plain && bytes && assessor.width() == 2) {
      int gradeBits = 32 - Integer.numberOfLeadingZeros(grades - 1);
      if (blocks.length <= TABLE >>> 2 * gradeBits) {
        addTable(tableByShifts(gradeBits, from, to), 1 << 2 * gradeBits, 1 << gradeBits);
      } else {
        addTable(tableByProducts(from, to), blockSize, grades);
      }
    } else if (plain && bytes && assessor.width() == 1) {
      addTable(tableOfBytes(from, to), blockSize, grades);
    } else {
      addTable(tableOfAny(from, to), blockSize, grades);
    }
  }

  /** Adds a table that may have room for more grades than there are. */
  private void addTable(int[] table, int assessorCells, int rowCells) {
    for (int a = 0; a < blocks.length; a++) {
      for (int i = 0; i < blockSize; i++) {
        int n = table[a * assessorCells + i / grades * rowCells + i % grades];
        if (n != 0) {
          block(a).add(i, n);
        }
      }
    }
  }

  // A table is made in the method that counts, so that the compiler sees that no index misses it.
  // Eight rows at a time: their pairs are the bytes of one word, their cells the two-byte parts of
  // two. No part overflows into the next, for all cells are below 65,536.

  private int[] tableByShifts(int gradeBits, int from, int to) {
    byte[] a = assessor.twoBytes();
    byte[] r = reference.bytes();
    byte[] g = grade.bytes();
    int[] table = new int[TABLE];
    int at = from;
    for (int last = to - 8; at <= last; at += 8) {
      long pairs = Bytes.word(r, at) << gradeBits | Bytes.word(g, at);
      count(table, Bytes.word(a, 2 * at) << 2 * gradeBits | spread(pairs & LOW));
      count(table, Bytes.word(a, 2 * at + 8) << 2 * gradeBits | spread(pairs >>> 32));
    }
    for (; at < to; at++) {
      table[Bytes.twoBytes(a, at) << 2 * gradeBits | r[at] << gradeBits | g[at]]++;
    }
    return table;
  }

  private int[] tableByProducts(int from, int to) {
    byte[] a = assessor.twoBytes();
    byte[] r = reference.bytes();
    byte[] g = grade.bytes();
    int[] table = new int[TABLE];
    int at = from;
    for (int last = to - 8; at <= last; at += 8) {
      long pairs = Bytes.word(r, at) * grades + Bytes.word(g, at);
      count(table, Bytes.word(a, 2 * at) * blockSize + spread(pairs & LOW));
      count(table, Bytes.word(a, 2 * at + 8) * blockSize + spread(pairs >>> 32));
    }
    for (; at < to; at++) {
      table[Bytes.twoBytes(a, at) * blockSize + r[at] * grades + g[at]]++;
    }
    return table;
  }

  private int[] tableOfBytes(int from, int to) {
    byte[] a = assessor.bytes();
    byte[] r = reference.bytes();
    byte[] g = grade.bytes();
    int[] table = new int[TABLE];
    int at = from;
    for (int last = to - 8; at <= last; at += 8) {
      long pairs = Bytes.word(r, at) * grades + Bytes.word(g, at);
      long codes = Bytes.word(a, at);
      count(table, spread(codes & LOW) * blockSize + spread(pairs & LOW));
      count(table, spread(codes >>> 32) * blockSize + spread(pairs >>> 32));
    }
    for (; at < to; at++) {
      table[(a[at] & 0xFF) * blockSize + r[at] * grades + g[at]]++;
    }
    return table;
  }

  /** The four low bytes of a word, each in two bytes. */
  private static long spread(long bytes) {
    long apart = (bytes | bytes << 16) & 0x0000FFFF_0000FFFFL;
    return (apart | apart << 8) & 0x00FF00FF_00FF00FFL;
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
    int[] cells = new int[STAGE];
    for (int at = from; at < to; at += STAGE) {
      int rows = Math.min(STAGE, to - at);
      cells(at, rows, cells);
      Columns.addScaled(assessor, at, rows, blockSize, cells);
      for (int j = 0; j < rows; j++) {
        table[cells[j] & 0xFFFF]++;
      }
    }
    return table;
  }

  private void countByGroups(int from, int to) {
    int cellBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(blockSize - 1));
    int groupBits = Math.max(0, 31 - Integer.numberOfLeadingZeros(GROUP_CELLS / blockSize));
    while (blocks.length >>> groupBits >= MAX_GROUPS) {
      groupBits++;
    }
    if (cellBits + groupBits > 31) { // an assessor in its group and a cell must fit one int
      countEach(from, to);
      return;
    }
    int[] start = groupStarts(from, to, groupBits);
    int[] rows = distribute(from, to, groupBits, cellBits, start.clone());
    int groupSize = 1 << groupBits;
    char[][] narrow = new char[groupSize][];
    char[] flat = new char[groupSize << cellBits];
    for (int group = 0; group + 1 < start.length; group++) {
      int first = group << groupBits;
      int members = Math.min(groupSize, blocks.length - first);
      int size = start[group + 1] - start[group];
      if (size == 0) {
        continue;
      }
      if (blockSize <= CellCounts.SMALL && size <= Character.MAX_VALUE && isNew(first, members)) {
        countNewGroup(rows, start[group], start[group + 1], flat, cellBits, first, members);
        continue;
      }
      for (int a = 0; a < members; a++) {
        narrow[a] = block(first + a).narrow();
      }
      countGroup(rows, start[group], start[group + 1], narrow, cellBits, first);
    }
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
  private void countNewGroup(
      int[] rows, int from, int to, char[] flat, int cellBits, int first, int members) {
    for (int i = from; i < to; i++) {
      flat[rows[i]]++;
    }
    for (int a = 0; a < members; a++) {
      int at = a << cellBits;
      blocks[first + a] = new CellCounts(Arrays.copyOfRange(flat, at, at + blockSize));
      Arrays.fill(flat, at, at + blockSize, (char) 0);
    }
  }

  private int[] groupStarts(int from, int to, int groupBits) {
    int[] start = new int[(blocks.length - 1 >>> groupBits) + 2];
    int[] codes = new int[STAGE];
    for (int at = from; at < to; at += STAGE) {
      int rows = Math.min(STAGE, to - at);
      Columns.copy(assessor, at, rows, codes);
      for (int j = 0; j < rows; j++) {
        start[(codes[j] >>> groupBits) + 1]++;
      }
    }
    for (int group = 1; group < start.length; group++) {
      start[group] += start[group - 1];
    }
    return start;
  }

  /** The rows by group, each as assessor within the group and cell. */
  private int[] distribute(int from, int to, int groupBits, int cellBits, int[] next) {
    int[] distributed = new int[to - from];
    int[] cells = new int[STAGE];
    int[] codes = new int[STAGE];
    for (int at = from; at < to; at += STAGE) {
      int rows = Math.min(STAGE, to - at);
      cells(at, rows, cells);
      Columns.copy(assessor, at, rows, codes);
      distribute(codes, cells, rows, groupBits, cellBits, next, distributed);
    }
    return distributed;
  }

  private static void distribute(
      int[] codes, int[] cells, int rows, int groupBits, int cellBits, int[] next, int[] to) {
    int inGroup = (1 << groupBits) - 1;
    for (int j = 0; j < rows; j++) {
      to[next[codes[j] >>> groupBits]++] = (codes[j] & inGroup) << cellBits | cells[j];
    }
  }

  private void countGroup(int[] rows, int from, int to, char[][] narrow, int cellBits, int first) {
    int cellMask = (1 << cellBits) - 1;
    for (int i = from; i < to; i++) {
      int a = rows[i] >>> cellBits;
      int cell = rows[i] & cellMask;
      char[] counts = narrow[a];
      if (counts != null && counts[cell] != Character.MAX_VALUE) {
        counts[cell]++;
      } else {
        block(first + a).add(cell, 1);
        narrow[a] = block(first + a).narrow();
      }
    }
  }

  /** The cells of some rows within the blocks of their assessors. */
  private void cells(int from, int rows, int[] cells) {
    boolean full = period != null && stratum != null;
    if (full && period.width() * stratum.width() * reference.width() * grade.width() == 1) {
      cells(period.bytes(), stratum.bytes(), reference.bytes(), grade.bytes(), from, rows, cells);
      return;
    }
    Arrays.fill(cells, 0);
    if (period != null) {
      Columns.addScaled(period, from, rows, strata * grades * grades, cells);
    }
    if (stratum != null) {
      Columns.addScaled(stratum, from, rows, grades * grades, cells);
    }
    Columns.addScaled(reference, from, rows, grades, cells);
    Columns.addScaled(grade, from, rows, 1, cells);
  }

  /** The same in one pass, for the widths that are usual; eight rows at a time where bytes hold. */
  private void cells(byte[] p, byte[] s, byte[] r, byte[] g, int from, int rows, int[] cells) {
    int pairs = grades * grades;
    int j = 0;
    if (grades <= 16 && blockSize / pairs <= 256) {
      for (; j <= rows - 8; j += 8) {
        int at = from + j;
        long table = Bytes.word(p, at) * strata + Bytes.word(s, at);
        long pair = Bytes.word(r, at) * grades + Bytes.word(g, at);
        for (int k = 0; k < 8; k++) {
          cells[j + k] = ((int) (table >>> 8 * k) & 0xFF) * pairs + ((int) (pair >>> 8 * k) & 0xFF);
        }
      }
    }
    for (; j < rows; j++) {
      int at = from + j;
      int table = (p[at] & 0xFF) * strata + (s[at] & 0xFF);
      cells[j] = table * pairs + (r[at] & 0xFF) * grades + (g[at] & 0xFF);
    }
  }

  private CellCounts block(int a) {
    if (blocks[a] == null) {
      blocks[a] = new CellCounts(blockSize);
    }
    return blocks[a];
  }
}
