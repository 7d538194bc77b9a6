package org.assay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assay.ScopedChecks.Scoped;
import org.assay.count.ConfusionMatrix;
import org.assay.count.ConfusionTable;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Periods;
import org.assay.data.Verdicts;
import org.assay.estimate.CheckCell;
import org.assay.estimate.RateEstimate;
import org.assay.interval.ProportionInterval;
import org.assay.result.Interval;

/** The confusion matrices of a table of verdicts; see {@link Assay#confusion}. Immutable. */
public final class Confusions {
  private final GradingScheme scheme;
  private final ScopedChecks checks;
  private final double confidenceLevel;

  Confusions(Verdicts verdicts, double confidenceLevel) {
    this.scheme = verdicts.gradings().scheme();
    this.checks = new ScopedChecks(verdicts, Periods.all());
    this.confidenceLevel = confidenceLevel;
  }

  /**
   * Of everybody together.
   *
   * @return one matrix
   */
  public Confusion all() {
    return confusion(checks.whole());
  }

  /**
   * Of each part of the table.
   *
   * @param parts for example {@link Part#ASSESSOR}
   * @return one matrix for each that has gradings, in the order of first appearance; nobody is
   *     ranked
   * @throws IllegalArgumentException if the gradings have no such column
   */
  public List<Confusion> by(Part parts) {
    return checks.by(parts).stream().map(this::confusion).toList();
  }

  private Confusion confusion(Scoped scope) {
    ConfusionMatrix matrix = ConfusionMatrix.create(scheme.size());
    for (CheckCell cell : scope.cells()) {
      if (!cell.pending() && cell.blindness() == checks.basis()) {
        matrix.add(cell.reference(), cell.grade(), cell.count());
      }
    }
    ConfusionTable table = matrix.table(scheme.grades());
    return new Confusion(
        scope.label(),
        table,
        cells(table),
        scope.rate(ErrorClass.any(scheme)).estimate(confidenceLevel));
  }

  private List<Confusion.Cell> cells(ConfusionTable table) {
    var cells = new ArrayList<Confusion.Cell>();
    for (int r = 0; r < scheme.size(); r++) {
      List<Long> row = table.counts().get(r);
      long all = row.stream().mapToLong(Long::longValue).sum();
      for (int g = 0; g < scheme.size(); g++) {
        cells.add(
            new Confusion.Cell(
                scheme.grade(r),
                scheme.grade(g),
                row.get(g),
                all,
                ProportionInterval.CLOPPER_PEARSON.of(row.get(g), all, confidenceLevel)));
      }
    }
    return cells;
  }

  /**
   * What somebody's grades were where the reference is known.
   *
   * @param of who or what: an assessor, a unit, a stream; "" for the whole table
   * @param counts checks by reference grade (rows) and grade given
   * @param cells the same with the share among the checks of that reference grade
   * @param errors rate of errors in all gradings of the scope, weighted by the sampling design
   */
  public record Confusion(String of, ConfusionTable counts, List<Cell> cells, RateEstimate errors) {

    public Confusion {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(counts, "counts");
      cells = List.copyOf(cells);
      Objects.requireNonNull(errors, "errors");
    }

    /**
     * How often one grade was given for another, among the checks made.
     *
     * @param reference label of the reference grade
     * @param grade label of the grade given
     * @param count checks with both
     * @param checks checks with that reference grade
     * @param share limits of Clopper and Pearson for count / checks, of gradings as likely to be
     *     checked as one another; [0, 1] without a check
     */
    public record Cell(String reference, String grade, long count, long checks, Interval share) {}

    @Override
    public String toString() {
      return of + ": " + errors;
    }
  }
}
