package org.assay.count;

import org.assay.data.Codes;
import org.assay.internal.Check;

/**
 * The grade tables of all pairs of assessors that graded an item in common, and of no others.
 *
 * <p>Cells are kept in one hash table: memory is O(cells that occur), 16 to 32 bytes each, at most
 * the smaller of K x K and the common items for a pair, so that 10,000 assessors cost what their
 * overlap costs and not 50 million tables. Adding an item with r gradings is O(r²).
 *
 * <p>State is {@code long} counts: {@link #merge} is exact, and any split of the items over
 * accumulators, merged in any order, gives the same tables; {@link #subtract} takes a slice out
 * again. Not thread-safe; use one a thread and merge.
 */
public final class PairTables {
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
   * Adds an item: a count for every two of its gradings by different assessors. Two gradings by one
   * assessor are each paired with the others', not with one another.
   *
   * @param assessors codes in [0, 2,097,152)
   * @param grade one a grading, codes of the grades
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
        count(assessors[i], grade[i], assessors[j], grade[j]);
      }
    }
  }

  /**
   * Adds the items of columns in one pass.
   *
   * @param item one a grading; all gradings of an item stand together, as in columns sorted by item
   * @param assessor one a grading, codes in [0, 2,097,152)
   * @param grade one a grading
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
        count(assessor.get(row), grade.get(row), assessor.get(earlier), grade.get(earlier));
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
    int mask = (1 << GRADE_BITS) - 1;
    for (int start = 0; start < keys.length; ) {
      long pair = keys[start] >>> assessorShift;
      ConfusionMatrix table = ConfusionMatrix.create(grades);
      int end = start;
      for (; end < keys.length && keys[end] >>> assessorShift == pair; end++) {
        int first = (int) (keys[end] >>> GRADE_BITS) & mask;
        table.add(first, (int) keys[end] & mask, cells.count(keys[end]));
      }
      visitor.visit((int) (pair >>> ASSESSOR_BITS), (int) pair & ((1 << ASSESSOR_BITS) - 1), table);
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

  private void count(int first, int firstGrade, int second, int secondGrade) {
    if (first < second) {
      cells.add(key(first, second, firstGrade, secondGrade), 1);
    } else if (second < first) {
      cells.add(key(second, first, secondGrade, firstGrade), 1);
    }
  }

  private static long key(int first, int second, int firstGrade, int secondGrade) {
    long pair = (long) first << ASSESSOR_BITS | second;
    return (pair << GRADE_BITS | firstGrade) << GRADE_BITS | secondGrade;
  }

  private void requireSameShape(PairTables other) {
    if (other == this) {
      throw new IllegalArgumentException("other must be another accumulator, got this one");
    }
    if (other.grades != grades) {
      throw new IllegalArgumentException(
          "other must have the same grades: this has " + grades + ", other has " + other.grades);
    }
  }
}
