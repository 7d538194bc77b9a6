package org.assay.drift;

import java.util.ArrayList;
import java.util.List;
import org.assay.drift.AssessorTrend.Baseline;
import org.assay.drift.AssessorTrend.TrendPoint;
import org.assay.result.Interval;

/** The points of a trend: each period with its interval, and with the limits the others set it. */
final class PeriodPoints {
  private PeriodPoints() {}

  /**
   * The points.
   *
   * @param periods all periods with checks
   * @param first those of the baseline
   * @param confidenceLevel of intervals and limits
   */
  static List<TrendPoint> of(PeriodCounts periods, PeriodCounts first, double confidenceLevel) {
    Baseline baseline = first.total();
    double oneSided = (1 + confidenceLevel) / 2;
    var points = new ArrayList<TrendPoint>();
    for (int i = 0; i < periods.size(); i++) {
      long errors = periods.errors(i);
      long checked = periods.checked(i);
      var own = new Baseline(errors, checked);
      var interval =
          new Interval(own.lower(oneSided), own.upper(oneSided), confidenceLevel, "clopperPearson");
      long fewest = 0;
      long most = checked;
      boolean inside = i < first.size();
      if (!inside || first.size() > 1) { // a period of the baseline is compared with the rest of it
        Baseline others =
            inside
                ? new Baseline(baseline.errors() - errors, baseline.checked() - checked)
                : baseline;
        var limits = new PeriodLimits(others, confidenceLevel);
        fewest = limits.fewest(checked);
        most = limits.most(checked);
      }
      points.add(new TrendPoint(periods.period(i), errors, checked, interval, fewest, most));
    }
    return points;
  }
}
