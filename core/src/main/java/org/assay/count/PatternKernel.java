package org.assay.count;

import java.util.Arrays;
import org.assay.count.RatingPatterns.PatternStream;
import org.assay.data.Codes;
import org.assay.internal.Bytes;

/**
 * Counts columns of ratings into {@link RatingPatterns}.
 *
 * <p>The count vector of an item is packed into one {@code long}, a field of bits for each grade: a
 * rating adds one to a field, and distinct vectors are unpacked once, at the end. Codes must have
 * been checked before.
 */
final class PatternKernel {
  private static final int MAX_PACKED_GRADES = 16;

  /** Ratings distributed at a time: a buffer of at most 64 MiB. */
  private static final int BATCH = 1 << 24;

  private static final int STAGE = 1024;

  /** Items whose vectors fit the second-level cache together: 512 KiB. */
  private static final int GROUP_BITS = 16;

  private static final int GRADE_BITS = 4;

  private PatternKernel() {}

  /** 16 bits per grade for up to 4 grades, 8 for up to 8, 4 for up to 16. */
  static int fieldBits(int grades) {
    return grades <= 4 ? 16 : grades <= 8 ? 8 : 4;
  }

  /** Most ratings of an item that a key holds whatever their grades; 0 beyond 16 grades. */
  static int limit(int grades) {
    return grades > MAX_PACKED_GRADES ? 0 : (1 << fieldBits(grades)) - 1;
  }

  static void unpack(long key, int[] counts) {
    int bits = fieldBits(counts.length);
    for (int g = 0; g < counts.length; g++) {
      counts[g] = (int) (key >>> g * bits) & (1 << bits) - 1;
    }
  }

  /** Items with the same number of ratings, which stand together. */
  static void countRegular(
      Codes grade, int ratings, int fromItem, int toItem, RatingPatterns patterns) {
    int item = fromItem;
    if (patterns.grades() <= 5 && ratings <= 8 && grade.width() == 1) {
      item = countWords(grade.bytes(), ratings, fromItem, toItem, patterns);
    }
    PatternStream stream = PatternStream.into(patterns);
    for (; item < toItem; item++) {
      for (int row = item * ratings; row < (item + 1) * ratings; row++) {
        stream.addChecked(item, grade.get(row));
      }
    }
    stream.finish();
  }

  /**
   * Up to 8 ratings of an item in one word, two of them a look-up. The fields of grades 1 to 4 make
   * a 16-bit key; grade 0 has no field, so that the bytes beyond the item, set to 0, add nothing.
   */
  private static int countWords(
      byte[] grade, int ratings, int fromItem, int toItem, RatingPatterns patterns) {
    int[] ofTwo = new int[256]; // what two ratings add to the key
    for (int two = 0; two < 256; two++) {
      ofTwo[two] = (1 << 4 * (two & 0xF) >>> 4) + (1 << 4 * (two >>> 4) >>> 4);
    }
    int[] table = new int[1 << 16];
    long mask = -1L >>> 8 * (8 - ratings);
    int end = Math.min(toItem, Math.floorDiv(grade.length - 8, ratings) + 1);
    int item = fromItem;
    for (int at = fromItem * ratings; item < end; item++, at += ratings) {
      long word = Bytes.word(grade, at) & mask;
      long twos = word | word >>> 4;
      int key =
          ofTwo[(int) twos & 0xFF]
              + ofTwo[(int) twos >>> 16 & 0xFF]
              + ofTwo[(int) (twos >>> 32) & 0xFF]
              + ofTwo[(int) (twos >>> 48) & 0xFF];
      table[key & 0xFFFF]++;
    }
    int[] counts = new int[patterns.grades()];
    for (int key = 0; key < table.length; key++) {
      if (table[key] != 0) {
        counts[0] = ratings;
        for (int g = 1; g < counts.length; g++) {
          counts[g] = key >>> 4 * (g - 1) & 0xF;
          counts[0] -= counts[g];
        }
        patterns.add(counts, table[key]);
      }
    }
    return Math.max(item, fromItem);
  }

  /** Items whose ratings stand together. */
  static void countRuns(Codes item, Codes grade, RatingPatterns patterns) {
    PatternStream stream = PatternStream.into(patterns);
    int[] items = new int[STAGE];
    int[] grades = new int[STAGE];
    for (int at = 0; at < grade.size(); at += STAGE) {
      int rows = Math.min(STAGE, grade.size() - at);
      Columns.copy(item, at, rows, items);
      Columns.copy(grade, at, rows, grades);
      for (int j = 0; j < rows; j++) {
        stream.addChecked(items[j], grades[j]);
      }
    }
    stream.finish();
  }

  /** Ratings in any order. */
  static void countScattered(Codes item, Codes grade, RatingPatterns patterns) {
    int items = item.max() + 1;
    if (limit(patterns.grades()) == 0 || !countInKeys(item, grade, items, patterns)) {
      countSorted(item, grade, items, patterns);
    }
  }

  /**
   * One key an item. Ratings are first distributed to groups of items whose keys fit the
   * second-level cache: adding to a key anywhere would wait for memory at every rating.
   *
   * @return false, with nothing counted, if an item has more ratings of a grade than a field holds
   */
  private static boolean countInKeys(Codes item, Codes grade, int items, RatingPatterns patterns) {
    int bits = fieldBits(patterns.grades());
    long[] keys = new long[items];
    int[] start = new int[(items - 1 >>> GROUP_BITS) + 2];
    int[] distributed = new int[Math.min(BATCH, grade.size())];
    for (int from = 0; from < grade.size(); from += Math.min(BATCH, grade.size() - from)) {
      int to = from + Math.min(BATCH, grade.size() - from);
      groupStarts(item, from, to, start);
      distribute(item, grade, from, to, start.clone(), distributed);
      for (int group = 0; group + 1 < start.length; group++) {
        if (!addToKeys(
            distributed, start[group], start[group + 1], keys, group << GROUP_BITS, bits)) {
          return false;
        }
      }
    }
    KeyCounts counts = new KeyCounts();
    for (long key : keys) {
      if (key != 0) { // an item without ratings is none
        counts.add(key);
      }
    }
    counts.addTo(patterns);
    return true;
  }

  private static void groupStarts(Codes item, int from, int to, int[] start) {
    Arrays.fill(start, 0);
    int[] items = new int[STAGE];
    for (int at = from; at < to; at += STAGE) {
      int rows = Math.min(STAGE, to - at);
      Columns.copy(item, at, rows, items);
      for (int j = 0; j < rows; j++) {
        start[(items[j] >>> GROUP_BITS) + 1]++;
      }
    }
    for (int group = 1; group < start.length; group++) {
      start[group] += start[group - 1];
    }
  }

  /** Ratings by group, each as item within the group and grade. */
  private static void distribute(
      Codes item, Codes grade, int from, int to, int[] next, int[] distributed) {
    int inGroup = (1 << GROUP_BITS) - 1;
    int[] items = new int[STAGE];
    int[] grades = new int[STAGE];
    for (int at = from; at < to; at += STAGE) {
      int rows = Math.min(STAGE, to - at);
      Columns.copy(item, at, rows, items);
      Columns.copy(grade, at, rows, grades);
      for (int j = 0; j < rows; j++) {
        distributed[next[items[j] >>> GROUP_BITS]++] =
            (items[j] & inGroup) << GRADE_BITS | grades[j];
      }
    }
  }

  private static boolean addToKeys(
      int[] ratings, int from, int to, long[] keys, int firstItem, int bits) {
    long full = (1L << bits) - 1;
    for (int i = from; i < to; i++) {
      int item = firstItem + (ratings[i] >>> GRADE_BITS);
      int shift = (ratings[i] & (1 << GRADE_BITS) - 1) * bits;
      long key = keys[item];
      if ((key >>> shift & full) == full) {
        return false;
      }
      keys[item] = key + (1L << shift);
    }
    return true;
  }

  /** Sorts the grades by item, for vectors that fit no key. */
  private static void countSorted(Codes item, Codes grade, int items, RatingPatterns patterns) {
    RowIndex ratingsOf = RowIndex.of(item, items);
    PatternStream stream = PatternStream.into(patterns);
    for (int i = 0; i < items; i++) {
      for (int at = ratingsOf.from(i); at < ratingsOf.to(i); at++) {
        stream.addChecked(i, grade.get(ratingsOf.row(at)));
      }
    }
    stream.finish();
  }
}
