package org.assay.count;

import java.util.Arrays;
import java.util.List;
import org.assay.count.CountAccumulator.Recoding;
import org.assay.data.Codes;
import org.assay.internal.Check;
import org.assay.internal.StateReader;
import org.assay.internal.StateWriter;

/**
 * The grade tables of all pairs of assessors that graded an item in common, and of no others.
 *
 * <p>Cells are kept in one hash table: memory is O(cells that occur), 16 to 32 bytes each, at most
 * the smaller of K x K and the common items for a pair, so that 10,000 assessors cost what their
 * overlap costs and not 50 million tables. Adding an item with r gradings is O(r²).
 *
 * <p>State is {@code long} counts: {@link #merge} is exact, and any split of the items over
 * accumulators, merged in any order, gives the same tables; {@link #subtract} takes a slice out
 * again. Not thread-safe; use one per thread and merge.
 *
 * <p><b>State</b> (version 1): K, the number of cells, and for each in ascending order the codes of
 * the two assessors, first below second, of their grades, and the count.
 */
public final class PairTables implements CountAccumulator<PairTables> {
  private static final String KIND = "PairTables";
  private static final int VERSION = 1;

  private static final int ASSESSOR_BITS = 21;
  private static final int GRADE_BITS = 10;

  private final int grades;
  private final LongCounts cells = new LongCounts(); // key: first, second, first's, second's grade

  private PairTables(int grades) {
    this.grades = grades;
  }

  /**
   * No items yet.
   *
   * @param grades number of grades K, in [1, 1024]
   * @return the accumulator
   */
  public static PairTables create(int grades) {
    return new PairTables((int) Check.range("grades", 1, 1L << GRADE_BITS, grades));
  }

  /**
   * Reads a state.
   *
   * @param state what {@link #state} gave
   * @return an accumulator of the same content
   * @throws IllegalArgumentException if it is no such state, see {@link Accumulator}
   */
  public static PairTables ofState(byte[] state) {
    var in = new StateReader(state, KIND, VERSION);
    PairTables tables = create(in.integer());
    StatePart.read(
        in,
        4,
        0,
        (cell, count) -> {
          tables.requireCodes(cell[0], cell[2]);
          tables.requireCodes(cell[1], cell[3]);
          tables.count(cell[0], cell[2], cell[1], cell[3], count);
        });
    in.end();
    return tables;
  }

  @Override
  public byte[] state() {
    var out = new StateWriter(KIND, VERSION).number(grades);
    long[] keys = cells.ascending();
    out.number(keys.length);
    for (long key : keys) {
      out.number(firstOf(key)).number(secondOf(key));
      out.number(firstGrade(key)).number(secondGrade(key)).number(cells.count(key));
    }
    return out.end();
  }

  /** The size of the assessors is that of the codes which occur. */
  @Override
  public List<Axis> axes() {
    int assessors = 0;
    for (long key : cells.ascending()) {
      assessors = Math.max(assessors, secondOf(key) + 1);
    }
    return List.of(new Axis("assessor", assessors), new Axis("grade", grades));
  }

  /**
   * {@inheritDoc}
   *
   * <p>Items that two assessors have in common are lost when the two become one.
   */
  @Override
  public PairTables recode(List<Recoding> codes) {
    Recoding.requireOf(axes(), codes);
    Recoding assessor = codes.get(0);
    Recoding grade = codes.get(1);
    PairTables recoded = create(grade.size());
    for (long key : cells.ascending()) {
      recoded.count(
          assessor.of(firstOf(key)),
          grade.of(firstGrade(key)),
          assessor.of(secondOf(key)),
          grade.of(secondGrade(key)),
          cells.count(key));
    }
    return recoded;
  }

  @Override
  public PairTables copy() {
    return create(grades).merge(this);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PairTables other && Arrays.equals(state(), other.state());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /**
   * Adds an item: a count for every two of its gradings by different assessors. Two gradings by one
   * assessor are each paired with the others', not with one another.
   *
   * @param assessors codes in [0, 2,097,152)
   * @param grade one per grading, codes of the grades
   * @throws IllegalArgumentException if the lengths differ or a code is outside; nothing is counted
   *     then
   */
  public void add(int[] assessors, int[] grade) {
    Columns.requireSameLength(assessors, grade);
    for (int i = 0; i < grade.length; i++) {
      requireCodes(assessors[i], grade[i]);
    }
    for (int i = 1; i < grade.length; i++) {
      for (int j = 0; j < i; j++) {
        count(assessors[i], grade[i], assessors[j], grade[j], 1);
      }
    }
  }

  /**
   * Adds the items of columns in one pass.
   *
   * @param item one per grading; all gradings of an item stand together, as in columns sorted by
   *     item
   * @param assessor one per grading, codes in [0, 2,097,152)
   * @param grade one per grading
   * @param from first row
   * @param to row after the last; a range must not cut an item in two
   * @return this
   */
  public PairTables addAll(Codes item, Codes assessor, Codes grade, int from, int to) {
    Check.range("to", 0, Math.min(item.size(), Math.min(assessor.size(), grade.size())), to);
    Check.range("from", 0, to, from);
    int start = from;
    for (int row = from; row < to; row++) {
      requireCodes(assessor.get(row), grade.get(row));
      if (item.get(row) != item.get(start)) {
        start = row;
      }
      for (int earlier = start; earlier < row; earlier++) {
        count(assessor.get(row), grade.get(row), assessor.get(earlier), grade.get(earlier), 1);
      }
    }
    return this;
  }

  /**
   * Adds the items of another accumulator, which is unchanged.
   *
   * @param other same number of grades
   * @return this
   */
  @Override
  public PairTables merge(PairTables other) {
    requireSameShape(other);
    cells.merge(other.cells);
    return this;
  }

  /**
   * Takes out the items of a slice that was merged before.
   *
   * @param other same number of grades, no count above this one's
   * @return this
   * @throws IllegalArgumentException if a count would become negative; nothing is changed then
   */
  @Override
  public PairTables subtract(PairTables other) {
    requireSameShape(other);
    if (!cells.contains(other.cells)) {
      throw new IllegalArgumentException("other must be a slice of this: it has more of some pair");
    }
    cells.subtract(other.cells);
    return this;
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
   * The table of two assessors.
   *
   * @param first code of the assessor whose grades are the rows
   * @param second code of the assessor whose grades are the columns
   * @return a new table, empty when they have no item in common
   */
  public ConfusionMatrix table(int first, int second) {
    requireCodes(first, 0);
    requireCodes(second, 0);
    ConfusionMatrix table = ConfusionMatrix.create(grades);
    for (int f = 0; f < grades; f++) {
      for (int s = 0; s < grades; s++) {
        long n = cells.count(first < second ? key(first, second, f, s) : key(second, first, s, f));
        table.add(f, s, n);
      }
    }
    return table;
  }

  /**
   * Visits every pair with an item in common, ascending by first and then by second assessor.
   *
   * @param visitor receives each pair with first below second
   */
  public void forEach(PairVisitor visitor) {
    long[] keys = cells.ascending();
    int assessorShift = 2 * GRADE_BITS;
    for (int start = 0; start < keys.length; ) {
      long pair = keys[start] >>> assessorShift;
      ConfusionMatrix table = ConfusionMatrix.create(grades);
      int end = start;
      for (; end < keys.length && keys[end] >>> assessorShift == pair; end++) {
        table.add(firstGrade(keys[end]), secondGrade(keys[end]), cells.count(keys[end]));
      }
      visitor.visit(firstOf(keys[start]), secondOf(keys[start]), table);
      start = end;
    }
  }

  /** Takes pairs of assessors. */
  @FunctionalInterface
  public interface PairVisitor {
    /**
     * Takes a pair.
     *
     * @param first code of the assessor whose grades are the rows
     * @param second code of the assessor whose grades are the columns
     * @param table counts of their common items; the visitor may keep it
     */
    void visit(int first, int second, ConfusionMatrix table);
  }

  private void requireCodes(int assessor, int grade) {
    Check.index("assessor", assessor, 1 << ASSESSOR_BITS, "assessors");
    Check.index("grade", grade, grades, "grades");
  }

  private void count(int first, int firstGrade, int second, int secondGrade, long times) {
    if (first < second) {
      cells.add(key(first, second, firstGrade, secondGrade), times);
    } else if (second < first) {
      cells.add(key(second, first, secondGrade, firstGrade), times);
    }
  }

  private static int firstOf(long key) {
    return (int) (key >>> ASSESSOR_BITS + 2 * GRADE_BITS);
  }

  private static int secondOf(long key) {
    return (int) (key >>> 2 * GRADE_BITS) & (1 << ASSESSOR_BITS) - 1;
  }

  private static int firstGrade(long key) {
    return (int) (key >>> GRADE_BITS) & (1 << GRADE_BITS) - 1;
  }

  private static int secondGrade(long key) {
    return (int) key & (1 << GRADE_BITS) - 1;
  }

  private static long key(int first, int second, int firstGrade, int secondGrade) {
    long pair = (long) first << ASSESSOR_BITS | second;
    return (pair << GRADE_BITS | firstGrade) << GRADE_BITS | secondGrade;
  }

  private void requireSameShape(PairTables other) {
    if (other.cells == cells) {
      throw new IllegalArgumentException("other must be another accumulator, got this one");
    }
    if (other.grades != grades) {
      throw new IllegalArgumentException(
          "other must have the same grades: this has " + grades + ", other has " + other.grades);
    }
  }
}
