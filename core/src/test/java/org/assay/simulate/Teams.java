package org.assay.simulate;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.assay.simulate.QaDesign.RandomChecks;
import org.assay.simulate.QaDesign.ReviewerProfile;
import org.assay.simulate.QaDesign.TargetedChecks;
import org.assay.simulate.ShiftCalendar.Weeks;
import org.assay.simulate.Team.AssessorProfile;
import org.assay.simulate.Team.BoundaryChange;
import org.assay.simulate.Team.Clutter;
import org.assay.simulate.Team.GradingModel;
import org.assay.simulate.Team.ItemStream;
import org.assay.simulate.Team.OverlapItems;
import org.assay.simulate.Team.SeededItems;

/** Small teams for tests. */
final class Teams {
  static final List<String> GRADES = List.of("A", "B", "C");
  static final List<List<Double>> EASY =
      List.of(List.of(.96, .03, .01), List.of(.02, .96, .02), List.of(.01, .03, .96));
  static final List<List<Double>> HARD =
      List.of(List.of(.80, .15, .05), List.of(.10, .80, .10), List.of(.05, .15, .80));
  static final ReviewerProfile PERFECT = new ReviewerProfile("q1", 1, 1, 0);

  private Teams() {}

  /** Three assessors, eight weeks, two streams; QA as given. */
  static Team with(RandomChecks random, ReviewerProfile reviewer, BoundaryChange... changes) {
    return new Team(
        7,
        "U1",
        new ShiftCalendar(
            ZoneId.of("Europe/London"), LocalDate.of(2025, 3, 3), 8, LocalTime.of(10, 0), 4),
        new GradingModel(GRADES, List.of(List.of("A", "C"), List.of("C", "A")), EASY, HARD),
        List.of(
            new ItemStream("Q1", .7, List.of(.3, .3, .4), .1),
            new ItemStream("Q2", .3, List.of(.1, .2, .7), .5)),
        List.of(
            assessor("a01", null, null),
            assessor("a02", new Weeks(3, 4), null),
            assessor("a03", null, new RandomChecks(2, 1, 3))),
        List.of(changes),
        List.of(),
        List.of(),
        new QaDesign(random, new TargetedChecks(20, .05, 1), List.of(reviewer), 1, 2, .8, 2.2),
        new SeededItems(
            30,
            new Weeks(1, 5),
            List.of("a01", "a02", "a03"),
            "Q1",
            List.of(.3, .3, .4),
            .5,
            "panel",
            List.of(new SeededItems.Copying("a01", "a03", 1))),
        List.of(new OverlapItems("Q2", 5, List.of("a01", "a02"))),
        new Clutter(5, 3, 4, "X", 1, 4, 2));
  }

  static Team usual() {
    return with(new RandomChecks(10, .3, null), new ReviewerProfile("q1", .99, .95, .45));
  }

  /** Everybody but a03 is checked completely, blind, by somebody who is always right. */
  static Team census(BoundaryChange... changes) {
    return with(new RandomChecks(1_000_000, 1, null), PERFECT, changes);
  }

  private static AssessorProfile assessor(String id, Weeks absence, RandomChecks checks) {
    return new AssessorProfile(
        id, 500, 1, null, absence == null ? List.of() : List.of(absence), List.of(), checks);
  }
}
