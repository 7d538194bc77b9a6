package org.assay.io.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.drift.AssessorTrend;
import org.assay.drift.AssessorTrend.TrendPoint;
import org.assay.drift.AssessorTrends;
import org.assay.drift.AssessorTrends.TrendOptions;
import org.assay.drift.DriftOptions;

/** What changed and when: errors by assessor and week among the random checks of the basis. */
final class TrendSection {
  private final Facts facts;
  private final Periods weeks;
  private final List<String> labels;
  private final DriftSection drift;

  TrendSection(Facts facts) {
    this.facts = facts;
    this.weeks = facts.periods(PeriodKind.WEEK);
    this.labels = weeks.labels();
    this.drift = new DriftSection(facts, weeks);
  }

  TrendPart.Trend trend() {
    DriftOptions options = drift.options();
    TrendOptions limits = limits(options.baselinePeriods());
    boolean timed = facts.gradings().gradedAt().isPresent();
    Map<String, AssessorTrend> byAssessor =
        timed
            ? AssessorTrends.unwatched(facts.checks(), facts.anyError(), weeks, limits).stream()
                .collect(Collectors.toMap(AssessorTrend::assessor, Function.identity()))
            : Map.of();
    DriftSection.Said said = timed ? drift.said() : new DriftSection.Said(Map.of(), List.of());
    List<TrendPart.Series> series = new ArrayList<>();
    for (int code : facts.assessors()) {
      String assessor = facts.assessor(code);
      series.add(
          series(
              assessor,
              byAssessor.get(assessor),
              said.byAssessor().get(code),
              options.baselinePeriods()));
    }
    return new TrendPart.Trend(
        PeriodKind.WEEK.name(),
        labels,
        said.moves(),
        series,
        options.baselinePeriods(),
        options.oddsRatios(),
        limits.confidenceLevel(),
        drift.rate(),
        sentences(series, said.moves(), options, limits));
  }

  private TrendOptions limits(int baselinePeriods) {
    TrendOptions usual = TrendOptions.weekly(facts.basis());
    return new TrendOptions(
        facts.basis(),
        baselinePeriods,
        usual.oddsRatio(),
        usual.horizonPeriods(),
        usual.falseSignalProbability(),
        usual.confidenceLevel());
  }

  private TrendPart.Series series(
      String assessor, AssessorTrend trend, TrendPart.Drift change, int baselinePeriods) {
    if (trend == null) {
      String why =
          facts.gradings().gradedAt().isPresent()
              ? "No checks."
              : "No times: no change can be seen.";
      return new TrendPart.Series(assessor, null, 0, null, List.of(), null, why);
    }
    List<TrendPart.Point> points = trend.points().stream().map(this::point).toList();
    boolean full = points.size() > baselinePeriods;
    long checked = trend.points().stream().mapToLong(TrendPoint::checked).sum();
    return new TrendPart.Series(
        assessor,
        full ? trend.baseline().rate() : null,
        full ? trend.baseline().checked() : checked,
        full ? points.get(baselinePeriods - 1).period() : null,
        points,
        change,
        DriftWords.sentence(change, begin(change)));
  }

  private String begin(TrendPart.Drift change) {
    return change.changeSet().isEmpty()
        ? ""
        : DriftWords.begin(weeks, change.changeSet().stream().map(labels::indexOf).toList());
  }

  private TrendPart.Point point(TrendPoint p) {
    return new TrendPart.Point(
        labels.get(p.period()),
        p.checked(),
        p.errors(),
        p.interval().lower(),
        p.interval().upper(),
        p.fewest(),
        p.most(),
        p.outside());
  }

  private List<String> sentences(
      List<TrendPart.Series> series,
      Collection<TrendPart.Move> moves,
      DriftOptions options,
      TrendOptions limits) {
    long drifting = series.stream().filter(TrendPart.Series::isDrifting).count();
    long stable = count(series, "STABLE");
    long open = count(series, "NOT_ENOUGH_CHECKS");
    return List.of(
        "Each point is the share of errors among one week's checks, not weighted, with its exact "
            + Words.confidence(limits.confidenceLevel())
            + " limits. The line is the assessor's own rate in the first "
            + options.baselinePeriods()
            + " weeks with checks; the grey band is what would be no surprise beside it.",
        "Somebody is flagged as changed by the errors beside those that others make in the same"
            + " stream, grade, week and officer's checks: what moves for everybody is said apart."
            + " In a team in which nothing changed, a report flags anybody, or anything that moved"
            + " for all, with a chance of at most "
            + Words.given(drift.rate())
            + "; of those flagged at most as large a share is wrong, in the mean. This was tried on"
            + " simulated teams like this one, for one look.",
        Words.count(drifting, "assessor is", "assessors are")
            + " flagged as changed, "
            + Words.count(stable)
            + " shown to be stable, and of "
            + Words.count(open)
            + " the checks are not enough to say either. "
            + (moves.isEmpty()
                ? "Nothing moved for everybody that the checks could show."
                : moves.stream().map(TrendPart.Move::sentence).collect(Collectors.joining(" "))));
  }

  private static long count(List<TrendPart.Series> series, String conclusion) {
    return series.stream()
        .filter(s -> s.drift() != null && conclusion.equals(s.drift().conclusion()))
        .count();
  }
}
