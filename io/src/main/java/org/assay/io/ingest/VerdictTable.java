package org.assay.io.ingest;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.assay.data.Codes;
import org.assay.data.Gradings;
import org.assay.data.IdColumn;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.io.table.Table;

/**
 * The good rows of verdicts, in the order of the file, with the rows of the gradings they check.
 */
final class VerdictTable implements DuplicateRows.Events {
  /** Code of a selection method that was not recorded. */
  static final int NO_METHOD = SelectionMethod.values().length;

  /** Code of a selection method that cannot be read. */
  static final int UNREADABLE_METHOD = NO_METHOD + 1;

  /** Code of a word for blind that cannot be read. */
  static final int UNREADABLE_BLINDNESS = Blindness.values().length;

  private static final SelectionMethod[] METHODS = SelectionMethod.values();

  private final GradingTable gradings;
  private final IdColumn items; // of the gradings
  private final Codes number;
  private final CheckedGradings checked;
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
      GradingTable gradings,
      Codes number,
      CheckedGradings checked,
      IdColumn reviewer,
      IdColumn stratum,
      IdColumn id,
      IdColumn supersedes,
      Codes reference,
      Codes method,
      Codes blindness,
      double[] probability,
      long[] checkedAt) {
    this.gradings = gradings;
    this.items = gradings.item();
    this.number = number;
    this.checked = checked;
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
  public int place(int row) {
    return number.get(row);
  }

  /** Number of gradings, before any is left out. */
  int gradings() {
    return items.size();
  }

  CheckedGradings checked() {
    return checked;
  }

  /** Probability of the selection; 0 when not recorded, NaN when it cannot be read. */
  double probability(int row) {
    return probability[row];
  }

  /** Code of the method, with {@link #NO_METHOD} and {@link #UNREADABLE_METHOD}. */
  int method(int row) {
    return method.get(row);
  }

  /** Code of the blindness, with {@link #UNREADABLE_BLINDNESS}. */
  int blindness(int row) {
    return blindness.get(row);
  }

  String stratum(int row) {
    return stratum.id(row);
  }

  /** Whether the selection supports a claim: a random method with a probability. */
  boolean isRandom(int row) {
    return method.get(row) < NO_METHOD
        && METHODS[method.get(row)].isRandom()
        && probability[row] > 0;
  }

  /** Whether the selection was random, or that cannot be read. */
  boolean mayBeRandom(int row) {
    return isOrMayBeRandom(method.get(row));
  }

  /** Whether a method is random, or cannot be read. */
  static boolean isOrMayBeRandom(int method) {
    return method == UNREADABLE_METHOD || method < NO_METHOD && METHODS[method].isRandom();
  }

  @Override
  public boolean canBeLost(int row) {
    return mayBeRandom(row);
  }

  @Override
  public void lose(int row, LossCounter losses) {
    for (int i = checked.from(row); i < checked.to(row); i++) {
      gradings.lose(checked.get(i), losses);
    }
  }

  /** Number of the rows that stay which could have been lost. */
  long kept(RowMarks marks) {
    long kept = 0;
    for (int row = 0; row < size(); row++) {
      kept += !marks.isMarked(row) && mayBeRandom(row) ? 1 : 0;
    }
    return kept;
  }

  /** Marks the rows that some row among others corrects, which itself cannot be used. */
  void markCorrectedBy(VerdictTable strays, RowMarks marks) {
    int[] rowOf = null; // by code of the id
    for (int stray = 0; stray < strays.size(); stray++) {
      String corrected = strays.supersedes.id(stray);
      OptionalInt code = corrected.isEmpty() ? OptionalInt.empty() : id.ids().code(corrected);
      if (code.isPresent()) {
        rowOf = rowOf == null ? Corrections.rowsById(id, marks) : rowOf;
        int row = rowOf[code.getAsInt()];
        if (row >= 0 && !marks.isMarked(row)) {
          marks.mark(row, Reason.SUPERSEDED, -1);
        }
      }
    }
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
    return hasId(row) ? id.id(row) : items.id(checked.get(checked.from(row)));
  }

  private boolean hasId(int row) {
    return id.codes().get(row) != noId;
  }

  @Override
  public int keys() {
    return items.size() + id.ids().size();
  }

  @Override
  public int keyCode(int row) {
    return hasId(row) ? items.size() + id.codes().get(row) : checked.get(checked.from(row));
  }

  @Override
  public int hash(int row) {
    if (hasId(row)) {
      return id.codes().get(row);
    }
    int h = checked.get(checked.from(row)) * 31 + reviewer.codes().get(row);
    return h * 31 + Long.hashCode(checkedAt[row] * 0x9E3779B97F4A7C15L);
  }

  @Override
  public boolean sameEvent(int a, int b) {
    if (hasId(a) || hasId(b)) {
      return id.codes().get(a) == id.codes().get(b);
    }
    return checkedAt[a] == checkedAt[b]
        && reviewer.codes().get(a) == reviewer.codes().get(b)
        && checked.isSame(a, b);
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
        && checked.isSame(a, b);
  }

  /** Marks selections whose verdict stands in another row, by the QA officer named or by anyone. */
  void markChecked(RowMarks marks) {
    if (Arrays.stream(checkedAt).noneMatch(at -> at == VerdictRows.PENDING)) {
      return;
    }
    var anyone = new BitSet();
    long[] checkedBy = new long[checked.size()];
    int n = 0;
    for (int row = 0; row < size(); row++) {
      for (int i = checked.from(row);
          i < checked.to(row) && !isPending(row) && !marks.isMarked(row);
          i++) {
        anyone.set(checked.get(i));
        checkedBy[n++] = pair(checked.get(i), row);
      }
    }
    Arrays.sort(checkedBy, 0, n);
    for (int row = 0; row < size(); row++) {
      boolean done = isPending(row) && !marks.isMarked(row);
      boolean byAnyone = reviewer.codes().get(row) == noReviewer;
      for (int i = checked.from(row); i < checked.to(row) && done; i++) {
        done =
            byAnyone
                ? anyone.get(checked.get(i))
                : Arrays.binarySearch(checkedBy, 0, n, pair(checked.get(i), row)) >= 0;
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
    var gradings = new BitSet();
    for (int row = 0; row < size(); row++) {
      for (int i = checked.from(row); i < checked.to(row) && !marks.isMarked(row); i++) {
        gradings.set(checked.get(i));
      }
    }
    return gradings;
  }

  /**
   * The verdicts of some rows on gradings that are made meanwhile, and notes on them.
   *
   * @param kept the rows that stay
   * @param keptGradings the rows of the gradings that stay
   * @param unresolved those of the others whose selection stays
   * @param tally counts what is lacking
   */
  Function<Gradings, Verdicts> verdicts(
      int[] kept, int[] keptGradings, Unresolved unresolved, Tally tally) {
    note(kept, tally);
    Checks done = checks(kept, false, keptGradings);
    int[] rows = done.row.toArray();
    Selections selections = selections(done);
    IdColumn reviewers = reviewer.select(rows);
    Codes references = reference.select(rows);
    long[] times = Rows.select(checkedAt, rows);
    Selections pending = selections(checks(kept, true, keptGradings));
    Selections unusable = unresolved.selections(keptGradings);
    return on -> Verdicts.of(on, selections, reviewers, references, times, pending, unusable);
  }

  /** Rows, each once for every grading it checks, and those gradings. */
  private static final class Checks {
    final IntList row = new IntList();
    final IntList grading = new IntList();
  }

  private Checks checks(int[] kept, boolean pending, int[] keptGradings) {
    var checks = new Checks();
    for (int row : kept) {
      for (int i = checked.from(row); i < checked.to(row) && isPending(row) == pending; i++) {
        checks.row.add(row);
        checks.grading.add(Rows.place(checked.get(i), keptGradings, items.size()));
      }
    }
    return checks;
  }

  private Selections selections(Checks checks) {
    int[] rows = checks.row.toArray();
    int size = rows.length;
    byte[] how = new byte[size];
    double[] probabilities = new double[size];
    byte[] blind = new byte[size];
    boolean[] item = new boolean[size];
    for (int i = 0; i < size; i++) {
      int row = rows[i];
      how[i] = (byte) how(row).ordinal();
      probabilities[i] = probability[row];
      blind[i] = (byte) blindness.get(row);
      item[i] = checked.count(row) > 1;
    }
    return Selections.of(
        checks.grading.toArray(), how, probabilities, blind, stratum.select(rows), item);
  }

  private SelectionMethod how(int row) {
    return method.get(row) == NO_METHOD ? SelectionMethod.CONVENIENCE : METHODS[method.get(row)];
  }

  private void note(int[] kept, Tally tally) {
    boolean strata = tally.has(VerdictColumn.STRATUM_ID);
    int noStratum = GradingRows.emptyCode(stratum);
    note(tally, Note.Kind.NO_SELECTION_METHOD, kept, row -> method.get(row) == NO_METHOD);
    note(
        tally, Note.Kind.NO_PROBABILITY, kept, row -> how(row).isRandom() && probability[row] == 0);
    note(
        tally,
        Note.Kind.BLINDNESS_UNKNOWN,
        kept,
        row -> blindness.get(row) == Blindness.UNKNOWN.ordinal());
    note(
        tally,
        Note.Kind.NO_STRATUM,
        kept,
        row -> strata && how(row).isRandom() && stratum.codes().get(row) == noStratum);
    note(tally, Note.Kind.CHECKS_SEVERAL, kept, row -> checked.count(row) > 1);
  }

  private static void note(Tally tally, Note.Kind kind, int[] rows, IntPredicate holds) {
    tally.note(kind, Arrays.stream(rows).filter(holds).count());
  }
}
