package org.assay.count;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.count.CountAccumulator.Recoding;
import org.assay.data.Codes;
import org.assay.internal.Check;
import org.assay.internal.StateReader;
import org.assay.internal.StateWriter;

/**
 * Items by their count vector: how many raters gave each grade, no matter who.
 *
 * <p>All that coefficients with exchangeable raters need. Three raters and five grades make at most
 * 55 patterns with one to three ratings, so a hundred million items become 55 counted rows, and
 * whatever follows costs as much as the rows.
 *
 * <p>State is {@code long} counts per pattern: {@link #merge} is exact, and any split of the items
 * over accumulators, merged in any order, gives the same {@link #snapshot}, bit for bit. {@link
 * #subtract} takes a slice out again. {@link #add} costs O(grades). Not thread-safe; use one per
 * thread and merge.
 *
 * <p><b>State</b> (version 1): K, the number of distinct patterns, and for each in ascending order
 * its K counts and its number of items.
 */
public final class RatingPatterns implements CountAccumulator<RatingPatterns> {
  private static final String KIND = "RatingPatterns";
  private static final int VERSION = 1;

  private final VectorCounts items;

  private RatingPatterns(int grades) {
    this.items = new VectorCounts(grades);
  }

  /**
   * No items yet.
   *
   * @param grades number of grades K, at least 1
   * @return the accumulator
   */
  public static RatingPatterns create(int grades) {
    return new RatingPatterns(Check.atLeast("grades", 1, grades));
  }

  /**
   * One pattern an item.
   *
   * @param counts items x grades; how many raters gave that grade
   * @return the accumulator
   * @throws IllegalArgumentException if rows differ in length, there is none, or a count is
   *     negative
   */
  public static RatingPatterns of(int[][] counts) {
    Check.atLeast("items", 1, counts.length);
    RatingPatterns patterns = create(counts[0].length);
    for (int[] row : counts) {
      patterns.add(row);
    }
    return patterns;
  }

  /**
   * Reads a state.
   *
   * @param state what {@link #state} gave
   * @return an accumulator of the same content
   * @throws IllegalArgumentException if it is no such state, see {@link Accumulator}
   */
  public static RatingPatterns ofState(byte[] state) {
    var in = new StateReader(state, KIND, VERSION);
    RatingPatterns patterns = create(in.integer());
    StatePart.read(in, patterns.grades(), 0, patterns::add);
    in.end();
    return patterns;
  }

  @Override
  public byte[] state() {
    var out = new StateWriter(KIND, VERSION).number(grades());
    StatePart.write(out, snapshot(), 0);
    return out.end();
  }

  @Override
  public List<Axis> axes() {
    return List.of(new Axis("grade", grades()));
  }

  @Override
  public RatingPatterns recode(List<Recoding> codes) {
    Recoding.requireOf(axes(), codes);
    Recoding to = codes.get(0);
    return regroup(IntStream.range(0, grades()).map(to::of).toArray(), to.size());
  }

  @Override
  public RatingPatterns copy() {
    return create(grades()).merge(this);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof RatingPatterns other && Arrays.equals(state(), other.state());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /**
   * Adds an item.
   *
   * @param counts how many raters gave each grade, length K; all 0 for an item without ratings
   */
  public void add(int[] counts) {
    add(counts, 1);
  }

  /**
   * Adds items with the same pattern.
   *
   * @param counts how many raters gave each grade, length K; it is copied
   * @param times number of items, at least 0
   * @throws ArithmeticException if a count would exceed 2^63 - 1
   */
  public void add(int[] counts, long times) {
    if (counts.length != items.width()) {
      throw new IllegalArgumentException(
          "counts must have length " + items.width() + " (grades), got " + counts.length);
    }
    for (int g = 0; g < counts.length; g++) {
      if (counts[g] < 0) {
        throw new IllegalArgumentException(
            "count of grade " + g + " must be >= 0, got " + counts[g]);
      }
    }
    if (Check.atLeast("times", 0, times) > 0) {
      items.add(counts, times);
    }
  }

  /**
   * Adds items that all have the same number of ratings.
   *
   * @param grade code of the grade; the ratings of an item stand together
   * @param ratings number of ratings of each item, at least 1
   * @return this
   * @throws IllegalArgumentException if the rows are no multiple of {@code ratings} or a code is
   *     not below the number of grades; nothing is added then
   */
  public RatingPatterns addItems(Codes grade, int ratings) {
    Check.atLeast("ratings", 1, ratings);
    if (grade.size() % ratings != 0) {
      throw new IllegalArgumentException(
          "grade must have a multiple of " + ratings + " rows (ratings), got " + grade.size());
    }
    return addItems(grade, ratings, 0, grade.size() / ratings);
  }

  /**
   * Adds some of the items of a column in which all have the same number of ratings.
   *
   * @param grade code of the grade; the ratings of an item stand together
   * @param ratings number of ratings of each item, at least 1
   * @param fromItem first item; its ratings begin in row {@code fromItem * ratings}
   * @param toItem item after the last
   * @return this
   */
  public RatingPatterns addItems(Codes grade, int ratings, int fromItem, int toItem) {
    Check.atLeast("ratings", 1, ratings);
    Columns.requireCodes(grade, grades(), "grade", "grades");
    Check.range("toItem", 0, grade.size() / ratings, toItem);
    Check.range("fromItem", 0, toItem, fromItem);
    PatternKernel.countRegular(grade, ratings, fromItem, toItem, this);
    return this;
  }

  /**
   * Adds items whose ratings stand together, whatever their number.
   *
   * @param item code of the item, one per rating; an item that comes again later is another item
   * @param grade code of the grade, one per rating
   * @return this
   * @throws IllegalArgumentException if the columns differ in length or a code is not below the
   *     number of grades; nothing is added then
   */
  public RatingPatterns addRuns(Codes item, Codes grade) {
    requireColumns(item, grade);
    PatternKernel.countRuns(item, grade, this);
    return this;
  }

  /**
   * Adds items whose ratings come in any order.
   *
   * <p><b>Cost.</b> Two passes, and 8 bytes for each code up to the largest item code.
   *
   * @param item code of the item, one per rating; codes that do not occur are no items
   * @param grade code of the grade, one per rating
   * @return this
   * @throws IllegalArgumentException if the columns differ in length or a code is not below the
   *     number of grades; nothing is added then
   */
  public RatingPatterns addAll(Codes item, Codes grade) {
    requireColumns(item, grade);
    PatternKernel.countScattered(item, grade, this);
    return this;
  }

  private void requireColumns(Codes item, Codes grade) {
    Columns.requireRows(item, grade.size(), "item");
    Columns.requireCodes(item, Integer.MAX_VALUE, "item", "items");
    Columns.requireCodes(grade, grades(), "grade", "grades");
  }

  /**
   * Adds the items of another accumulator, which is unchanged.
   *
   * @param other same number of grades
   * @return this
   */
  @Override
  public RatingPatterns merge(RatingPatterns other) {
    requireSameShape(other);
    items.merge(other.items);
    return this;
  }

  /**
   * Takes out the items of a slice that was merged before.
   *
   * @param other same number of grades, no pattern more often than here
   * @return this
   * @throws IllegalArgumentException if a count would become negative; nothing is changed then
   */
  @Override
  public RatingPatterns subtract(RatingPatterns other) {
    requireSameShape(other);
    items.subtract(other.items);
    return this;
  }

  private void requireSameShape(RatingPatterns other) {
    if (other.items == items) {
      throw new IllegalArgumentException("other must be another accumulator, got this one");
    }
    if (other.grades() != grades()) {
      throw new IllegalArgumentException(
          "other must have the same grades: this has "
              + grades()
              + ", other has "
              + other.grades());
    }
  }

  /**
   * The patterns with other grades put together, for example one grade against the rest.
   *
   * @param to for each grade the grade it becomes, in [0, newGrades)
   * @param newGrades number of grades afterwards
   * @return a new accumulator of the same items
   */
  public RatingPatterns regroup(int[] to, int newGrades) {
    if (to.length != grades()) {
      throw new IllegalArgumentException(
          "to must have length " + grades() + " (grades), got " + to.length);
    }
    RatingPatterns grouped = create(newGrades);
    DistinctVectors distinct = snapshot();
    for (int v = 0; v < distinct.size(); v++) {
      int[] from = distinct.vector(v);
      int[] sums = new int[newGrades];
      for (int g = 0; g < from.length; g++) {
        sums[Check.index("to", to[g], newGrades, "grades")] += from[g];
      }
      grouped.add(sums, distinct.count(v));
    }
    return grouped;
  }

  /**
   * Number of grades, K.
   *
   * @return at least 1
   */
  public int grades() {
    return items.width();
  }

  /**
   * The distinct patterns with their numbers of items; later additions do not affect it.
   *
   * @return patterns in ascending order; the vectors are the counts per grade
   */
  public DistinctVectors snapshot() {
    return items.snapshot();
  }

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
   * <p><b>Cost.</b> O(1) per rating, no allocation: the count vector of an item is one {@code long}
   * for up to 16 grades, until the item has more ratings than the fields of the vector hold. Not
   * thread-safe; use one per thread, each with items of its own, and merge the patterns.
   */
  public static final class PatternStream {
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
}
