package org.assay.io.ingest;

import java.util.Arrays;
import java.util.BitSet;
import org.assay.data.Blindness;
import org.assay.data.Codes;
import org.assay.data.Gradings;
import org.assay.data.IdColumn;
import org.assay.data.SelectionMethod;
import org.assay.data.Verdicts;

/**
 * The good rows of verdicts, in the order of the file, with the rows of the gradings they check.
 */
final class VerdictTable implements EventTable.Events {
  /** Code of a selection method that was not recorded. */
  static final int NO_METHOD = SelectionMethod.values().length;

  private final IdColumn items; // of the gradings
  private final Codes number;
  private final IntList gradings;
  private final Codes end; // gradings of row r end at end(r)
  private final IdColumn reviewer;
  private final IdColumn stratum;
  private final IdColumn id;
  private final IdColumn supersedes;
  private final Codes reference;
  private final Codes method;
  private final Codes blindness;
  private final double[] probability;
  private final long[] checkedAt;
  private final int noId;
  private final int noReviewer;

  VerdictTable(
      IdColumn items,
      Codes number,
      IntList gradings,
      Codes end,
      IdColumn reviewer,
      IdColumn stratum,
      IdColumn id,
      IdColumn supersedes,
      Codes reference,
      Codes method,
      Codes blindness,
      double[] probability,
      long[] checkedAt) {
    this.items = items;
    this.number = number;
    this.gradings = gradings;
    this.end = end;
    this.reviewer = reviewer;
    this.stratum = stratum;
    this.id = id;
    this.supersedes = supersedes;
    this.reference = reference;
    this.method = method;
    this.blindness = blindness;
    this.probability = probability;
    this.checkedAt = checkedAt;
    this.noId = GradingRows.emptyCode(id);
    this.noReviewer = GradingRows.emptyCode(reviewer);
  }

  @Override
  public int size() {
    return number.size();
  }

  @Override
  public int number(int row) {
    return number.get(row);
  }

  boolean isPending(int row) {
    return checkedAt[row] == VerdictRows.PENDING;
  }

  /** The corrections among the rows that stay. */
  Corrections corrections(RowMarks marks, Tally tally) {
    return Corrections.of(id, supersedes, marks, checkedAt, tally);
  }

  @Override
  public Table.Column keyColumn(int row) {
    return hasId(row) ? VerdictColumn.VERDICT_ID : VerdictColumn.ITEM_ID;
  }

  @Override
  public String key(int row) {
    return hasId(row) ? id.id(row) : items.id(gradings.get(from(row)));
  }

  private boolean hasId(int row) {
    return id.codes().get(row) != noId;
  }

  private int from(int row) {
    return row == 0 ? 0 : end.get(row - 1);
  }

  @Override
  public boolean allDistinct() {
    return noId < 0 && id.ids().size() == size();
  }

  @Override
  public int hash(int row) {
    if (hasId(row)) {
      return id.codes().get(row);
    }
    int h = gradings.get(from(row)) * 31 + reviewer.codes().get(row);
    return h * 31 + Long.hashCode(checkedAt[row] * 0x9E3779B97F4A7C15L);
  }

  @Override
  public boolean sameEvent(int a, int b) {
    if (hasId(a) || hasId(b)) {
      return id.codes().get(a) == id.codes().get(b);
    }
    return checkedAt[a] == checkedAt[b]
        && reviewer.codes().get(a) == reviewer.codes().get(b)
        && sameGradings(a, b);
  }

  @Override
  public boolean sameContent(int a, int b) {
    return checkedAt[a] == checkedAt[b]
        && reviewer.codes().get(a) == reviewer.codes().get(b)
        && reference.get(a) == reference.get(b)
        && method.get(a) == method.get(b)
        && blindness.get(a) == blindness.get(b)
        && probability[a] == probability[b]
        && stratum.codes().get(a) == stratum.codes().get(b)
        && supersedes.codes().get(a) == supersedes.codes().get(b)
        && sameGradings(a, b);
  }

  private boolean sameGradings(int a, int b) {
    int count = end.get(a) - from(a);
    if (count != end.get(b) - from(b)) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (gradings.get(from(a) + i) != gradings.get(from(b) + i)) {
        return false;
      }
    }
    return true;
  }

  /** Marks selections whose verdict stands in another row, by the QA officer named or by anyone. */
  void markChecked(RowMarks marks) {
    var checked = new BitSet();
    long[] checkedBy = new long[gradings.size()];
    int n = 0;
    for (int row = 0; row < size(); row++) {
      for (int i = from(row); i < end.get(row) && !isPending(row) && !marks.isMarked(row); i++) {
        checked.set(gradings.get(i));
        checkedBy[n++] = pair(gradings.get(i), row);
      }
    }
    Arrays.sort(checkedBy, 0, n);
    for (int row = 0; row < size(); row++) {
      boolean done = isPending(row) && !marks.isMarked(row);
      boolean anyone = reviewer.codes().get(row) == noReviewer;
      for (int i = from(row); i < end.get(row) && done; i++) {
        done =
            anyone
                ? checked.get(gradings.get(i))
                : Arrays.binarySearch(checkedBy, 0, n, pair(gradings.get(i), row)) >= 0;
      }
      if (done) {
        marks.mark(row, Reason.SELECTION_CHECKED, -1);
      }
    }
  }

  private long pair(int grading, int row) {
    return (long) grading << 32 | reviewer.codes().get(row);
  }

  /** The gradings that the rows that stay check or will check. */
  BitSet gradingsChecked(RowMarks marks) {
    var checked = new BitSet();
    for (int row = 0; row < size(); row++) {
      for (int i = from(row); i < end.get(row) && !marks.isMarked(row); i++) {
        checked.set(gradings.get(i));
      }
    }
    return checked;
  }

  /**
   * The verdicts of some rows, and notes on them.
   *
   * @param kept the rows that stay
   * @param table the gradings they point into
   * @param position row there by row of the grading table
   * @param tally hears of what is lacking
   */
  Verdicts verdicts(int[] kept, Gradings table, int[] position, Tally tally) {
    var verdicts = Verdicts.builder(table);
    boolean strata = tally.header().has(VerdictColumn.STRATUM_ID);
    for (int row : kept) {
      boolean methodKnown = method.get(row) != NO_METHOD;
      SelectionMethod how =
          methodKnown ? SelectionMethod.values()[method.get(row)] : SelectionMethod.CONVENIENCE;
      Blindness blind = Blindness.values()[blindness.get(row)];
      String stratumId = stratum.id(row);
      for (int i = from(row); i < end.get(row); i++) {
        int grading = position[gradings.get(i)];
        if (isPending(row)) {
          verdicts.addPending(grading, how, probability[row], stratumId, blind);
        } else {
          verdicts.add(
              grading,
              reviewer.id(row),
              reference.get(row),
              checkedAt[row],
              how,
              probability[row],
              stratumId,
              blind);
        }
      }
      note(tally, Note.Kind.NO_SELECTION_METHOD, !methodKnown);
      note(tally, Note.Kind.NO_PROBABILITY, how.isRandom() && probability[row] == 0);
      note(tally, Note.Kind.BLINDNESS_UNKNOWN, blind == Blindness.UNKNOWN);
      note(tally, Note.Kind.NO_STRATUM, strata && how.isRandom() && stratumId.isEmpty());
      note(tally, Note.Kind.CHECKS_SEVERAL, end.get(row) - from(row) > 1);
    }
    return verdicts.build();
  }

  private static void note(Tally tally, Note.Kind kind, boolean holds) {
    if (holds) {
      tally.note(kind, 1);
    }
  }
}
