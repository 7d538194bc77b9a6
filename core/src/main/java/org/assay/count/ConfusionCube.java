package org.assay.count;

import java.util.Arrays;
import org.assay.data.Codes;
import org.assay.internal.Check;

/**
 * Counts of (assessor, period, stratum, reference grade, grade): every confusion matrix of a team
 * in one pass over the columns.
 *
 * <p>State is a {@code long} count a cell, so {@link #merge} is exact: any split of the rows over
 * accumulators, merged in any order, gives identical counts, and {@link #subtract} takes a slice (a
 * day, a stream, a late correction) out again. Not thread-safe; use one a thread and merge.
 *
 * <p><b>Cost.</b> {@link #add} is O(1) a row. Memory is 8 bytes a cell for each assessor that has a
 * row, and a reference for each that has none.
 */
public final class ConfusionCube {
  /** In {@link #slice}: everything along this axis. */
  public static final int ALL = -1;

  private final int assessors;
  private final int periods;
  private final int strata;
  private final int grades;
  private final int blockSize; // cells of one assessor
  private final long[][] blocks; // by assessor, null where nothing was counted

  private ConfusionCube(int assessors, int periods, int strata, int grades) {
    this.assessors = assessors;
    this.periods = periods;
    this.strata = strata;
    this.grades = grades;
    this.blockSize =
        Math.multiplyExact(Math.multiplyExact(periods, strata), Math.multiplyExact(grades, grades));
    this.blocks = new long[assessors][];
  }

  /**
   * An empty cube.
   *
   * @param assessors number of assessors, at least 0
   * @param periods number of periods, at least 1
   * @param strata number of strata, at least 1
   * @param grades number of grades K, at least 1
   * @return the accumulator
   * @throws ArithmeticException if periods x strata x grades^2 exceeds 2^31 - 1
   */
  public static ConfusionCube create(int assessors, int periods, int strata, int grades) {
    return new ConfusionCube(
        Check.atLeast("assessors", 0, assessors),
        Check.atLeast("periods", 1, periods),
        Check.atLeast("strata", 1, strata),
        Check.atLeast("grades", 1, grades));
  }

  /**
   * Counts one grading.
   *
   * @param assessor code of the assessor
   * @param period code of the period
   * @param stratum code of the stratum
   * @param reference code of the reference grade
   * @param grade code of the grade
   */
  public void add(int assessor, int period, int stratum, int reference, int grade) {
    add(assessor, period, stratum, reference, grade, 1);
  }

  /**
   * Counts a grading several times.
   *
   * @param assessor code of the assessor
   * @param period code of the period
   * @param stratum code of the stratum
   * @param reference code of the reference grade
   * @param grade code of the grade
   * @param times at least 0
   * @throws ArithmeticException if a count would exceed 2^63 - 1
   */
  public void add(int assessor, int period, int stratum, int reference, int grade, long times) {
    int cell = cell(period, stratum, reference, grade);
    Check.index("assessor", assessor, assessors, "assessors");
    Check.atLeast("times", 0, times);
    long[] block = block(assessor);
    block[cell] = Math.addExact(block[cell], times);
  }

  /**
   * Counts columns of gradings.
   *
   * @param assessor one code a grading
   * @param period one code a grading; may be null when the cube has one period
   * @param stratum one code a grading; may be null when the cube has one stratum
   * @param reference code of the reference grade, one a grading
   * @param grade code of the grade, one a grading
   * @return this
   * @throws IllegalArgumentException if columns differ in length or a code is outside the cube
   */
  public ConfusionCube addAll(
      Codes assessor, Codes period, Codes stratum, Codes reference, Codes grade) {
    int rows = grade.size();
    requireColumn("assessor", assessor, rows, 0);
    requireColumn("period", period, rows, periods);
    requireColumn("stratum", stratum, rows, strata);
    requireColumn("reference", reference, rows, 0);
    for (int row = 0; row < rows; row++) {
      add(
          assessor.get(row),
          period == null ? 0 : period.get(row),
          stratum == null ? 0 : stratum.get(row),
          reference.get(row),
          grade.get(row));
    }
    return this;
  }

  /**
   * Adds the counts of another cube, which is unchanged.
   *
   * @param other same numbers of assessors, periods, strata and grades
   * @return this
   */
  public ConfusionCube merge(ConfusionCube other) {
    requireSameShape(other);
    for (int a = 0; a < assessors; a++) {
      if (other.blocks[a] != null) {
        long[] block = block(a);
        for (int c = 0; c < blockSize; c++) {
          block[c] = Math.addExact(block[c], other.blocks[a][c]);
        }
      }
    }
    return this;
  }

  /**
   * Takes out the counts of a slice that was merged before.
   *
   * @param other same shape, no count above this one's
   * @return this
   * @throws IllegalArgumentException if a count would become negative; nothing is changed then
   */
  public ConfusionCube subtract(ConfusionCube other) {
    requireSameShape(other);
    for (int a = 0; a < assessors; a++) {
      for (int c = 0; other.blocks[a] != null && c < blockSize; c++) {
        long have = blocks[a] == null ? 0 : blocks[a][c];
        if (other.blocks[a][c] > have) {
          throw new IllegalArgumentException(
              "other must be a slice of this: assessor "
                  + a
                  + " has "
                  + other.blocks[a][c]
                  + " of "
                  + have
                  + " in a cell");
        }
      }
    }
    for (int a = 0; a < assessors; a++) {
      for (int c = 0; other.blocks[a] != null && blocks[a] != null && c < blockSize; c++) {
        blocks[a][c] -= other.blocks[a][c];
      }
    }
    return this;
  }

  /**
   * An independent copy.
   *
   * @return the same counts
   */
  public ConfusionCube copy() {
    return create(assessors, periods, strata, grades).merge(this);
  }

  /**
   * A count.
   *
   * @param assessor code of the assessor
   * @param period code of the period
   * @param stratum code of the stratum
   * @param reference code of the reference grade
   * @param grade code of the grade
   * @return at least 0
   */
  public long count(int assessor, int period, int stratum, int reference, int grade) {
    int cell = cell(period, stratum, reference, grade);
    long[] block = blocks[Check.index("assessor", assessor, assessors, "assessors")];
    return block == null ? 0 : block[cell];
  }

  /**
   * The confusion matrix of one assessor, period and stratum, or of all of them along an axis.
   *
   * @param assessor code, or {@link #ALL}
   * @param period code, or {@link #ALL}
   * @param stratum code, or {@link #ALL}
   * @return a new matrix, independent of this cube
   */
  public ConfusionMatrix slice(int assessor, int period, int stratum) {
    Span a = Span.of("assessor", assessor, assessors, "assessors");
    Span p = Span.of("period", period, periods, "periods");
    Span s = Span.of("stratum", stratum, strata, "strata");
    ConfusionMatrix sum = ConfusionMatrix.create(grades);
    for (int i = a.from; i < a.to; i++) {
      for (int j = p.from; blocks[i] != null && j < p.to; j++) {
        for (int k = s.from; k < s.to; k++) {
          addTable(sum, blocks[i], (j * strata + k) * grades * grades);
        }
      }
    }
    return sum;
  }

  /**
   * The confusion matrix of an assessor over all periods and strata.
   *
   * @param assessor code
   * @return a new matrix
   */
  public ConfusionMatrix ofAssessor(int assessor) {
    return slice(Check.index("assessor", assessor, assessors, "assessors"), ALL, ALL);
  }

  /**
   * The confusion matrix of a period over all assessors and strata.
   *
   * @param period code
   * @return a new matrix
   */
  public ConfusionMatrix ofPeriod(int period) {
    return slice(ALL, Check.index("period", period, periods, "periods"), ALL);
  }

  /**
   * The confusion matrix of a stratum over all assessors and periods.
   *
   * @param stratum code
   * @return a new matrix
   */
  public ConfusionMatrix ofStratum(int stratum) {
    return slice(ALL, ALL, Check.index("stratum", stratum, strata, "strata"));
  }

  /**
   * The confusion matrix of everything.
   *
   * @return a new matrix
   */
  public ConfusionMatrix total() {
    return slice(ALL, ALL, ALL);
  }

  /**
   * Number of assessors.
   *
   * @return at least 0
   */
  public int assessors() {
    return assessors;
  }

  /**
   * Number of periods.
   *
   * @return at least 1
   */
  public int periods() {
    return periods;
  }

  /**
   * Number of strata.
   *
   * @return at least 1
   */
  public int strata() {
    return strata;
  }

  /**
   * Number of grades, K.
   *
   * @return at least 1
   */
  public int grades() {
    return grades;
  }

  private long[] block(int assessor) {
    if (blocks[assessor] == null) {
      blocks[assessor] = new long[blockSize];
    }
    return blocks[assessor];
  }

  private int cell(int period, int stratum, int reference, int grade) {
    Check.index("period", period, periods, "periods");
    Check.index("stratum", stratum, strata, "strata");
    Check.index("reference", reference, grades, "grades");
    Check.index("grade", grade, grades, "grades");
    return ((period * strata + stratum) * grades + reference) * grades + grade;
  }

  private void addTable(ConfusionMatrix sum, long[] block, int from) {
    for (int r = 0; r < grades; r++) {
      for (int g = 0; g < grades; g++) {
        sum.add(r, g, block[from + r * grades + g]);
      }
    }
  }

  private static void requireColumn(String name, Codes column, int rows, int sizeOfAxis) {
    if (column == null && sizeOfAxis != 1) {
      throw new IllegalArgumentException(name + " must be given, got null");
    }
    if (column != null && column.size() != rows) {
      throw new IllegalArgumentException(
          name + " must have " + rows + " rows as grade has, got " + column.size());
    }
  }

  private void requireSameShape(ConfusionCube other) {
    if (other.assessors != assessors
        || other.periods != periods
        || other.strata != strata
        || other.grades != grades) {
      throw new IllegalArgumentException(
          "other must have the same shape: this has " + shape() + ", other has " + other.shape());
    }
  }

  private String shape() {
    return assessors + " x " + periods + " x " + strata + " x " + grades + " x " + grades;
  }

  /** A range of codes along an axis. */
  private record Span(int from, int to) {
    static Span of(String name, int code, int size, String things) {
      if (code == ALL) {
        return new Span(0, size);
      }
      Check.index(name, code, size, things);
      return new Span(code, code + 1);
    }
  }

  @Override
  public boolean equals(Object o) {
    if (!(o instanceof ConfusionCube other) || !shape().equals(other.shape())) {
      return false;
    }
    for (int a = 0; a < assessors; a++) {
      long[] x = blocks[a] == null ? new long[blockSize] : blocks[a];
      long[] y = other.blocks[a] == null ? new long[blockSize] : other.blocks[a];
      if (!Arrays.equals(x, y)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return total().hashCode();
  }

  @Override
  public String toString() {
    return "ConfusionCube " + shape() + ", total " + total();
  }
}
