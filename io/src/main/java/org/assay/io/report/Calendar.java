package org.assay.io.report;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import org.assay.data.Codes;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;
import org.assay.data.Periods;
import org.assay.data.Verdicts;
import org.assay.estimate.CheckCell;
import org.assay.estimate.CheckCounts;

/** A kind of period: its labels, its checks, and the gradings by assessor and unit. */
final class Calendar {
  private final Periods periods;
  private final List<CheckCell> cells;
  private final long[][] byAssessor; // [period][assessor]
  private final long[][] byUnit; // [period][unit]

  private Calendar(Periods periods, List<CheckCell> cells, long[][] byAssessor, long[][] byUnit) {
    this.periods = periods;
    this.cells = cells;
    this.byAssessor = byAssessor;
    this.byUnit = byUnit;
  }

  /** Counts the rows. */
  static Calendar of(Verdicts verdicts, Periods periods) {
    var cells = ForkJoinTask.adapt(() -> CheckCounts.of(verdicts, periods).snapshot()).fork();
    Gradings gradings = verdicts.gradings();
    long[] at = gradings.gradedAt().orElse(null);
    Codes assessor = gradings.assessor().codes();
    Codes unit = gradings.attribute(Attribute.UNIT).map(IdColumn::codes).orElse(null);
    int units = gradings.attribute(Attribute.UNIT).map(column -> column.ids().size()).orElse(1);
    long[][] byAssessor = new long[periods.size()][gradings.assessor().ids().size()];
    long[][] byUnit = new long[periods.size()][units];
    int period = 0;
    for (int row = 0; row < gradings.size(); row++) {
      period = at == null ? 0 : periods.code(at[row], period);
      byAssessor[period][assessor.get(row)]++;
      byUnit[period][unit == null ? 0 : unit.get(row)]++;
    }
    return new Calendar(periods, cells.join(), byAssessor, byUnit);
  }

  /** Adds this up to longer periods, each made of whole ones of this. */
  Calendar coarser(Periods longer) {
    int[] within = periods.within(longer);
    return new Calendar(
        longer,
        CheckCounts.coarser(cells, within),
        coarser(byAssessor, within, longer.size()),
        coarser(byUnit, within, longer.size()));
  }

  private static long[][] coarser(long[][] counts, int[] within, int periods) {
    long[][] sums = new long[periods][counts[0].length];
    for (int period = 0; period < counts.length; period++) {
      for (int code = 0; code < counts[period].length; code++) {
        sums[within[period]][code] += counts[period][code];
      }
    }
    return sums;
  }

  Periods periods() {
    return periods;
  }

  List<CheckCell> cells() {
    return cells;
  }

  long gradingsOfAssessor(int period, int assessor) {
    return byAssessor[period][assessor];
  }

  long gradingsOfUnit(int period, int unit) {
    return byUnit[period][unit];
  }

  long gradings(int period) {
    return Arrays.stream(byAssessor[period]).sum();
  }
}
