package org.assay.count;

import java.util.Arrays;
import org.assay.internal.Check;

/**
 * Ratings in long form, one per row, in the order in which they were given, counted by item.
 *
 * <p>Rows may come in any order of items. The cost is a sort, O(rows log rows), with 8 bytes per
 * row on top of the columns. Where nobody rates an item twice and raters do not matter, {@link
 * PatternKernel} is faster. Immutable view of the arrays given, which must not change meanwhile.
 */
public final class LongRatings {
  private final int[] items;
  private final int[] raters;
  private final int[] grades;
  private final int raterCount;
  private final int gradeCount;

  private LongRatings(int[] items, int[] raters, int[] grades, int raterCount, int gradeCount) {
    this.items = items;
    this.raters = raters;
    this.grades = grades;
    this.raterCount = raterCount;
    this.gradeCount = gradeCount;
  }

  /**
   * Ratings as columns.
   *
   * @param items code of the item of each rating, at least 0
   * @param raters code of the rater, in [0, raterCount); same length
   * @param grades code of the grade, in [0, gradeCount); same length
   * @param raterCount number of raters, at least 1
   * @param gradeCount number of grades, at least 1
   * @return a view
   * @throws IllegalArgumentException if lengths differ or a code is out of range
   */
  public static LongRatings of(
      int[] items, int[] raters, int[] grades, int raterCount, int gradeCount) {
    if (raters.length != items.length || grades.length != items.length) {
      throw new IllegalArgumentException(
          "raters and grades must have the length of items, "
              + items.length
              + ", got "
              + raters.length
              + " and "
              + grades.length);
    }
    Check.atLeast("raterCount", 1, raterCount);
    Check.atLeast("gradeCount", 1, gradeCount);
    for (int row = 0; row < items.length; row++) {
      if (items[row] < 0) {
        throw new IllegalArgumentException(
            "item of row " + row + " must be >= 0, got " + items[row]);
      }
      if (raters[row] < 0 || raters[row] >= raterCount) {
        Check.index("rater of row " + row, raters[row], raterCount, "raters");
      }
      if (grades[row] < 0 || grades[row] >= gradeCount) {
        Check.index("grade of row " + row, grades[row], gradeCount, "grades");
      }
    }
    return new LongRatings(items, raters, grades, raterCount, gradeCount);
  }

  /**
   * Items by count vector.
   *
   * @param repeats what counts when a rater rated an item more than once
   * @return a new accumulator
   * @throws IllegalArgumentException if a rater rated an item twice and repeats are rejected
   */
  public RatingPatterns patterns(RepeatPolicy repeats) {
    RatingPatterns patterns = RatingPatterns.create(gradeCount);
    int[] counts = new int[gradeCount];
    forEachItem(
        repeats,
        (rater, grade) -> counts[grade]++,
        () -> {
          patterns.add(counts);
          Arrays.fill(counts, 0);
        });
    return patterns;
  }

  /**
   * Items by rater.
   *
   * @param repeats what counts when a rater rated an item more than once; not AS_REPEATS, since a
   *     rater has one place in a row
   * @return a new accumulator
   * @throws IllegalArgumentException if a rater rated an item twice and repeats are rejected
   */
  public RatingRows rows(RepeatPolicy repeats) {
    if (repeats == RepeatPolicy.AS_REPEATS) {
      throw new IllegalArgumentException("repeats must be LAST, FIRST or REJECT, got AS_REPEATS");
    }
    RatingRows rows = RatingRows.create(raterCount, gradeCount);
    int[] row = new int[raterCount];
    Arrays.fill(row, RatingRows.MISSING);
    forEachItem(
        repeats,
        (rater, grade) -> row[rater] = grade,
        () -> {
          rows.add(row);
          Arrays.fill(row, RatingRows.MISSING);
        });
    return rows;
  }

  private interface Rating {
    void accept(int rater, int grade);
  }

  private void forEachItem(RepeatPolicy repeats, Rating rating, Runnable endOfItem) {
    int[] order = order();
    for (int from = 0; from < order.length; ) {
      int item = items[order[from]];
      int to = from;
      while (to < order.length && items[order[to]] == item) {
        int end = endOfRater(order, to);
        if (end - to > 1 && repeats == RepeatPolicy.REJECT) {
          throw new IllegalArgumentException(
              "a rater must rate an item once: rows "
                  + order[to]
                  + " and "
                  + order[to + 1]
                  + " have item "
                  + item
                  + " and rater "
                  + raters[order[to]]);
        }
        int first = repeats == RepeatPolicy.LAST ? end - 1 : to;
        int last = repeats == RepeatPolicy.AS_REPEATS ? end - 1 : first;
        for (int at = first; at <= last; at++) {
          rating.accept(raters[order[at]], grades[order[at]]);
        }
        to = end;
      }
      endOfItem.run();
      from = to;
    }
  }

  private int endOfRater(int[] order, int from) {
    int end = from + 1;
    while (end < order.length
        && items[order[end]] == items[order[from]]
        && raters[order[end]] == raters[order[from]]) {
      end++;
    }
    return end;
  }

  /** Rows by item, then rater, then as given: two stable passes over (code, row) keys. */
  private int[] order() {
    int[] byRater = sorted(raters, identity());
    return sorted(items, byRater);
  }

  private int[] identity() {
    int[] rows = new int[items.length];
    Arrays.setAll(rows, row -> row);
    return rows;
  }

  private static int[] sorted(int[] codes, int[] order) {
    long[] keys = new long[order.length];
    for (int at = 0; at < keys.length; at++) {
      keys[at] = (long) codes[order[at]] << 32 | at;
    }
    Arrays.sort(keys);
    int[] result = new int[order.length];
    for (int at = 0; at < keys.length; at++) {
      result[at] = order[(int) keys[at]];
    }
    return result;
  }

  /** What counts when one rater rated an item more than once. */
  public enum RepeatPolicy {
    /** The last rating: a correction replaces what it corrects. */
    LAST,
    /** The first rating: later ones may know of it. */
    FIRST,
    /** Every rating, as if raters were strangers; only where raters do not matter. */
    AS_REPEATS,
    /** None: a repeat is an error. */
    REJECT
  }
}
