package org.assay.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.assay.simulate.QaDesign.RandomChecks;
import org.assay.simulate.Sink.GradingEvent;
import org.assay.simulate.Sink.VerdictEvent;
import org.assay.simulate.Team.AssessorProfile;
import org.assay.simulate.Team.BoundaryChange;
import org.assay.simulate.Team.GradingModel;
import org.assay.simulate.Team.ItemStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TeamTest {
  @Test
  void idsCannotBeFormulasOrNeedQuoting() {
    assertMessage(
        "assessor id must begin with a letter or digit and go on with these, . _ or -, got =a",
        () -> new AssessorProfile("=a", 10, 1, null, null, null, null));
    assertMessage(
        "stream id must begin with a letter or digit and go on with these, . _ or -, got Q,1",
        () -> new ItemStream("Q,1", 1, List.of(1.0), 0));
  }

  @Test
  void probabilitiesSumToOne() {
    assertMessage(
        "prevalence must sum to 1, got 0.75", () -> new ItemStream("Q1", 1, List.of(.25, .5), 0));
  }

  @Test
  void matricesFitTheGrades() {
    assertMessage(
        "a row of easy must have one value for each of 3 grades, got 1",
        () ->
            new GradingModel(
                Teams.GRADES,
                List.of(List.of("A", "C")),
                List.of(List.of(1.0), List.of(1.0), List.of(1.0)),
                Teams.HARD));
  }

  @Test
  void calendarBeginsOnAMonday() {
    assertMessage(
        "firstDay must be a Monday, got 2025-01-07",
        () ->
            new ShiftCalendar(
                ZoneId.of("UTC"), LocalDate.of(2025, 1, 7), 1, LocalTime.of(10, 0), 4));
  }

  @Test
  void changesNameTheTeamsPeopleAndGrades() {
    assertMessage(
        "assessor of a boundary change must be one of [a01, a02, a03], got a99",
        () -> Teams.census(new BoundaryChange("a99", "A", "B", null, .1, .1)));
    assertMessage(
        "grade of a boundary change must be one of [A, B, C], got Z",
        () -> Teams.census(new BoundaryChange("a01", "A", "Z", null, .1, .1)));
  }

  @Test
  void errorsLeaveRoomForTheCorrectGrade() {
    Team team = Teams.census(new BoundaryChange("a01", "A", "B", null, .995, .1));
    assertMessage(
        "error probabilities of a01 must sum to at most 1, got 1.005",
        () -> Simulator.of(team).run(new SinkThatForgets()));
  }

  @Test
  void plantedErrorsFitTheChecks() {
    Team team = Teams.with(new RandomChecks(1, 1, 25), Teams.PERFECT);
    assertMessage(
        "plantedErrors must be at most the 24 checks, got 25",
        () -> Simulator.of(team).run(new SinkThatForgets()));
  }

  private static final class SinkThatForgets implements Sink {
    @Override
    public void grading(GradingEvent grading) {}

    @Override
    public void verdict(VerdictEvent verdict) {}
  }

  private static void assertMessage(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
