package org.assay.io.ingest;

import java.util.Arrays;
import java.util.BitSet;
import org.assay.data.IdColumn;

/**
 * Which row corrects which, from a column of ids and a column of the ids they supersede.
 *
 * <p>A grading is scored as it stood when it was selected: a correction made before the check
 * replaces it, one made afterwards does not undo the finding. So in a chain of corrections the rows
 * that were checked stay; when none was checked, the last one does.
 */
final class Corrections {
  private static final int NONE = -1;
  private static final int UNKNOWN = -2;

  private final int[] corrects; // the row a row corrects; null when there are no corrections
  private final int[] correctedBy; // the earliest row that corrects a row
  private final long[] at;

  private Corrections(int[] corrects, int[] correctedBy, long[] at) {
    this.corrects = corrects;
    this.correctedBy = correctedBy;
    this.at = at;
  }

  /**
   * Finds the corrections among the rows that stay.
   *
   * @param id ids of the rows, or null
   * @param supersedes ids of what they correct, or null
   * @param marks rows that are left out already
   * @param at when each row was made
   * @param tally counts corrections of rows that do not exist
   */
  static Corrections of(IdColumn id, IdColumn supersedes, RowMarks marks, long[] at, Tally tally) {
    if (supersedes == null
        || supersedes.ids().size() == (GradingRows.emptyCode(supersedes) < 0 ? 0 : 1)) {
      return new Corrections(null, null, at);
    }
    int[] rowOf = id == null ? new int[0] : rowsById(id, marks);
    int[] target = new int[supersedes.ids().size()]; // by code of what is superseded
    for (int c = 0; c < target.length; c++) {
      String named = supersedes.ids().id(c);
      target[c] =
          named.isEmpty()
              ? UNKNOWN
              : id == null ? NONE : rowOfId(rowOf, id.ids().code(named).orElse(NONE));
    }
    int[] corrects = new int[supersedes.size()];
    int[] correctedBy = new int[corrects.length];
    Arrays.fill(corrects, NONE);
    Arrays.fill(correctedBy, NONE);
    long unmatched = 0;
    for (int row = 0; row < corrects.length; row++) {
      int corrected = target[supersedes.codes().get(row)];
      if (marks.isMarked(row) || corrected == UNKNOWN) {
        continue;
      }
      if (corrected == NONE || corrected == row) {
        unmatched++;
        continue;
      }
      corrects[row] = corrected;
      int earlier = correctedBy[corrected];
      if (earlier == NONE || at[row] < at[earlier]) {
        correctedBy[corrected] = row;
      }
    }
    tally.note(Note.Kind.SUPERSEDES_NOTHING, unmatched);
    return new Corrections(corrects, correctedBy, at);
  }

  /** The row with each id, by code of the id; -1 where all were left out. */
  static int[] rowsById(IdColumn id, RowMarks marks) {
    int[] rowOf = new int[id.ids().size()];
    Arrays.fill(rowOf, NONE);
    for (int row = 0; row < id.size(); row++) {
      if (!marks.isMarked(row)) {
        rowOf[id.codes().get(row)] = row;
      }
    }
    return rowOf;
  }

  private static int rowOfId(int[] rowOf, int code) {
    return code == NONE ? NONE : rowOf[code];
  }

  /** Whether a row had not been corrected yet at a time. */
  boolean standsAt(int row, long time) {
    return correctedBy == null || correctedBy[row] == NONE || at[correctedBy[row]] > time;
  }

  /** Whether some row may correct another. */
  boolean any() {
    return corrects != null;
  }

  /** Marks the rows of each chain that do not stay. */
  void mark(RowMarks marks, BitSet checked) {
    if (corrects == null) {
      return;
    }
    int[] known = new int[corrects.length]; // nearest checked row that a row corrects
    Arrays.fill(known, UNKNOWN);
    for (int row = 0; row < corrects.length; row++) {
      if (marks.isMarked(row) || checked.get(row)) {
        continue;
      }
      if (correctedBy[row] != NONE) {
        marks.mark(row, Reason.SUPERSEDED, correctedBy[row]);
      } else if (corrects[row] != NONE) {
        int original = checkedOriginal(row, checked, known);
        if (original != NONE) {
          marks.mark(row, Reason.CORRECTED_AFTER_CHECK, original);
        }
      }
    }
  }

  // Walks the chain once and remembers the answer for all of it; a ring of corrections has none.
  private int checkedOriginal(int row, BitSet checked, int[] known) {
    int original = NONE;
    int step = row;
    while (step != NONE && known[step] == UNKNOWN) {
      known[step] = NONE;
      step = corrects[step];
      if (step != NONE && checked.get(step)) {
        original = step;
        break;
      }
    }
    if (original == NONE && step != NONE) {
      original = known[step];
    }
    for (int r = row; r != step && r != NONE && original != NONE; r = corrects[r]) {
      known[r] = original;
    }
    return original;
  }
}
