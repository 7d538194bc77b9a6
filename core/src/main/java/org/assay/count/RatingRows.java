package org.assay.count;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.count.CountAccumulator.Recoding;
import org.assay.internal.Check;
import org.assay.internal.StateReader;
import org.assay.internal.StateWriter;

/**
 * Items by their full row of ratings, one column a rater, where it matters who gave which grade.
 *
 * <p>State is {@code long} counts a distinct row: {@link #merge} is exact, and any split of the
 * items over accumulators, merged in any order, gives the same {@link #snapshot}, bit for bit.
 * {@link #add} costs O(raters). There are at most (grades + 1)^raters distinct rows; with many
 * raters, most items bring a row of their own. Not thread-safe; use one per thread and merge.
 *
 * <p><b>State</b> (version 1): numbers of raters and grades, the number of distinct rows, and for
 * each in ascending order its codes plus 1 (0 is missing) and its number of items.
 */
public final class RatingRows implements CountAccumulator<RatingRows> {
  private static final String KIND = "RatingRows";
  private static final int VERSION = 1;

  /** Stands in a row where a rater gave no rating. */
  public static final int MISSING = -1;

  private final int grades;
  private final VectorCounts items;

  private RatingRows(int raters, int grades) {
    this.grades = grades;
    this.items = new VectorCounts(raters);
  }

  /**
   * No items yet.
   *
   * @param raters number of columns, at least 1
   * @param grades number of grades K, at least 1
   * @return the accumulator
   */
  public static RatingRows create(int raters, int grades) {
    return new RatingRows(Check.atLeast("raters", 1, raters), Check.atLeast("grades", 1, grades));
  }

  /**
   * One row per item.
   *
   * @param ratings items x raters; a code in [0, grades) or {@link #MISSING}
   * @param grades number of grades K
   * @return the accumulator
   * @throws IllegalArgumentException if rows differ in length, there is none, or a code is outside
   */
  public static RatingRows of(int[][] ratings, int grades) {
    Check.atLeast("items", 1, ratings.length);
    RatingRows rows = create(ratings[0].length, grades);
    for (int[] row : ratings) {
      rows.add(row);
    }
    return rows;
  }

  /**
   * The items of a table of two raters.
   *
   * @param pairs rows are the first rater's grades, columns the second's
   * @return the accumulator, with two raters
   */
  public static RatingRows of(ConfusionMatrix pairs) {
    RatingRows rows = create(2, pairs.grades());
    for (int first = 0; first < pairs.grades(); first++) {
      for (int second = 0; second < pairs.grades(); second++) {
        rows.add(new int[] {first, second}, pairs.count(first, second));
      }
    }
    return rows;
  }

  /**
   * Reads a state.
   *
   * @param state what {@link #state} gave
   * @return an accumulator of the same content
   * @throws IllegalArgumentException if it is no such state, see {@link Accumulator}
   */
  public static RatingRows ofState(byte[] state) {
    var in = new StateReader(state, KIND, VERSION);
    RatingRows rows = create(in.integer(), in.integer());
    StatePart.read(in, rows.raters(), MISSING, rows::add);
    in.end();
    return rows;
  }

  @Override
  public byte[] state() {
    var out = new StateWriter(KIND, VERSION).number(raters()).number(grades);
    StatePart.write(out, snapshot(), MISSING);
    return out.end();
  }

  @Override
  public List<Axis> axes() {
    return List.of(new Axis("rater", raters()), new Axis("grade", grades));
  }

  /**
   * {@inheritDoc}
   *
   * <p>A rater who is new here rated nothing. Two raters cannot become one.
   */
  @Override
  public RatingRows recode(List<Recoding> codes) {
    Recoding.requireOf(axes(), codes);
    Recoding rater = codes.get(0);
    Recoding grade = codes.get(1);
    if (IntStream.range(0, raters()).map(rater::of).distinct().count() < raters()) {
      throw new IllegalArgumentException("codes must leave raters apart");
    }
    RatingRows recoded = create(rater.size(), grade.size());
    DistinctVectors distinct = snapshot();
    int[] row = new int[rater.size()];
    for (int v = 0; v < distinct.size(); v++) {
      Arrays.fill(row, MISSING);
      int[] from = distinct.vector(v);
      for (int r = 0; r < from.length; r++) {
        row[rater.of(r)] = from[r] == MISSING ? MISSING : grade.of(from[r]);
      }
      recoded.add(row, distinct.count(v));
    }
    return recoded;
  }

  @Override
  public RatingRows copy() {
    return create(raters(), grades).merge(this);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof RatingRows other && Arrays.equals(state(), other.state());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /**
   * Adds an item.
   *
   * @param ratings a code in [0, grades) or {@link #MISSING} for each rater
   */
  public void add(int[] ratings) {
    add(ratings, 1);
  }

  /**
   * Adds items with the same row.
   *
   * @param ratings a code in [0, grades) or {@link #MISSING} for each rater; it is copied
   * @param times number of items, at least 0
   * @throws ArithmeticException if a count would exceed 2^63 - 1
   */
  public void add(int[] ratings, long times) {
    if (ratings.length != items.width()) {
      throw new IllegalArgumentException(
          "ratings must have length " + items.width() + " (raters), got " + ratings.length);
    }
    for (int r = 0; r < ratings.length; r++) {
      if (ratings[r] != MISSING) {
        Check.index("rating of rater " + r, ratings[r], grades, "grades");
      }
    }
    if (Check.atLeast("times", 0, times) > 0) {
      items.add(ratings, times);
    }
  }

  /**
   * Adds the items of another accumulator, which is unchanged.
   *
   * @param other same raters and grades
   * @return this
   */
  @Override
  public RatingRows merge(RatingRows other) {
    requireSameShape(other);
    items.merge(other.items);
    return this;
  }

  /**
   * Takes out the items of a slice that was merged before.
   *
   * @param other same raters and grades, no row more often than here
   * @return this
   * @throws IllegalArgumentException if a count would become negative; nothing is changed then
   */
  @Override
  public RatingRows subtract(RatingRows other) {
    requireSameShape(other);
    items.subtract(other.items);
    return this;
  }

  private void requireSameShape(RatingRows other) {
    if (other.items == items) {
      throw new IllegalArgumentException("other must be another accumulator, got this one");
    }
    if (other.raters() != raters() || other.grades != grades) {
      throw new IllegalArgumentException(
          "other must have the same raters and grades: this has "
              + raters()
              + " and "
              + grades
              + ", other has "
              + other.raters()
              + " and "
              + other.grades);
    }
  }

  /**
   * The same items by count vector, without who gave which grade.
   *
   * @return a new accumulator
   */
  public RatingPatterns patterns() {
    RatingPatterns patterns = RatingPatterns.create(grades);
    DistinctVectors distinct = snapshot();
    int[] counts = new int[grades];
    for (int v = 0; v < distinct.size(); v++) {
      Arrays.fill(counts, 0);
      for (int code : distinct.vector(v)) {
        if (code != MISSING) {
          counts[code]++;
        }
      }
      patterns.add(counts, distinct.count(v));
    }
    return patterns;
  }

  /**
   * The items that every rater rated.
   *
   * @return a new accumulator
   */
  public RatingRows complete() {
    RatingRows complete = create(raters(), grades);
    DistinctVectors distinct = snapshot();
    for (int v = 0; v < distinct.size(); v++) {
      int[] row = distinct.vector(v);
      if (Arrays.stream(row).noneMatch(code -> code == MISSING)) {
        complete.add(row, distinct.count(v));
      }
    }
    return complete;
  }

  /**
   * The pair table of two raters over the items that both rated.
   *
   * @param first column of the rater whose grades are the rows
   * @param second column of the rater whose grades are the columns
   * @return a new K x K table
   */
  public ConfusionMatrix pairs(int first, int second) {
    Check.index("first", first, raters(), "raters");
    Check.index("second", second, raters(), "raters");
    ConfusionMatrix table = ConfusionMatrix.create(grades);
    DistinctVectors distinct = snapshot();
    for (int v = 0; v < distinct.size(); v++) {
      int[] row = distinct.vector(v);
      if (row[first] != MISSING && row[second] != MISSING) {
        table.add(row[first], row[second], distinct.count(v));
      }
    }
    return table;
  }

  /**
   * Number of raters, the columns.
   *
   * @return at least 1
   */
  public int raters() {
    return items.width();
  }

  /**
   * Number of grades, K.
   *
   * @return at least 1
   */
  public int grades() {
    return grades;
  }

  /**
   * The distinct rows with their numbers of items; later additions do not affect it.
   *
   * @return rows in ascending order
   */
  public DistinctVectors snapshot() {
    return items.snapshot();
  }
}
