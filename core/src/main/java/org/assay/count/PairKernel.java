package org.assay.count;

import java.util.Arrays;
import org.assay.data.Codes;

/**
 * Counts the pairs of two columns, the fastest way for their number of grades.
 *
 * <p>Up to 8 grades: bit planes ({@link BitPlanes}). Up to 16: two pairs at a time in a table of
 * 16-bit indices, folded at the end. Up to 256: a table of {@code int}. Beyond: straight into the
 * counts. Ranges too short to pay for a table are counted one pair at a time. Codes must have been
 * checked before.
 */
final class PairKernel {
  private static final int TABLE = 1 << 16;

  /** From here on the zeroing and folding of a 16-bit table is small against the counting. */
  private static final int TABLE_PAYS = 1 << 17;

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
    } else if (to - from >= TABLE_PAYS) {
      at =
          grades <= 16
              ? countTwo(r, g, from, to, grades, counts)
              : countOne(r, g, from, to, grades, counts);
    }
    for (; at < to; at++) {
      counts[(r[at] & 0xFF) * grades + (g[at] & 0xFF)]++;
    }
  }

  private static int countPlanes(byte[] r, byte[] g, int from, int to, int grades, long[] counts) {
    int at = from;
    if (to - from >= BitPlanes.ROWS) {
      BitPlanes planes = new BitPlanes(grades);
      for (; to - at >= BitPlanes.ROWS; at += BitPlanes.ROWS) {
        planes.add(r, g, at);
      }
      planes.addTo(counts);
    }
    return at;
  }

  /** Index of a table entry: first pair in the low byte, second in the high one. */
  private static int countTwo(byte[] r, byte[] g, int from, int to, int grades, long[] counts) {
    int[] table = new int[TABLE]; // made here, so that the compiler sees that no index can miss it
    int at = from;
    for (; to - at >= 8; at += 8) {
      long pairs = Columns.word(r, at) << 4 | Columns.word(g, at);
      int low = (int) pairs;
      int high = (int) (pairs >>> 32);
      table[low & 0xFFFF]++;
      table[low >>> 16]++;
      table[high & 0xFFFF]++;
      table[high >>> 16]++;
    }
    long[] single = new long[256];
    for (int i = 0; i < TABLE; i++) {
      single[i & 0xFF] += table[i];
      single[i >>> 8] += table[i];
    }
    for (int i = 0; i < grades * grades; i++) {
      counts[i] += single[i / grades << 4 | i % grades];
    }
    return at;
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
