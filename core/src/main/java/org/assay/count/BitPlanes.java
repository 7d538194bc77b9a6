package org.assay.count;

/**
 * Counts pairs of codes below 2, 4 or 8 without a table.
 *
 * <p>A block of rows becomes one bit plane for each bit of the two codes: 64 rows a word. For every
 * set of reference bits and every set of grade bits, the words are and-ed and their ones counted;
 * that gives how often <em>at least</em> these bits are set, and inclusion and exclusion at the end
 * gives how often <em>exactly</em> these are. The work a row is the same whatever the grades are:
 * no table entry is written twice in a row, which is what slows a table down when one pair is
 * common. Loops over arrays of words, one thing each: both vectorised and not, they are short.
 */
final class BitPlanes {
  /** Largest number of grades. */
  static final int MAX_GRADES = 8;

  /** Rows of a block. */
  static final int ROWS = 4096;

  private static final int WORDS = ROWS / 64;
  private static final long EVEN_BITS = 0x5555_5555_5555_5555L;
  private static final long EVEN_PAIRS = 0x3333_3333_3333_3333L;

  private final int grades;
  private final int bits; // of a code
  private final int sets; // of bits
  private final long[] bytes = new long[8 * WORDS]; // a block in its stages: 8 rows a word,
  private final long[] nibbles = new long[4 * WORDS]; // 16 rows,
  private final long[] even = new long[2 * WORDS]; // 32 rows of bits 0 and 2
  private final long[] odd = new long[2 * WORDS]; // and of bits 1 and 3
  private final long[] unused = new long[WORDS];
  private final long[][] reference; // reference[m]: rows whose reference has all bits of m, m > 0
  private final long[][] grade;
  private final long[] atLeast; // atLeast[m << bits | l]: rows with all bits of m and l

  BitPlanes(int grades) {
    this.grades = grades;
    this.bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(grades - 1));
    this.sets = 1 << bits;
    this.reference = new long[sets][WORDS];
    this.grade = new long[sets][WORDS];
    this.atLeast = new long[sets * sets];
  }

  /** Counts a block of rows. */
  void add(byte[] referenceCodes, byte[] gradeCodes, int from) {
    if (bits <= 2) {
      join(referenceCodes, gradeCodes, from, bytes);
      split(
          grade[1], bits == 2 ? grade[2] : unused, reference[1], bits == 2 ? reference[2] : unused);
    } else {
      load(referenceCodes, from, bytes);
      split(reference[1], reference[2], reference[4], unused);
      load(gradeCodes, from, bytes);
      split(grade[1], grade[2], grade[4], unused);
    }
    intersect(reference);
    intersect(grade);
    atLeast[0] += ROWS;
    for (int l = 1; l < sets; l++) {
      atLeast[l] += ones(grade[l]);
      atLeast[l << bits] += ones(reference[l]);
      for (int m = 1; m < sets; m++) {
        atLeast[m << bits | l] += ones(reference[m], grade[l]);
      }
    }
  }

  /** Adds what was counted to counts[reference * grades + grade]. */
  void addTo(long[] counts) {
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
        counts[r * grades + g] += exactly[r << bits | g];
      }
    }
  }

  /** The planes of the four lowest bits of {@link #bytes}. */
  private void split(long[] bit0, long[] bit1, long[] bit2, long[] bit3) {
    fold(bytes, nibbles);
    splitEven(nibbles, even, odd);
    splitPairs(even, bit0, bit2);
    splitPairs(odd, bit1, bit3);
  }

  private void intersect(long[][] planes) {
    for (int m = 3; m < sets; m++) {
      int lowest = m & -m;
      if (m != lowest) {
        and(planes[m - lowest], planes[lowest], planes[m]);
      }
    }
  }

  /** Grade in bits 0 and 1 of a byte, reference in bits 2 and 3. */
  private static void join(byte[] references, byte[] grades, int from, long[] bytes) {
    for (int j = 0; j < bytes.length; j++) {
      bytes[j] = Columns.word(references, from + 8 * j) << 2 | Columns.word(grades, from + 8 * j);
    }
  }

  private static void load(byte[] codes, int from, long[] bytes) {
    for (int j = 0; j < bytes.length; j++) {
      bytes[j] = Columns.word(codes, from + 8 * j);
    }
  }

  /**
   * Two words of bytes below 16 into one of nibbles. Which rows meet is the same for each plane.
   */
  private static void fold(long[] bytes, long[] nibbles) {
    int words = nibbles.length;
    for (int j = 0; j < words; j++) {
      nibbles[j] = bytes[j] | bytes[j + words] << 4;
    }
  }

  private static void splitEven(long[] nibbles, long[] even, long[] odd) {
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
