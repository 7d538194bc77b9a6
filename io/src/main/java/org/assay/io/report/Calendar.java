package org.assay.io.report;

import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntUnaryOperator;
import org.assay.data.Codes;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;
import org.assay.data.Periods;
import org.assay.estimate.CheckCell;
import org.assay.estimate.CheckCounts;
import org.assay.estimate.ReferenceChecks;
import org.assay.estimate.SamplingFrame;

/** A kind of period: its labels, its checks, and the gradings by assessor, unit and stream. */
record Calendar(
    Periods periods,
    List<CheckCell> cells,
    GradingCounts assessors,
    GradingCounts units,
    GradingCounts streams) {

  /** Counts the rows. */
  static Calendar of(ReferenceChecks checks, SamplingFrame frame, Periods periods) {
    var cells = ForkJoinTask.adapt(() -> CheckCounts.of(checks, periods).snapshot()).fork();
    Gradings gradings = checks.verdicts().gradings();
    int[] period = periods(gradings, periods);
    Codes assessor = gradings.assessor().codes();
    GradingCounts assessors =
        GradingCounts.of(
            gradings.size(),
            period,
            periods.size(),
            assessor::get,
            gradings.assessor().ids().size(),
            frame);
    return new Calendar(
        periods,
        cells.join(),
        assessors,
        counts(gradings, period, periods, Attribute.UNIT, frame),
        counts(gradings, period, periods, Attribute.STREAM, frame));
  }

  // Period of each grading; null without times.
  private static int[] periods(Gradings gradings, Periods periods) {
    long[] at = gradings.gradedAt().orElse(null);
    if (at == null) {
      return null;
    }
    int[] codes = new int[at.length];
    int last = 0;
    for (int row = 0; row < codes.length; row++) {
      last = periods.code(at[row], last);
      codes[row] = last;
    }
    return codes;
  }

  private static GradingCounts counts(
      Gradings gradings, int[] period, Periods periods, Attribute by, SamplingFrame frame) {
    IdColumn column = gradings.attribute(by).orElse(null);
    IntUnaryOperator code = column == null ? row -> 0 : column.codes()::get;
    int codes = column == null ? 1 : column.ids().size();
    return GradingCounts.of(gradings.size(), period, periods.size(), code, codes, frame);
  }

  /** Adds this up to longer periods, each made of whole ones of this. */
  Calendar coarser(Periods longer) {
    int[] within = periods.within(longer);
    return new Calendar(
        longer,
        CheckCounts.coarser(cells, within),
        assessors.coarser(within, longer.size()),
        units.coarser(within, longer.size()),
        streams.coarser(within, longer.size()));
  }
}
