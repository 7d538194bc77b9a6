package org.assay.count;

import java.util.Arrays;
import org.assay.data.Codes;
import org.assay.internal.Bytes;

/**
 * Counts the pairs of two columns, the fastest way for their number of grades.
 *
 * <p>Up to 4 grades: bit planes ({@link BitPlanes}). Up to 16: two pairs at a time in a table of
 * 12-bit or 16-bit indices, folded at the end. Up to 256: a table of {@code int}. Beyond: straight
 * into the counts. Ranges too short to pay for a table are counted one pair at a time. Codes must
 * have been checked before.
 */
final class PairKernel {
  private static final int TABLE = 1 << 16;

  /** From here on the zeroing and folding of a 16-bit table is small against the counting. */
  private static final int TABLE_PAYS = 1 << 17;

  private static final long LOW_BYTES = 0x00FF_00FF_00FF_00FFL;
  private static final int STAGE = 1024;

  private PairKernel() {}

  /** Adds the pairs of rows from..to-1 to counts[reference * grades + grade]. */
  static void count(Codes reference, Codes grade, int from, int to, int grades, long[] counts) {
    if (reference.width() != 1 || grade.width() != 1) {
      countWide(reference, grade, from, to, grades, counts);
      return;
    }
    byte[] r = reference.bytes();
    byte[] g = grade.bytes();
    int at = from;
    if (grades <= BitPlanes.MAX_GRADES) {
      at = countPlanes(r, g, from, to, grades, counts);
    } else if (grades <= 8 && to - from >= TABLE_PAYS >> 4) {
      at = countTwoOf8(r, g, from, to, grades, counts);
    } else if (to - from >= TABLE_PAYS) {
      at =
          grades <= 16
              ? countTwoOf16(r, g, from, to, grades, counts)
              : countOne(r, g, from, to, grades, counts);
    }
    for (; at < to; at++) {
      counts[(r[at] & 0xFF) * grades + (g[at] & 0xFF)]++;
    }
  }

  private static int countPlanes(byte[] r, byte[] g, int from, int to, int grades, long[] counts) {
    int at = from;
    if (to - from >= BitPlanes.ROWS) {
      BitPlanes planes = new BitPlanes();
      for (; to - at >= BitPlanes.ROWS; at += BitPlanes.ROWS) {
        planes.add(r, g, at);
      }
      planes.addTo(grades, counts);
    }
    return at;
  }

  /** Two pairs of 6 bits per index. The table is made here, so that no index needs a check. */
  private static int countTwoOf8(byte[] r, byte[] g, int from, int to, int grades, long[] counts) {
    int[] table = new int[1 << 12];
    int at = from;
    for (; to - at >= 8; at += 8) {
      long bytes = Bytes.word(r, at) << 3 | Bytes.word(g, at);
      long pairs = bytes & LOW_BYTES | (bytes & ~LOW_BYTES) >>> 2;
      int low = (int) pairs;
      int high = (int) (pairs >>> 32);
      table[low & 0xFFF]++;
      table[low >>> 16 & 0xFFF]++;
      table[high & 0xFFF]++;
      table[high >>> 16 & 0xFFF]++;
    }
    addPairs(table, 3, grades, counts);
    return at;
  }

  /** Two pairs of 8 bits per index. */
  private static int countTwoOf16(byte[] r, byte[] g, int from, int to, int grades, long[] counts) {
    int[] table = new int[TABLE];
    int at = from;
    for (; to - at >= 8; at += 8) {
      long pairs = Bytes.word(r, at) << 4 | Bytes.word(g, at);
      int low = (int) pairs;
      int high = (int) (pairs >>> 32);
      table[low & 0xFFFF]++;
      table[low >>> 16]++;
      table[high & 0xFFFF]++;
      table[high >>> 16]++;
    }
    addPairs(table, 4, grades, counts);
    return at;
  }

  private static void addPairs(int[] table, int bits, int grades, long[] counts) {
    long[] single = new long[1 << 2 * bits];
    for (int i = 0; i < table.length; i++) {
      single[i & single.length - 1] += table[i];
      single[i >>> 2 * bits] += table[i];
    }
    for (int i = 0; i < grades * grades; i++) {
      counts[i] += single[i / grades << bits | i % grades];
    }
  }

  private static int countOne(byte[] r, byte[] g, int from, int to, int grades, long[] counts) {
    int[] table = new int[TABLE];
    for (int at = from; at < to; at++) {
      table[(r[at] & 0xFF) << 8 | g[at] & 0xFF]++;
    }
    for (int i = 0; i < grades * grades; i++) {
      counts[i] += table[i / grades << 8 | i % grades];
    }
    return to;
  }

  private static void countWide(
      Codes reference, Codes grade, int from, int to, int grades, long[] counts) {
    int[] cells = new int[STAGE];
    for (int at = from; at < to; at += STAGE) {
      int rows = Math.min(STAGE, to - at);
      Arrays.fill(cells, 0);
      Columns.addScaled(reference, at, rows, grades, cells);
      Columns.addScaled(grade, at, rows, 1, cells);
      for (int j = 0; j < rows; j++) {
        counts[cells[j]]++;
      }
    }
  }
}
