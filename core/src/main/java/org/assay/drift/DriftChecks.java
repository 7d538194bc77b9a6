package org.assay.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.internal.Check;

/**
 * Random checks counted by assessor, period and stratum, and the errors among them by kind: all
 * that {@link TeamDrift} needs to know.
 *
 * <p>A stratum is a group of gradings within which, in one period, every grading had the same
 * chance of a check: usually stream and grade given, with the officer where several check. Chances
 * may differ between strata and periods, and change. A kind of error (a cell of the confusion
 * matrix) is optional: errors without one are known as errors only.
 *
 * <p>Rows are added in any order and merged; {@link Builder#add} is O(1), {@link Builder#build} O(n
 * log n). Immutable and thread-safe, 16 bytes per row.
 */
public final class DriftChecks {
  private final int assessors;
  private final int periods;
  private final int strata;
  private final int cells;
  private final int[] start; // first row of each assessor, and the end
  private final int[] place; // stratum * periods + period, by row
  private final int[] checked;
  private final int[] errors;
  private final int[] cellStart; // by row, and the end
  private final int[] cell;
  private final int[] cellErrors;

  private DriftChecks(Builder b, List<long[]> rows, List<int[]> cellRows) {
    this.assessors = b.assessors;
    this.periods = b.periods;
    this.strata = b.strata;
    this.cells = b.cells;
    int n = rows.size();
    this.start = new int[assessors + 1];
    this.place = new int[n];
    this.checked = new int[n];
    this.errors = new int[n];
    this.cellStart = new int[n + 1];
    int entries = 0;
    for (int[] c : cellRows) {
      entries += c.length / 2;
    }
    this.cell = new int[entries];
    this.cellErrors = new int[entries];
    int at = 0;
    for (int i = 0; i < n; i++) {
      long[] row = rows.get(i);
      start[(int) (row[0] / ((long) periods * strata)) + 1]++;
      long within = row[0] % ((long) periods * strata);
      place[i] = (int) (within % strata) * periods + (int) (within / strata);
      checked[i] = Math.toIntExact(row[1]);
      errors[i] = Math.toIntExact(row[2]);
      cellStart[i] = at;
      int[] own = cellRows.get(i);
      for (int c = 0; c < own.length; c += 2) {
        cell[at] = own[c];
        cellErrors[at++] = own[c + 1];
      }
    }
    cellStart[n] = at;
    for (int a = 0; a < assessors; a++) {
      start[a + 1] += start[a];
    }
  }

  /** The same checks with other errors, as a simulation draws them; they are kept, not copied. */
  DriftChecks(DriftChecks other, int[] errors, int[] cellStart, int[] cell, int[] cellErrors) {
    this.assessors = other.assessors;
    this.periods = other.periods;
    this.strata = other.strata;
    this.cells = other.cells;
    this.start = other.start;
    this.place = other.place;
    this.checked = other.checked;
    this.errors = errors;
    this.cellStart = cellStart;
    this.cell = cell;
    this.cellErrors = cellErrors;
  }

  /**
   * Starts a table.
   *
   * @param assessors number of codes, at least 0
   * @param periods number of codes, in order of time, at least 1
   * @param strata number of codes, at least 1
   * @param cells number of kinds of errors told apart, at least 0
   * @return without rows
   */
  public static Builder builder(int assessors, int periods, int strata, int cells) {
    return new Builder(assessors, periods, strata, cells);
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
   * Number of kinds of errors.
   *
   * @return at least 0
   */
  public int cells() {
    return cells;
  }

  int rows() {
    return place.length;
  }

  int start(int assessor) {
    return start[assessor];
  }

  int end(int assessor) {
    return start[assessor + 1];
  }

  /** Stratum times number of periods, plus period. */
  int place(int row) {
    return place[row];
  }

  int period(int row) {
    return place[row] % periods;
  }

  int checked(int row) {
    return checked[row];
  }

  /** Errors of a row: of a kind, or all of them. */
  int errors(int row, int measure) {
    if (measure == ALL) {
      return errors[row];
    }
    for (int i = cellStart[row]; i < cellStart[row + 1]; i++) {
      if (cell[i] == measure) {
        return cellErrors[i];
      }
    }
    return 0;
  }

  /** Errors of each kind in the whole team. */
  long[] errorsByCell() {
    long[] sums = new long[cells];
    for (int i = 0; i < cellStart[place.length]; i++) {
      sums[cell[i]] += cellErrors[i];
    }
    return sums;
  }

  /** The measure that counts every error; the others are the codes of the cells. */
  static final int ALL = -1;

  /** Collects rows. Not thread-safe. */
  public static final class Builder {
    private final int assessors;
    private final int periods;
    private final int strata;
    private final int cells;
    private long[][] rows = new long[64][]; // key, cell + 1, checked, errors
    private int size;

    private Builder(int assessors, int periods, int strata, int cells) {
      this.assessors = Check.atLeast("assessors", 0, assessors);
      this.periods = Check.atLeast("periods", 1, periods);
      this.strata = Check.atLeast("strata", 1, strata);
      this.cells = Check.atLeast("cells", 0, cells);
    }

    /**
     * Adds checks that are alike, with the errors among them, of no named kind.
     *
     * @param assessor in [0, assessors)
     * @param period in [0, periods)
     * @param stratum in [0, strata)
     * @param errors in [0, checked]
     * @param checked at least 0
     * @return this
     */
    public Builder add(int assessor, int period, int stratum, long errors, long checked) {
      Check.range("errors", 0, checked, errors);
      return add(assessor, period, stratum, -1, errors, checked);
    }

    /**
     * Adds errors of one kind among checks that were added or will be.
     *
     * @param assessor in [0, assessors)
     * @param period in [0, periods)
     * @param stratum in [0, strata)
     * @param cell kind of the errors, in [0, cells)
     * @param errors at least 0
     * @return this
     */
    public Builder addErrors(int assessor, int period, int stratum, int cell, long errors) {
      Check.index("cell", cell, cells, "cells");
      Check.atLeast("errors", 0, errors);
      return add(assessor, period, stratum, cell, errors, 0);
    }

    private Builder add(int a, int t, int s, int cell, long errors, long checked) {
      Check.index("assessor", a, assessors, "assessors");
      Check.index("period", t, periods, "periods");
      Check.index("stratum", s, strata, "strata");
      if (errors > 0 || checked > 0) {
        if (size == rows.length) {
          rows = Arrays.copyOf(rows, 2 * size);
        }
        long key = ((long) a * periods + t) * strata + s;
        rows[size++] = new long[] {key, cell, checked, errors};
      }
      return this;
    }

    /**
     * The table.
     *
     * @return immutable
     * @throws IllegalArgumentException if somewhere there are more errors than checks
     */
    public DriftChecks build() {
      long[][] sorted = Arrays.copyOf(rows, size);
      Arrays.sort(
          sorted, (x, y) -> x[0] != y[0] ? Long.compare(x[0], y[0]) : Long.compare(x[1], y[1]));
      List<long[]> merged = new ArrayList<>();
      List<int[]> kinds = new ArrayList<>();
      for (int from = 0, to; from < size; from = to) {
        to = from;
        long checks = 0;
        long errors = 0;
        int[] own = new int[0];
        while (to < size && sorted[to][0] == sorted[from][0]) {
          long[] row = sorted[to++];
          checks += row[2];
          errors += row[3];
          if (row[1] >= 0 && row[3] > 0) {
            int last = own.length - 2;
            if (last >= 0 && own[last] == row[1]) {
              own[last + 1] += (int) row[3];
            } else {
              own = Arrays.copyOf(own, own.length + 2);
              own[last + 2] = (int) row[1];
              own[last + 3] = (int) row[3];
            }
          }
        }
        if (errors > checks) {
          throw new IllegalArgumentException(
              "errors must be at most the checks of their assessor, period and stratum ("
                  + checks
                  + "), got "
                  + errors);
        }
        merged.add(new long[] {sorted[from][0], checks, errors});
        kinds.add(own);
      }
      return new DriftChecks(this, merged, kinds);
    }
  }
}
