package org.assay.drift;

import java.util.Arrays;

/** The rows of a table that one kind of errors can stand in, with the errors of that kind. */
final class MeasuredRows {
  private final int[] start; // by assessor, and the end
  private final int[] place;
  private final int[] period;
  private final int[] checked;
  private final int[] errors;

  /**
   * The rows of a kind.
   *
   * @param checks all rows
   * @param measure the kind, or {@link DriftChecks#ALL}
   */
  MeasuredRows(DriftChecks checks, int measure) {
    boolean[] occurs = new boolean[checks.strata()];
    for (int row = 0; row < checks.rows(); row++) {
      if (checks.errors(row, measure) > 0) {
        occurs[checks.place(row) / checks.periods()] = true;
      }
    }
    int n = checks.rows();
    int[] places = new int[n];
    int[] periods = new int[n];
    int[] ns = new int[n];
    int[] xs = new int[n];
    this.start = new int[checks.assessors() + 1];
    int size = 0;
    for (int a = 0; a < checks.assessors(); a++) {
      for (int row = checks.start(a); row < checks.end(a); row++) {
        if (occurs[checks.place(row) / checks.periods()] && checks.checked(row) > 0) {
          places[size] = checks.place(row);
          periods[size] = checks.period(row);
          ns[size] = checks.checked(row);
          xs[size++] = checks.errors(row, measure);
        }
      }
      start[a + 1] = size;
    }
    this.place = Arrays.copyOf(places, size);
    this.period = Arrays.copyOf(periods, size);
    this.checked = Arrays.copyOf(ns, size);
    this.errors = Arrays.copyOf(xs, size);
  }

  int assessors() {
    return start.length - 1;
  }

  int start(int assessor) {
    return start[assessor];
  }

  int end(int assessor) {
    return start[assessor + 1];
  }

  int place(int row) {
    return place[row];
  }

  int period(int row) {
    return period[row];
  }

  int checked(int row) {
    return checked[row];
  }

  int errors(int row) {
    return errors[row];
  }
}
