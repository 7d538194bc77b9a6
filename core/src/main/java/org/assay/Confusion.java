package org.assay;

import java.util.List;
import java.util.Objects;
import org.assay.count.ConfusionTable;
import org.assay.estimate.RateEstimate;
import org.assay.result.Interval;

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
