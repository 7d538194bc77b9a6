package org.assay.count;

import org.assay.internal.Bytes;

/**
 * Counts pairs of codes below 4 without a table.
 *
 * <p>A block of rows becomes one bit plane for each of the two bits of the two codes: 64 rows per
 * word. For every set of reference bits and every set of grade bits, the words are and-ed and their
 * ones counted; that gives how often <em>at least</em> these bits are set, and inclusion and
 * exclusion at the end gives how often <em>exactly</em> these are. The work per row is the same
 * whatever the grades are: no table entry is written twice in a row, which is what slows a table
 * down when one pair is common. The planes of 64 rows are made in registers; the ones of a block
 * are counted by loops over arrays of words, which newer compilers vectorise.
 */
final class BitPlanes {
  /** Largest number of grades. */
  static final int MAX_GRADES = 4;

  /** Rows of a block. */
  static final int ROWS = 4096;

  private static final int SETS = 4; // of the two bits of a code
  private static final int WORDS = ROWS / 64;
  private static final long EVEN_BITS = 0x5555_5555_5555_5555L;
  private static final long EVEN_PAIRS = 0x3333_3333_3333_3333L;

  private final long[][] reference = new long[SETS][WORDS]; // [m]: rows with all bits of m, m > 0
  private final long[][] grade = new long[SETS][WORDS];
  private final long[] atLeast = new long[SETS * SETS]; // [SETS * m + l]: all bits of m and of l

  /** Counts a block of rows. */
  void add(byte[] referenceCodes, byte[] gradeCodes, int from) {
    split(referenceCodes, gradeCodes, from);
    and(grade[1], grade[2], grade[3]);
    and(reference[1], reference[2], reference[3]);
    atLeast[0] += ROWS;
    for (int l = 1; l < SETS; l++) {
      atLeast[l] += ones(grade[l]);
      atLeast[SETS * l] += ones(reference[l]);
      for (int m = 1; m < SETS; m++) {
        atLeast[SETS * m + l] += ones(reference[m], grade[l]);
      }
    }
  }

  /** Adds what was counted to counts[reference * grades + grade]. */
  void addTo(int grades, long[] counts) {
    long[] exactly = atLeast.clone();
    for (int bit = 1; bit < exactly.length; bit <<= 1) {
      for (int m = 0; m < exactly.length; m++) {
        if ((m & bit) == 0) {
          exactly[m] -= exactly[m | bit];
        }
      }
    }
    for (int r = 0; r < grades; r++) {
      for (int g = 0; g < grades; g++) {
        counts[r * grades + g] += exactly[SETS * r + g];
      }
    }
  }

  /** Makes the planes of single bits. The order of the rows changes, alike in all planes. */
  private void split(byte[] r, byte[] g, int from) {
    long[] reference1 = reference[1];
    long[] reference2 = reference[2];
    long[] grade1 = grade[1];
    long[] grade2 = grade[2];
    for (int j = 0; j < WORDS; j++) {
      int at = from + 64 * j;
      long a = nibbles(r, g, at);
      long b = nibbles(r, g, at + 16);
      long c = nibbles(r, g, at + 32);
      long d = nibbles(r, g, at + 48);
      long lowAb = (a & EVEN_BITS) | (b & EVEN_BITS) << 1; // 32 rows of bits 0 and 2
      long lowCd = (c & EVEN_BITS) | (d & EVEN_BITS) << 1;
      long highAb = (a >>> 1 & EVEN_BITS) | (b & ~EVEN_BITS); // and of bits 1 and 3
      long highCd = (c >>> 1 & EVEN_BITS) | (d & ~EVEN_BITS);
      grade1[j] = (lowAb & EVEN_PAIRS) | (lowCd & EVEN_PAIRS) << 2;
      reference1[j] = (lowAb >>> 2 & EVEN_PAIRS) | (lowCd & ~EVEN_PAIRS);
      grade2[j] = (highAb & EVEN_PAIRS) | (highCd & EVEN_PAIRS) << 2;
      reference2[j] = (highAb >>> 2 & EVEN_PAIRS) | (highCd & ~EVEN_PAIRS);
    }
  }

  /** Sixteen rows: grade in bits 0 and 1 of a nibble, reference in bits 2 and 3. */
  private static long nibbles(byte[] r, byte[] g, int at) {
    long low = Bytes.word(r, at) << 2 | Bytes.word(g, at);
    long high = Bytes.word(r, at + 8) << 2 | Bytes.word(g, at + 8);
    return low | high << 4;
  }

  private static void and(long[] a, long[] b, long[] both) {
    for (int j = 0; j < both.length; j++) {
      both[j] = a[j] & b[j];
    }
  }

  private static int ones(long[] a) {
    int n = 0;
    for (int j = 0; j < a.length; j++) {
      n += Long.bitCount(a[j]);
    }
    return n;
  }

  private static int ones(long[] a, long[] b) {
    int n = 0;
    for (int j = 0; j < a.length; j++) {
      n += Long.bitCount(a[j] & b[j]);
    }
    return n;
  }
}
