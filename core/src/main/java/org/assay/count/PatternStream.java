package org.assay.count;

import java.util.Arrays;
import org.assay.internal.Check;

/**
 * Ratings that arrive item by item, one at a time: holds the current item and the patterns.
 *
 * <pre>{@code
 * PatternStream stream = PatternStream.create(4);
 * stream.add(0, 2).add(0, 2).add(0, 3); // item 0, rated three times
 * stream.add(1, 0);                     // item 1, rated once
 * RatingPatterns patterns = stream.finish();
 * }</pre>
 *
 * <p><b>Cost.</b> O(1) a rating, no allocation: the count vector of an item is one {@code long} for
 * up to 16 grades, until the item has more ratings than the fields of the vector hold. Not
 * thread-safe; use one per thread, each with items of its own, and merge the patterns.
 */
public final class PatternStream {
  private final RatingPatterns patterns;
  private final KeyCounts keys = new KeyCounts();
  private final int grades;
  private final int fieldBits;
  private final int limit; // ratings a key holds; 0 for too many grades
  private final int[] counts; // of the current item when it is not in the key
  private int current = -1;
  private boolean packed;
  private long key;
  private int ratings; // in the key

  private PatternStream(RatingPatterns patterns) {
    this.patterns = patterns;
    this.grades = patterns.grades();
    this.fieldBits = PatternKernel.fieldBits(grades);
    this.limit = PatternKernel.limit(grades);
    this.counts = new int[grades];
  }

  /**
   * A stream without items yet.
   *
   * @param grades number of grades K, at least 1
   * @return the stream
   */
  public static PatternStream create(int grades) {
    return into(RatingPatterns.create(grades));
  }

  static PatternStream into(RatingPatterns patterns) {
    return new PatternStream(patterns);
  }

  /**
   * Adds a rating.
   *
   * @param item code of the item; another than before ends the item before, which must not come
   *     again
   * @param grade code of the grade
   * @return this
   */
  public PatternStream add(int item, int grade) {
    addChecked(Check.atLeast("item", 0, item), Check.index("grade", grade, grades, "grades"));
    return this;
  }

  void addChecked(int item, int grade) {
    if (item != current) {
      endItem();
      current = item;
      packed = limit > 0;
    }
    if (packed && ratings == limit) {
      PatternKernel.unpack(key, counts);
      packed = false;
    }
    if (packed) {
      key += 1L << grade * fieldBits;
      ratings++;
    } else {
      counts[grade]++;
    }
  }

  /**
   * Ends the last item.
   *
   * @return the patterns of all items; nothing may be added to the stream afterwards
   */
  public RatingPatterns finish() {
    endItem();
    keys.addTo(patterns);
    return patterns;
  }

  private void endItem() {
    if (current < 0) {
      return;
    }
    if (packed) {
      keys.add(key);
    } else {
      patterns.add(counts);
      Arrays.fill(counts, 0);
    }
    key = 0;
    ratings = 0;
  }
}
