package org.assay.io.ingest;

import org.assay.data.Codes;

/**
 * The rows of the gradings that verdicts check, verdict after verdict; a verdict may check none.
 */
final class CheckedGradings {
  private final IntList gradings;
  private final Codes end; // of each verdict's gradings

  private CheckedGradings(IntList gradings, Codes end) {
    this.gradings = gradings;
    this.end = end;
  }

  /** Gradings of one verdict after the other, and where each verdict's end. */
  static CheckedGradings of(IntList gradings, IntList end) {
    return new CheckedGradings(gradings, Codes.of(end.toArray()));
  }

  /** Takes the gradings of one verdict after the other. */
  static final class Builder {
    private final IntList gradings = new IntList();
    private final Codes.Builder end = Codes.builder();

    void add(int grading) {
      gradings.add(grading);
    }

    /** The gradings added since the last verdict are those of the next. */
    void endVerdict() {
      end.add(gradings.size());
    }

    /** How many were added, for all verdicts. */
    int size() {
      return gradings.size();
    }

    CheckedGradings build() {
      return new CheckedGradings(gradings, end.build());
    }
  }

  /** Those of some verdicts, when the others check none. */
  CheckedGradings select(int[] verdicts) {
    return new CheckedGradings(gradings, end.select(verdicts));
  }

  /** Number of all checks. */
  int size() {
    return gradings.size();
  }

  int from(int verdict) {
    return verdict == 0 ? 0 : end.get(verdict - 1);
  }

  int to(int verdict) {
    return end.get(verdict);
  }

  int count(int verdict) {
    return to(verdict) - from(verdict);
  }

  /** The grading at a place. */
  int get(int i) {
    return gradings.get(i);
  }

  /** Whether two verdicts check the same gradings. */
  boolean isSame(int a, int b) {
    if (count(a) != count(b)) {
      return false;
    }
    for (int i = 0; i < count(a); i++) {
      if (get(from(a) + i) != get(from(b) + i)) {
        return false;
      }
    }
    return true;
  }
}
