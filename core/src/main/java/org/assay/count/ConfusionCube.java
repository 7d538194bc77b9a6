package org.assay.count;

import java.util.List;
import org.assay.count.CountAccumulator.Recoding;
import org.assay.data.Codes;
import org.assay.internal.Check;
import org.assay.internal.StateReader;
import org.assay.internal.StateWriter;

/**
 * Counts of (assessor, period, stratum, reference grade, grade): every confusion matrix of a team
 * in one pass over the columns.
 *
 * <p>State is a {@code long} count per cell, so {@link #merge} is exact: any split of the rows over
 * accumulators, merged in any order, gives identical counts, and {@link #subtract} takes a slice (a
 * day, a stream, a late correction) out again. Not thread-safe; use one per thread and merge.
 *
 * <p><b>State</b> (version 1): numbers of assessors, periods, strata and grades; then for each
 * assessor the counts that are not 0 by ((period x strata + stratum) x K + reference) x K + grade,
 * as their number and for each the distance of its cell from the cell before and the count.
 *
 * <p><b>Cost.</b> {@link #add} is O(1), {@link #addAll} a few nanoseconds per row and no allocation
 * per row. For each assessor that has a row: 2 bytes per cell while no count passes 65,535 and 8
 * beyond; where few of many cells occur, a hash table of 24 to 48 bytes for each that does. A
 * reference for each assessor that has none. {@link #addAll} takes up to 64 MiB beside that.
 */
public final class ConfusionCube implements CountAccumulator<ConfusionCube> {
  private static final String KIND = "ConfusionCube";
  private static final int VERSION = 1;

  /** In {@link #slice}: everything along this axis. */
  public static final int ALL = -1;

  private final int assessors;
  private final int periods;
  private final int strata;
  private final int grades;
  private final int blockSize; // cells of one assessor
  private final CellCounts[] blocks; // by assessor, null where nothing was counted

  private ConfusionCube(int assessors, int periods, int strata, int grades) {
    this.assessors = assessors;
    this.periods = periods;
    this.strata = strata;
    this.grades = grades;
    this.blockSize =
        Math.multiplyExact(Math.multiplyExact(periods, strata), Math.multiplyExact(grades, grades));
    this.blocks = new CellCounts[assessors];
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
   * Reads a state.
   *
   * @param state what {@link #state} gave
   * @return an accumulator of the same content
   * @throws IllegalArgumentException if it is no such state, see {@link Accumulator}
   */
  public static ConfusionCube ofState(byte[] state) {
    var in = new StateReader(state, KIND, VERSION);
    ConfusionCube cube = create(in.integer(), in.integer(), in.integer(), in.integer());
    for (int a = 0; a < cube.assessors; a++) {
      int assessor = a;
      StatePart.read(
          in,
          cube.blockSize,
          (cell, count) ->
              CellCounts.of(cube.blocks, assessor, cube.blockSize).add((int) cell, count));
    }
    in.end();
    return cube;
  }

  @Override
  public byte[] state() {
    var out =
        new StateWriter(KIND, VERSION)
            .number(assessors)
            .number(periods)
            .number(strata)
            .number(grades);
    for (CellCounts block : blocks) {
      CellCounts.write(block, out);
    }
    return out.end();
  }

  @Override
  public List<Axis> axes() {
    return List.of(
        new Axis("assessor", assessors),
        new Axis("period", periods),
        new Axis("stratum", strata),
        new Axis("grade", grades));
  }

  @Override
  public ConfusionCube recode(List<Recoding> codes) {
    Recoding.requireOf(axes(), codes);
    Recoding grade = codes.get(3);
    ConfusionCube recoded =
        create(codes.get(0).size(), codes.get(1).size(), codes.get(2).size(), grade.size());
    for (int a = 0; a < assessors; a++) {
      int assessor = codes.get(0).of(a);
      if (blocks[a] != null) {
        blocks[a].forEach(
            (cell, count) -> {
              int table = cell / (grades * grades);
              recoded.add(
                  assessor,
                  codes.get(1).of(table / strata),
                  codes.get(2).of(table % strata),
                  grade.of(cell / grades % grades),
                  grade.of(cell % grades),
                  count);
            });
      }
    }
    return recoded;
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
    CellCounts.of(blocks, assessor, blockSize).add(cell, times);
  }

  /**
   * Counts columns of gradings.
   *
   * @param assessor one code per grading
   * @param period one code per grading; may be null when the cube has one period
   * @param stratum one code per grading; may be null when the cube has one stratum
   * @param reference code of the reference grade, one per grading
   * @param grade code of the grade, one per grading
   * @return this
   * @throws IllegalArgumentException if columns differ in length or a code is outside the cube;
   *     nothing is counted then
   */
  public ConfusionCube addAll(
      Codes assessor, Codes period, Codes stratum, Codes reference, Codes grade) {
    return addAll(assessor, period, stratum, reference, grade, 0, grade.size());
  }

  /**
   * Counts some rows of columns of gradings.
   *
   * @param assessor one code per grading
   * @param period one code per grading; may be null when the cube has one period
   * @param stratum one code per grading; may be null when the cube has one stratum
   * @param reference code of the reference grade, one per grading
   * @param grade code of the grade, one per grading
   * @param from first row
   * @param to row after the last, at least {@code from}
   * @return this
   * @throws IllegalArgumentException if columns differ in length, hold a code outside the cube, or
   *     have no such rows; nothing is counted then
   */
  public ConfusionCube addAll(
      Codes assessor, Codes period, Codes stratum, Codes reference, Codes grade, int from, int to) {
    Columns.requireRange(from, to, grade.size());
    requireColumn("assessor", assessor, grade.size(), assessors, "assessors");
    if (period != null || periods > 1) {
      requireColumn("period", period, grade.size(), periods, "periods");
    }
    if (stratum != null || strata > 1) {
      requireColumn("stratum", stratum, grade.size(), strata, "strata");
    }
    requireColumn("reference", reference, grade.size(), grades, "grades");
    Columns.requireCodes(grade, grades, "grade", "grades");
    var columns = new CubeColumns(assessor, period, stratum, reference, grade, strata, grades);
    new CubeKernel(blocks, blockSize, columns).count(from, to);
    return this;
  }

  /**
   * Adds the counts of another cube, which is unchanged.
   *
   * @param other same numbers of assessors, periods, strata and grades
   * @return this
   */
  @Override
  public ConfusionCube merge(ConfusionCube other) {
    requireSameShape(other);
    for (int a = 0; a < assessors; a++) {
      if (other.blocks[a] != null) {
        if (blocks[a] == null) {
          blocks[a] = other.blocks[a].copy();
        } else {
          other.blocks[a].forEach(blocks[a]::add);
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
  @Override
  public ConfusionCube subtract(ConfusionCube other) {
    requireSameShape(other);
    for (int a = 0; a < assessors; a++) {
      if (other.blocks[a] != null) {
        requireSlice(a, other.blocks[a]);
      }
    }
    for (int a = 0; a < assessors; a++) {
      if (other.blocks[a] != null && blocks[a] != null) {
        CellCounts block = blocks[a];
        other.blocks[a].forEach((cell, n) -> block.add(cell, -n));
      }
    }
    return this;
  }

  private void requireSlice(int a, CellCounts slice) {
    slice.forEach(
        (cell, n) -> {
          long have = blocks[a] == null ? 0 : blocks[a].get(cell);
          if (n > have) {
            throw new IllegalArgumentException(
                "other must be a slice of this: assessor "
                    + a
                    + " has "
                    + n
                    + " of "
                    + have
                    + " in a cell");
          }
        });
  }

  /**
   * An independent copy.
   *
   * @return the same counts
   */
  @Override
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
    CellCounts block = blocks[Check.index("assessor", assessor, assessors, "assessors")];
    return block == null ? 0 : block.get(cell);
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
    return new CubeSlice(
            CubeSlice.Span.of("period", period, periods, "periods"),
            CubeSlice.Span.of("stratum", stratum, strata, "strata"),
            strata,
            grades)
        .sum(blocks, CubeSlice.Span.of("assessor", assessor, assessors, "assessors"));
  }

  /**
   * Visits the cells of an assessor that were counted, in no order that means anything.
   *
   * @param assessor code
   * @param visitor receives each cell with a count above 0
   */
  public void forEach(int assessor, CellVisitor visitor) {
    CellCounts block = blocks[Check.index("assessor", assessor, assessors, "assessors")];
    if (block != null) {
      block.forEach(
          (cell, count) -> {
            int table = cell / (grades * grades);
            visitor.visit(
                table / strata, table % strata, cell / grades % grades, cell % grades, count);
          });
    }
  }

  /** Takes cells of an assessor. */
  @FunctionalInterface
  public interface CellVisitor {
    /**
     * Takes a cell.
     *
     * @param period code of the period
     * @param stratum code of the stratum
     * @param reference code of the reference grade
     * @param grade code of the grade
     * @param count at least 1
     */
    void visit(int period, int stratum, int reference, int grade, long count);
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

  private int cell(int period, int stratum, int reference, int grade) {
    Check.index("period", period, periods, "periods");
    Check.index("stratum", stratum, strata, "strata");
    Check.index("reference", reference, grades, "grades");
    Check.index("grade", grade, grades, "grades");
    return ((period * strata + stratum) * grades + reference) * grades + grade;
  }

  private static void requireColumn(
      String name, Codes column, int rows, int sizeOfAxis, String things) {
    if (column == null) {
      throw new IllegalArgumentException(name + " must be given, got null");
    }
    Columns.requireRows(column, rows, name);
    Columns.requireCodes(column, sizeOfAxis, name, things);
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

  @Override
  public boolean equals(Object o) {
    if (!(o instanceof ConfusionCube other) || !shape().equals(other.shape())) {
      return false;
    }
    for (int a = 0; a < assessors; a++) {
      if (!CellCounts.same(blocks[a], other.blocks[a])) {
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
