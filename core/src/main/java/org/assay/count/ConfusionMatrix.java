package org.assay.count;

import java.util.Arrays;
import java.util.List;
import org.assay.count.CountAccumulator.Recoding;
import org.assay.data.Codes;
import org.assay.internal.Check;
import org.assay.internal.StateReader;
import org.assay.internal.StateWriter;

/**
 * Counts of (reference grade, grade) pairs, or of (first rater, second rater) pairs.
 *
 * <p>State is a K x K table of {@code long} counts, so {@link #merge} is exact: any split of the
 * pairs over accumulators, merged in any order, gives identical counts. {@link #subtract} takes a
 * slice out again. {@link #add} is O(1); memory is O(K^2). State (version 1): K, then the counts
 * that are not 0 by reference x K + grade, as their number and for each the distance of its cell
 * from the cell before and the count. Not thread-safe; use one per thread and merge.
 */
public final class ConfusionMatrix implements CountAccumulator<ConfusionMatrix> {
  private static final String KIND = "ConfusionMatrix";
  private static final int VERSION = 1;

  private final int grades;
  private final long[] counts; // counts[reference * grades + grade]

  private ConfusionMatrix(int grades, long[] counts) {
    this.grades = grades;
    this.counts = counts;
  }

  /**
   * An empty matrix.
   *
   * @param grades number of grades K, at least 1
   * @return the accumulator
   */
  public static ConfusionMatrix create(int grades) {
    Check.atLeast("grades", 1, grades);
    return new ConfusionMatrix(grades, new long[Math.multiplyExact(grades, grades)]);
  }

  /**
   * A matrix of given counts.
   *
   * @param counts K x K, each at least 0; rows are reference grades
   * @return the accumulator
   * @throws IllegalArgumentException if the table is not square or a count is negative
   */
  public static ConfusionMatrix of(long[][] counts) {
    ConfusionMatrix m = create(counts.length);
    for (int r = 0; r < counts.length; r++) {
      if (counts[r].length != counts.length) {
        throw new IllegalArgumentException(
            "counts must be square: row "
                + r
                + " has length "
                + counts[r].length
                + ", there are "
                + counts.length
                + " rows");
      }
      for (int g = 0; g < counts.length; g++) {
        m.counts[r * counts.length + g] =
            Check.atLeast("count in row " + r + ", column " + g, 0, counts[r][g]);
      }
    }
    return m;
  }

  /**
   * Reads a state.
   *
   * @param state what {@link #state} gave
   * @return an accumulator of the same content
   * @throws IllegalArgumentException if it is no such state, see {@link Accumulator}
   */
  public static ConfusionMatrix ofState(byte[] state) {
    var in = new StateReader(state, KIND, VERSION);
    ConfusionMatrix m = create(in.integer());
    StatePart.read(in, m.counts.length, (cell, count) -> m.counts[(int) cell] = count);
    in.end();
    return m;
  }

  @Override
  public byte[] state() {
    var out = new StateWriter(KIND, VERSION).number(grades);
    StatePart.write(out, counts);
    return out.end();
  }

  @Override
  public List<Axis> axes() {
    return List.of(new Axis("grade", grades));
  }

  @Override
  public ConfusionMatrix recode(List<Recoding> codes) {
    Recoding.requireOf(axes(), codes);
    Recoding to = codes.get(0);
    ConfusionMatrix recoded = create(to.size());
    for (int c = 0; c < counts.length; c++) {
      recoded.add(to.of(c / grades), to.of(c % grades), counts[c]);
    }
    return recoded;
  }

  /**
   * Counts one pair.
   *
   * @param reference code of the reference grade
   * @param grade code of the grade
   */
  public void add(int reference, int grade) {
    add(reference, grade, 1);
  }

  /**
   * Counts a pair several times.
   *
   * @param reference code of the reference grade
   * @param grade code of the grade
   * @param times at least 0
   * @throws ArithmeticException if a count would exceed 2^63 - 1
   */
  public void add(int reference, int grade, long times) {
    Check.index("reference", reference, grades, "grades");
    Check.index("grade", grade, grades, "grades");
    Check.atLeast("times", 0, times);
    int cell = reference * grades + grade;
    counts[cell] = Math.addExact(counts[cell], times);
  }

  /**
   * Counts the pairs of two columns.
   *
   * <p><b>Cost.</b> One pass, O(1) memory, no allocation per row: two to four reads of the columns
   * from memory for up to 8 grades, more beyond; figures in {@code docs/performance.md}.
   *
   * @param reference code of the reference grade, one per row
   * @param grade code of the grade, one per row
   * @return this
   * @throws IllegalArgumentException if the columns differ in length or a code is not below the
   *     number of grades; nothing is counted then
   */
  public ConfusionMatrix addAll(Codes reference, Codes grade) {
    return addAll(reference, grade, 0, grade.size());
  }

  /**
   * Counts the pairs of some rows of two columns.
   *
   * @param reference code of the reference grade, one per row
   * @param grade code of the grade, one per row
   * @param from first row
   * @param to row after the last, at least {@code from}
   * @return this
   * @throws IllegalArgumentException if the columns differ in length, hold a code that is not below
   *     the number of grades, or have no such rows; nothing is counted then
   */
  public ConfusionMatrix addAll(Codes reference, Codes grade, int from, int to) {
    Columns.requireRows(reference, grade.size(), "reference");
    Columns.requireRange(from, to, grade.size());
    Columns.requireCodes(reference, grades, "reference", "grades");
    Columns.requireCodes(grade, grades, "grade", "grades");
    PairKernel.count(reference, grade, from, to, grades, counts);
    return this;
  }

  /**
   * Adds the counts of another matrix, which is unchanged.
   *
   * @param other same number of grades
   * @return this
   */
  @Override
  public ConfusionMatrix merge(ConfusionMatrix other) {
    requireSameShape(other);
    for (int c = 0; c < counts.length; c++) {
      counts[c] = Math.addExact(counts[c], other.counts[c]);
    }
    return this;
  }

  /**
   * Takes out the counts of a slice that was merged before.
   *
   * @param other same number of grades, no count above this one's
   * @return this
   * @throws IllegalArgumentException if a count would become negative; nothing is changed then
   */
  @Override
  public ConfusionMatrix subtract(ConfusionMatrix other) {
    requireSameShape(other);
    for (int c = 0; c < counts.length; c++) {
      if (other.counts[c] > counts[c]) {
        throw new IllegalArgumentException(
            "other must be a slice of this: row "
                + c / grades
                + ", column "
                + c % grades
                + " has "
                + other.counts[c]
                + " of "
                + counts[c]);
      }
    }
    for (int c = 0; c < counts.length; c++) {
      counts[c] -= other.counts[c];
    }
    return this;
  }

  /**
   * An independent copy.
   *
   * @return the same counts
   */
  @Override
  public ConfusionMatrix copy() {
    return new ConfusionMatrix(grades, counts.clone());
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
   * A count.
   *
   * @param reference code of the reference grade
   * @param grade code of the grade
   * @return at least 0
   */
  public long count(int reference, int grade) {
    return counts[
        Check.index("reference", reference, grades, "grades") * grades
            + Check.index("grade", grade, grades, "grades")];
  }

  /**
   * All counts.
   *
   * @return a K x K copy; rows are reference grades
   */
  public long[][] toArray() {
    long[][] table = new long[grades][];
    for (int r = 0; r < grades; r++) {
      table[r] = Arrays.copyOfRange(counts, r * grades, (r + 1) * grades);
    }
    return table;
  }

  /**
   * The counts under labels, as a record that any JSON library writes.
   *
   * @param labels one per grade, in the order of the codes
   * @return the counts; later additions do not affect it
   * @throws IllegalArgumentException if there are not as many labels as grades
   */
  public ConfusionTable table(List<String> labels) {
    return ConfusionTable.of(this, labels);
  }

  /**
   * Number of pairs.
   *
   * @return sum of all counts
   * @throws ArithmeticException if it exceeds 2^63 - 1
   */
  public long total() {
    long n = 0;
    for (long c : counts) {
      n = Math.addExact(n, c);
    }
    return n;
  }

  /**
   * Number of pairs whose two grades are equal.
   *
   * @return sum of the diagonal
   */
  public long agreeing() {
    long n = 0;
    for (int g = 0; g < grades; g++) {
      n = Math.addExact(n, counts[g * grades + g]);
    }
    return n;
  }

  /**
   * The pairs that occur, as rows of two ratings; later additions do not affect it.
   *
   * @return reference and grade of each, in ascending order
   */
  public DistinctVectors snapshot() {
    int cells = (int) Arrays.stream(counts).filter(n -> n > 0).count();
    int[][] pairs = new int[cells][];
    long[] times = new long[cells];
    int at = 0;
    for (int c = 0; c < counts.length; c++) {
      if (counts[c] > 0) {
        pairs[at] = new int[] {c / grades, c % grades};
        times[at++] = counts[c];
      }
    }
    return new DistinctVectors(2, pairs, times);
  }

  private void requireSameShape(ConfusionMatrix other) {
    if (other.grades != grades) {
      throw new IllegalArgumentException(
          "other must have the same grades: this has " + grades + ", other has " + other.grades);
    }
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ConfusionMatrix other
        && grades == other.grades
        && Arrays.equals(counts, other.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(toArray());
  }
}
