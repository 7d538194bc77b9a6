package org.assay.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.drift.AssessorTrend.Baseline;
import org.assay.drift.AssessorTrends.TrendOptions;

/** Two Bernoulli CUSUM charts, one for each direction, see {@link TwoSidedCusum#allowing}. */
final class CusumDetector implements Detector {
  private final TrendOptions options;

  CusumDetector(TrendOptions options) {
    this.options = options;
  }

  @Override
  public Optional<List<ChangeSignal>> signals(
      PeriodCounts baseline, double varianceFactor, EventSequence watched) {
    return charts(baseline, varianceFactor).map(charts -> signals(charts, watched));
  }

  private Optional<TwoSidedCusum> charts(PeriodCounts periods, double varianceFactor) {
    Baseline baseline = periods.total();
    if (periods.size() < options.baselinePeriods() || baseline.errors() == baseline.checked()) {
      return Optional.empty();
    }
    double horizon = options.horizonPeriods() * ((double) baseline.checked() / periods.size());
    return TwoSidedCusum.allowing(
        baseline, options.oddsRatio(), horizon, options.falseSignalProbability(), varianceFactor);
  }

  private static List<ChangeSignal> signals(TwoSidedCusum charts, EventSequence events) {
    BernoulliCusum increase = BernoulliCusum.create(charts.increase());
    BernoulliCusum decrease = BernoulliCusum.create(charts.decrease());
    var signals = new ArrayList<ChangeSignal>();
    for (int e = 0; e < events.size(); e++) {
      increase.add(events.isError(e)).ifPresent(signals::add);
      decrease.add(events.isError(e)).ifPresent(signals::add);
    }
    return signals;
  }
}
