package org.assay.io.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

/** What changed and when: errors by assessor and week among the random checks of the basis. */
final class TrendSection {
  /** False signals a team accepts in a year when the policy says nothing. */
  private static final double USUAL_BUDGET = 0.5;

  private static final int WEEKS_A_YEAR = 52;

  private final Facts facts;
  private final Periods weeks;
  private final List<String> labels;
  private final double budget;

  TrendSection(Facts facts) {
    this.facts = facts;
    this.weeks = facts.periods(PeriodKind.WEEK);
    this.labels = weeks.labels();
    this.budget = facts.policy().driftBudget().orElse(USUAL_BUDGET);
  }

  TrendPart.Trend trend() {
    int assessors = Math.max(1, facts.gradings().assessor().ids().size());
    TrendOptions options = options(budget / assessors);
    boolean timed = facts.gradings().gradedAt().isPresent();
    Map<String, AssessorTrend> byAssessor =
        timed
            ? AssessorTrends.of(facts.checks(), facts.anyError(), weeks, options).stream()
                .collect(Collectors.toMap(AssessorTrend::assessor, Function.identity()))
            : Map.of();
    List<TrendPart.Series> series = new ArrayList<>();
    for (int code : facts.assessors()) {
      String assessor = facts.assessor(code);
      series.add(series(assessor, byAssessor.get(assessor), options.baselinePeriods()));
    }
    return new TrendPart.Trend(
        PeriodKind.WEEK.name(),
        labels,
        series,
        options.baselinePeriods(),
        options.oddsRatio(),
        options.confidenceLevel(),
        budget,
        sentences(series, options, byAssessor.values()));
  }

  private TrendOptions options(double falseSignalProbability) {
    TrendOptions usual = TrendOptions.weekly(facts.basis());
    return new TrendOptions(
        facts.basis(),
        usual.baselinePeriods(),
        usual.oddsRatio(),
        WEEKS_A_YEAR,
        Math.min(0.5, falseSignalProbability),
        usual.confidenceLevel());
  }

  private List<TrendPart.Signal> signals(AssessorTrend trend) {
    List<TrendPart.Signal> signals = new ArrayList<>();
    for (AssessorTrend.Signal s : trend.signals()) {
      signals.add(
          new TrendPart.Signal(
              s.increase() ? "UP" : "DOWN", labels.get(s.since()), labels.get(s.at())));
    }
    return signals;
  }

  private TrendPart.Series series(String assessor, AssessorTrend trend, int baselinePeriods) {
    if (trend == null) {
      return new TrendPart.Series(assessor, null, 0, null, List.of(), List.of(), "No checks.");
    }
    List<TrendPart.Signal> signals = signals(trend);
    List<TrendPart.Point> points = trend.points().stream().map(this::point).toList();
    if (!trend.watched()) {
      long checked = trend.points().stream().mapToLong(TrendPoint::checked).sum();
      return new TrendPart.Series(
          assessor,
          null,
          checked,
          null,
          points,
          signals,
          "Too few checks yet, or errors among them, to tell a change from chance ("
              + Words.count(checked, "check", "checks")
              + ").");
    }
    return new TrendPart.Series(
        assessor,
        trend.baseline().rate(),
        trend.baseline().checked(),
        points.get(Math.min(baselinePeriods, points.size()) - 1).period(),
        points,
        signals,
        sentence(signals));
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

  private static String sentence(List<TrendPart.Signal> signals) {
    if (signals.isEmpty()) {
      return "No change beyond what chance explains.";
    }
    return signals.stream()
            .map(
                s ->
                    ("UP".equals(s.direction()) ? "More errors" : "Fewer errors")
                        + ": signal in "
                        + s.at()
                        + ", since about "
                        + s.since()
                        + ".")
            .collect(Collectors.joining(" "))
        + " Look again.";
  }

  private List<String> sentences(
      List<TrendPart.Series> series, TrendOptions options, Collection<AssessorTrend> trends) {
    long charted = series.stream().filter(s -> s.baseline() != null).count();
    long signals = series.stream().filter(s -> !s.signals().isEmpty()).count();
    return List.of(
        "Each point is the share of errors among one week's checks, not weighted, with its exact "
            + Words.confidence(options.confidenceLevel())
            + " limits. The line is the assessor's own rate in the first "
            + options.baselinePeriods()
            + " weeks with checks; the grey band is what would be no surprise beside it.",
        "Two CUSUM charts per assessor, one for more errors and one for fewer, look for odds of an"
            + " error that became "
            + options.oddsRatio()
            + " times as large or as small. In a year without any change, the chance that any chart"
            + " of the whole team signals is at most "
            + Words.given(Math.min(1, budget))
            + ", the uncertainty of the baselines included. "
            + clusters(trends),
        Words.count(signals, "assessor has", "assessors have")
            + " a signal, of "
            + Words.count(charted)
            + " with enough checks for a baseline. A signal means: look again. It can also come"
            + " from a change in what arrives.");
  }

  // Whether errors of a week go together, and what was done about it.
  private static String clusters(Collection<AssessorTrend> trends) {
    double most = trends.stream().mapToDouble(AssessorTrend::varianceFactor).max().orElse(1);
    return most <= 1
        ? "This takes checks to err independently of each other; the baselines show nothing against"
            + " it."
        : "Errors of a week go together more than chance explains: their variance is up to "
            + BigDecimal.valueOf(most).setScale(1, RoundingMode.CEILING).toPlainString()
            + " times that of independent checks, and the charts are wider by as much.";
  }
}
