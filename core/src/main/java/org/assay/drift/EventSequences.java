package org.assay.drift;

import java.util.BitSet;
import org.assay.data.Codes;
import org.assay.data.ErrorClass;
import org.assay.data.Gradings;
import org.assay.data.Periods;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.CheckCell;
import org.assay.estimate.ReferenceChecks;

/**
 * The checks of each cell of a table, such as an assessor, in order of grading: in which period
 * each was graded and whether it is an error. Columns, no object per check. Immutable.
 *
 * <p><b>Cost.</b> Two passes over the checks and a merge sort of each cell; 4 bytes and a bit are
 * kept per check.
 */
final class EventSequences {
  private final int[] end; // of each cell's events
  private final int[] period;
  private final BitSet errors = new BitSet();

  private EventSequences(int[] end, int[] period) {
    this.end = end;
    this.period = period;
  }

  /**
   * The sequences of resolved checks.
   *
   * @param checks each grading once; the gradings must carry times
   * @param cells the cell of each grading
   * @param number of cells
   * @param errors which mix-ups count
   * @param periods calendar that covers the gradings
   * @param basis which checks
   * @throws IllegalArgumentException if the gradings carry no times
   */
  static EventSequences of(
      ReferenceChecks checks,
      Codes cells,
      int number,
      ErrorClass errors,
      Periods periods,
      Blindness basis) {
    Gradings gradings = checks.verdicts().gradings();
    long[] gradedAt =
        gradings
            .gradedAt()
            .orElseThrow(() -> new IllegalArgumentException("gradings must carry times"));
    int[] end = new int[number];
    int events = 0;
    for (int i = 0; i < checks.size(); i++) {
      if (isEvent(checks, i, basis)) {
        end[cells.get(checks.grading(i))]++;
        events++;
      }
    }
    int[] next = new int[number];
    for (int c = 1; c < number; c++) {
      next[c] = end[c - 1];
      end[c] += end[c - 1];
    }
    int[] check = new int[events];
    for (int i = 0; i < checks.size(); i++) {
      if (isEvent(checks, i, basis)) {
        check[next[cells.get(checks.grading(i))]++] = i;
      }
    }
    var order = new TimeOrder(checks, gradedAt);
    var sequences = new EventSequences(end, new int[events]);
    for (int c = 0; c < number; c++) {
      order.sort(check, sequences.start(c), end[c]);
    }
    for (int e = 0; e < events; e++) {
      int grading = checks.grading(check[e]);
      sequences.period[e] = periods.code(gradedAt[grading]);
      sequences.errors.set(
          e, errors.counts(checks.reference(check[e]), gradings.grade().get(grading)));
    }
    return sequences;
  }

  private static boolean isEvent(ReferenceChecks checks, int check, Blindness basis) {
    return checks.reference(check) != CheckCell.PENDING
        && checks.selections(check).blindness(checks.row(check)) == basis;
  }

  /** Number of cells. */
  int cells() {
    return end.length;
  }

  /** The events of a cell; none when nothing of it was checked. */
  EventSequence of(int cell) {
    return new EventSequence(this, start(cell), end[cell]);
  }

  int period(int event) {
    return period[event];
  }

  boolean isError(int event) {
    return errors.get(event);
  }

  private int start(int cell) {
    return cell == 0 ? 0 : end[cell - 1];
  }
}
