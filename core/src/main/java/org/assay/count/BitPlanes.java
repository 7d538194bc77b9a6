package org.assay.count;

/**
 * Counts pairs of codes below 4 without a table.
 *
 * <p>A block of rows becomes one bit plane for each of the two bits of the two codes: 64 rows a
 * word. For every set of reference bits and every set of grade bits, the words are and-ed and their
 * ones counted; that gives how often <em>at least</em> these bits are set, and inclusion and
 * exclusion at the end gives how often <em>exactly</em> these are. The work a row is the same
 * whatever the grades are: no table entry is written twice in a row, which is what slows a table
 * down when one pair is common. Each loop does one thing to arrays of words, which compilers
 * vectorise; the arrays of a block fit the first-level cache.
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

  private final long[] bytes = new long[8 * WORDS]; // a block in its stages: 8 rows a word,
  private final long[] nibbles = new long[4 * WORDS]; // 16 rows,
  private final long[] even = new long[2 * WORDS]; // 32 rows of bits 0 and 2
  private final long[] odd = new long[2 * WORDS]; // and of bits 1 and 3
  private final long[][] reference = new long[SETS][WORDS]; // [m]: rows with all bits of m, m > 0
  private final long[][] grade = new long[SETS][WORDS];
  private final long[] atLeast = new long[SETS * SETS]; // [SETS * m + l]: all bits of m and of l

  /** Counts a block of rows. */
  void add(byte[] referenceCodes, byte[] gradeCodes, int from) {
    join(referenceCodes, gradeCodes, from, bytes);
    fold(bytes, nibbles);
    splitBits(nibbles, even, odd);
    splitPairs(even, grade[1], reference[1]);
    splitPairs(odd, grade[2], reference[2]);
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

  /** Grade in bits 0 and 1 of a byte, reference in bits 2 and 3. */
  private static void join(byte[] references, byte[] grades, int from, long[] bytes) {
    for (int j = 0; j < bytes.length; j++) {
      bytes[j] = Columns.word(references, from + 8 * j) << 2 | Columns.word(grades, from + 8 * j);
    }
  }

  /** Two words of bytes into one of nibbles. The order of the rows changes, alike in all planes. */
  private static void fold(long[] bytes, long[] nibbles) {
    int words = nibbles.length;
    for (int j = 0; j < words; j++) {
      nibbles[j] = bytes[j] | bytes[j + words] << 4;
    }
  }

  private static void splitBits(long[] nibbles, long[] even, long[] odd) {
    int words = even.length;
    for (int j = 0; j < words; j++) {
      long u = nibbles[j];
      long v = nibbles[j + words];
      even[j] = (u & EVEN_BITS) | (v & EVEN_BITS) << 1;
      odd[j] = (u >>> 1 & EVEN_BITS) | (v & ~EVEN_BITS);
    }
  }

  private static void splitPairs(long[] pairs, long[] low, long[] high) {
    int words = low.length;
    for (int j = 0; j < words; j++) {
      long u = pairs[j];
      long v = pairs[j + words];
      low[j] = (u & EVEN_PAIRS) | (v & EVEN_PAIRS) << 2;
      high[j] = (u >>> 2 & EVEN_PAIRS) | (v & ~EVEN_PAIRS);
    }
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
