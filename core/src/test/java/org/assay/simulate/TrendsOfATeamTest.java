package org.assay.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import org.assay.data.ErrorClass;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.data.Selections.Blindness;
import org.assay.drift.AssessorTrend;
import org.assay.drift.AssessorTrend.TrendPoint;
import org.assay.drift.AssessorTrends;
import org.assay.drift.AssessorTrends.TrendOptions;
import org.assay.simulate.QaDesign.RandomChecks;
import org.assay.simulate.ShiftCalendar.Weeks;
import org.assay.simulate.Team.BoundaryChange;
import org.junit.jupiter.api.Test;

/** Trends of a simulated team in which one assessor changes at a known time. */
class TrendsOfATeamTest {
  private static final TrendOptions OPTIONS =
      new TrendOptions(Blindness.BLIND, 4, 2.5, 4, .05, .998);

  private static List<AssessorTrend> trends(Team team) {
    SimulatedYear year = SimulatedYear.of(team);
    long[] times = year.gradings().gradedAt().orElseThrow();
    Periods weeks =
        Periods.between(
            PeriodKind.WEEK, ZoneId.of("Europe/London"), times[0], times[times.length - 1]);
    return AssessorTrends.of(
        year.verdicts(), ErrorClass.any(year.gradings().scheme()), weeks, OPTIONS);
  }

  @Test
  void aPlantedChangeIsFoundInItsWeekAndNobodyElseSignals() {
    var change = new BoundaryChange("a01", "B", "C", new Weeks(6, 8), .4, .4);
    List<AssessorTrend> trends = trends(Teams.census(change));
    assertEquals(
        List.of("a01", "a02", "a03"), trends.stream().map(AssessorTrend::assessor).toList());
    AssessorTrend a01 = trends.get(0);
    AssessorTrend.Signal signal = a01.signals().get(0);
    assertTrue(signal.increase());
    assertEquals(5, signal.at()); // week 6
    assertEquals(5, signal.since());
    assertTrue(a01.points().stream().filter(p -> p.period() >= 5).allMatch(TrendPoint::outside));
    assertTrue(a01.points().stream().filter(p -> p.period() < 5).noneMatch(TrendPoint::outside));
    assertEquals(List.of(), trends.get(1).signals());
  }

  @Test
  void weeksWithoutChecksHaveNoPoint() {
    AssessorTrend a02 = trends(Teams.census()).get(1);
    assertEquals(List.of(0, 1, 4, 5, 6, 7), a02.points().stream().map(TrendPoint::period).toList());
    assertEquals(
        a02.baseline().checked(),
        a02.points().stream().limit(4).mapToLong(TrendPoint::checked).sum());
  }

  @Test
  void nonBlindAndTargetedChecksStayOut() {
    Team half = Teams.with(new RandomChecks(10, .5, null), Teams.PERFECT);
    AssessorTrend a01 = trends(half).get(0);
    assertTrue(a01.points().stream().allMatch(p -> p.checked() == 15)); // 3 grades, 5 of 10 blind
  }

  @Test
  void tooFewPeriodsForABaselineMeansNoCharts() {
    SimulatedYear year = SimulatedYear.of(Teams.usual());
    long[] times = year.gradings().gradedAt().orElseThrow();
    Periods month =
        Periods.between(
            PeriodKind.MONTH, ZoneId.of("Europe/London"), times[0], times[times.length - 1]);
    List<AssessorTrend> trends =
        AssessorTrends.of(
            year.verdicts(), ErrorClass.any(year.gradings().scheme()), month, OPTIONS);
    assertTrue(trends.stream().allMatch(t -> !t.watched() && t.signals().isEmpty()));
  }
}
