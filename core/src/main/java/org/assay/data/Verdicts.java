package org.assay.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.internal.Check;

/**
 * QA verdicts as columns: one row is one check of one grading by one QA officer, with the reference
 * grade it arrived at. Beside them stand the selections that still wait for their verdict, and
 * those whose verdict exists but cannot be used.
 *
 * <p>Immutable by convention; thread-safe for reading.
 */
public final class Verdicts {
  private final Gradings gradings;
  private final Selections selections;
  private final IdColumn reviewer;
  private final Codes reference;
  private final long[] checkedAt;
  private final Selections pending;
  private final Selections unresolved;

  private Verdicts(
      Gradings gradings,
      Selections selections,
      IdColumn reviewer,
      Codes reference,
      long[] checkedAt,
      Selections pending,
      Selections unresolved) {
    this.gradings = gradings;
    this.selections = selections;
    this.reviewer = reviewer;
    this.reference = reference;
    this.checkedAt = checkedAt;
    this.pending = pending;
    this.unresolved = unresolved;
  }

  /**
   * Verdicts over columns that are there already, all of them usable.
   *
   * @param gradings what was checked
   * @param selections which of them, one per verdict
   * @param reviewer QA officers, one per verdict
   * @param reference codes of the reference grades, one per verdict
   * @param checkedAt milliseconds since 1970-01-01T00:00Z, one per verdict, not copied
   * @param pending selections that wait for their verdict
   * @return the verdicts
   * @throws IllegalArgumentException if the columns differ in length, a selection is of no grading
   *     or a reference grade is not of the scheme
   */
  public static Verdicts of(
      Gradings gradings,
      Selections selections,
      IdColumn reviewer,
      Codes reference,
      long[] checkedAt,
      Selections pending) {
    return of(
        gradings,
        selections,
        reviewer,
        reference,
        checkedAt,
        pending,
        Selections.builder().build());
  }

  /**
   * Verdicts over columns that are there already.
   *
   * @param gradings what was checked
   * @param selections which of them, one per verdict
   * @param reviewer QA officers, one per verdict
   * @param reference codes of the reference grades, one per verdict
   * @param checkedAt milliseconds since 1970-01-01T00:00Z, one per verdict, not copied
   * @param pending selections that wait for their verdict
   * @param unresolved random selections whose verdict cannot be used, see {@link #unresolved}
   * @return the verdicts
   * @throws IllegalArgumentException if the columns differ in length, a selection is of no grading,
   *     a reference grade is not of the scheme or an unresolved selection is not random
   */
  public static Verdicts of(
      Gradings gradings,
      Selections selections,
      IdColumn reviewer,
      Codes reference,
      long[] checkedAt,
      Selections pending,
      Selections unresolved) {
    int size = selections.size();
    Check.rows("verdict", "reviewer", size, reviewer.size());
    Check.rows("verdict", "reference", size, reference.size());
    Check.rows("verdict", "checkedAt", size, checkedAt.length);
    if (size > 0) {
      gradings.scheme().grade(reference.max());
    }
    for (Selections rows : List.of(selections, pending, unresolved)) {
      for (int row = 0; row < rows.size(); row++) {
        requireGrading(gradings, rows.grading(row));
      }
    }
    for (int row = 0; row < unresolved.size(); row++) {
      requireRandom(unresolved.method(row), unresolved.inclusionProbability(row));
    }
    return new Verdicts(gradings, selections, reviewer, reference, checkedAt, pending, unresolved);
  }

  private static void requireRandom(SelectionMethod how, double probability) {
    if (!how.isRandom() || probability == 0) {
      throw new IllegalArgumentException(
          "unresolved selections must be random and have a probability, got "
              + how
              + " with "
              + probability);
    }
  }

  private static void requireGrading(Gradings gradings, int row) {
    if (row < 0 || row >= gradings.size()) {
      throw new IllegalArgumentException(
          "gradingRow must be in [0, " + gradings.size() + "), got " + row);
    }
  }

  /**
   * Verdicts of a query, row by row. A row is about the grading of its item by its assessor: the
   * latest one made before the check, where both tables have times. A row without a grade is a
   * selection that waits for its verdict.
   *
   * @param gradings what was checked
   * @param rows read to their end; not closed
   * @param columns which column holds what
   * @return the verdicts
   * @throws IllegalArgumentException if a column is missing, its type or a value does not fit, a
   *     grade is not of the scheme or a row is about no grading
   * @throws SQLException if the database fails
   */
  public static Verdicts from(Gradings gradings, ResultSet rows, Columns<String> columns)
      throws SQLException {
    return RowTables.verdicts(gradings, new JdbcRows(rows, columns), columns.selection());
  }

  /**
   * Verdicts of objects, as {@link #from(Gradings, ResultSet, Columns)} reads rows.
   *
   * @param gradings what was checked
   * @param rows one object per verdict
   * @param columns how an object tells what
   * @param <T> type of a row
   * @return the verdicts
   * @throws IllegalArgumentException if a value does not fit, a grade is not of the scheme or a row
   *     is about no grading
   */
  public static <T> Verdicts from(
      Gradings gradings,
      Iterable<? extends T> rows,
      Columns<? extends Function<? super T, ?>> columns) {
    return RowTables.verdicts(
        gradings, new RowSource.Objects<>(rows, columns), columns.selection());
  }

  /**
   * A builder of verdicts on gradings.
   *
   * @param gradings what was checked
   * @return an empty builder
   */
  public static Builder builder(Gradings gradings) {
    return new Builder(gradings);
  }

  /**
   * The gradings that were checked.
   *
   * @return the table the selections point into
   */
  public Gradings gradings() {
    return gradings;
  }

  /**
   * Number of verdicts.
   *
   * @return at least 0
   */
  public int size() {
    return reference.size();
  }

  /**
   * How each checked grading was selected.
   *
   * @return one row per verdict
   */
  public Selections selections() {
    return selections;
  }

  /**
   * Who checked.
   *
   * @return one per verdict
   */
  public IdColumn reviewer() {
    return reviewer;
  }

  /**
   * The reference grades, as codes of the scheme.
   *
   * @return one per verdict
   */
  public Codes reference() {
    return reference;
  }

  /**
   * When a check was made.
   *
   * @param row in [0, size)
   * @return milliseconds since 1970-01-01T00:00Z
   */
  public long checkedAt(int row) {
    return checkedAt[row];
  }

  /**
   * The grade that was checked.
   *
   * @param row in [0, size)
   * @return its code in the scheme
   */
  public int grade(int row) {
    return gradings.grade().get(selections.grading(row));
  }

  /**
   * Whether grade and reference grade differ.
   *
   * @param row in [0, size)
   * @return true for an error
   */
  public boolean isError(int row) {
    return grade(row) != reference.get(row);
  }

  /**
   * Selections without a verdict yet.
   *
   * @return the pending ones, apart from {@link #selections()}
   */
  public Selections pending() {
    return pending;
  }

  /**
   * Random selections whose verdict exists but cannot be used: unreadable, of an unknown grade or
   * time, told in contradictory ways, by the assessor of the grading. Each is an error or not,
   * nobody knows, so they stay in the denominators: a rate is at least what it is when none of them
   * is an error, and at most what it is when all are.
   *
   * <p>Each grading is there once at most, and not when a random selection of it is pending or has
   * a usable verdict. One exception: where the unusable verdict was blind and the usable ones are
   * not, the grading is there, because among the blind checks it has no verdict.
   *
   * @return the unresolved ones, apart from {@link #selections()} and {@link #pending()}; all of
   *     them random with a probability
   */
  public Selections unresolved() {
    return unresolved;
  }

  /** Collects verdicts row by row. Not thread-safe. */
  public static final class Builder {
    private final Gradings gradings;
    private final Selections.Builder selections = Selections.builder();
    private final IdColumn.Builder reviewer = new IdColumn.Builder();
    private final Codes.Builder reference = Codes.builder();
    private final Selections.Builder pending = Selections.builder();
    private final Selections.Builder unresolved = Selections.builder();
    private long[] checkedAt = new long[16];

    private Builder(Gradings gradings) {
      this.gradings = Objects.requireNonNull(gradings, "gradings");
    }

    /**
     * Appends a verdict.
     *
     * @param gradingRow row of the checked grading
     * @param reviewerId pseudonym of the QA officer
     * @param referenceCode code of the reference grade
     * @param checkedAtMillis milliseconds since 1970-01-01T00:00Z
     * @param how the grading was selected
     * @return this
     */
    public Builder add(
        int gradingRow, String reviewerId, int referenceCode, long checkedAtMillis, Selection how) {
      requireGrading(gradings, gradingRow);
      gradings.scheme().grade(referenceCode);
      int row = reference.size();
      selections.add(
          gradingRow,
          how.method(),
          how.inclusionProbability(),
          how.stratum(),
          how.blindness(),
          how.ofItem());
      reviewer.add(reviewerId);
      reference.add(referenceCode);
      if (row == checkedAt.length) {
        checkedAt = Arrays.copyOf(checkedAt, row + (row >> 1) + 16);
      }
      checkedAt[row] = checkedAtMillis;
      return this;
    }

    /**
     * Appends a selection that waits for its verdict.
     *
     * @param gradingRow row of the selected grading
     * @param how selection method
     * @param inclusionProbability in (0, 1], or 0 when not recorded
     * @param stratumId stratum of the design, "" for none
     * @param blind whether the check will be blind
     * @return this
     */
    public Builder addPending(
        int gradingRow,
        SelectionMethod how,
        double inclusionProbability,
        String stratumId,
        Blindness blind) {
      return addPending(gradingRow, how, inclusionProbability, stratumId, blind, false);
    }

    /**
     * Appends a selection, of a grading or of its item, that waits for its verdict.
     *
     * @param gradingRow row of the selected grading
     * @param how selection method
     * @param inclusionProbability in (0, 1], or 0 when not recorded
     * @param stratumId stratum of the design, "" for none
     * @param blind whether the check will be blind
     * @param ofItem whether the item was drawn, see {@link Selections#isItem}
     * @return this
     */
    public Builder addPending(
        int gradingRow,
        SelectionMethod how,
        double inclusionProbability,
        String stratumId,
        Blindness blind,
        boolean ofItem) {
      requireGrading(gradings, gradingRow);
      pending.add(gradingRow, how, inclusionProbability, stratumId, blind, ofItem);
      return this;
    }

    /**
     * Appends a random selection whose verdict cannot be used, see {@link Verdicts#unresolved}.
     *
     * @param gradingRow row of the selected grading
     * @param how a random selection method
     * @param inclusionProbability in (0, 1]
     * @param stratumId stratum of the design, "" for none
     * @param blind whether the check was blind
     * @param ofItem whether the item was drawn, see {@link Selections#isItem}
     * @return this
     * @throws IllegalArgumentException if the method is not random or there is no probability
     */
    public Builder addUnresolved(
        int gradingRow,
        SelectionMethod how,
        double inclusionProbability,
        String stratumId,
        Blindness blind,
        boolean ofItem) {
      requireGrading(gradings, gradingRow);
      requireRandom(how, inclusionProbability);
      unresolved.add(gradingRow, how, inclusionProbability, stratumId, blind, ofItem);
      return this;
    }

    /**
     * Number of verdicts so far, without the pending and the unresolved ones.
     *
     * @return at least 0
     */
    public int size() {
      return reference.size();
    }

    /**
     * The verdicts. The builder must not be used afterwards.
     *
     * @return the columns
     */
    public Verdicts build() {
      return new Verdicts(
          gradings,
          selections.build(),
          reviewer.build(),
          reference.build(),
          Arrays.copyOf(checkedAt, reference.size()),
          pending.build(),
          unresolved.build());
    }
  }

  /**
   * Which of several verdicts on a grading is its reference. A grading enters a rate once; the
   * other verdicts on it measure the QA officers. Verdicts are in the order of their times, and
   * those of the same time in the order of their rows.
   */
  public enum ReferenceRule {
    /** The first blind verdict; where none is blind, the first. */
    FIRST_BLIND,
    /** The first verdict. */
    FIRST,
    /** The last verdict. */
    LAST,
    /** What more than half of the verdicts say; where no grade has more than half, none. */
    MAJORITY,
    /**
     * What all verdicts say; where they differ and there are at least three, the last one, which
     * settles the difference; where two differ and nobody settled it, none.
     */
    ADJUDICATED
  }
}
