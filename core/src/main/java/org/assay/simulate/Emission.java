package org.assay.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.simulate.Sink.GradingEvent;
import org.assay.simulate.Sink.VerdictEvent;

/** Turns rows and reviews into events, with ids, in time order, with the clutter between them. */
final class Emission {
  private static final Comparator<VerdictEvent> BY_TIME =
      Comparator.comparingLong(VerdictEvent::checkedAt)
          .thenComparingInt(v -> v.grading().sequence());

  private final Team team;
  private final List<String> grades;
  private final Sink sink;
  private final List<VerdictEvent> verdicts = new ArrayList<>();
  private int gradings;
  private int items;
  private int ids;

  Emission(Team team, Sink sink) {
    this.team = team;
    this.grades = team.grading().grades();
    this.sink = sink;
  }

  /** Emits a week's rows, given in time order, and keeps its verdicts. */
  void week(int week, List<Row> rows, List<Review> reviews) {
    placeClutter(week, rows);
    for (Row row : rows) {
      row.event = event(row, nextId('g', ++ids), itemId(row), grades.get(row.grade));
      sink.grading(row.event);
      if (row.clutter != null) {
        clutter(row);
      }
    }
    for (Review r : reviews) {
      verdicts.add(
          new VerdictEvent(
              r.row().event,
              r.reviewer(),
              grades.get(r.verdict()),
              r.checkedAt(),
              r.method(),
              r.inclusionProbability(),
              r.method().isRandom() ? r.row().stratum : "",
              r.blind()));
    }
    sink.weekDone(week, team.calendar().weeks());
  }

  /** Emits all verdicts. */
  void verdicts() {
    verdicts.sort(BY_TIME);
    verdicts.forEach(sink::verdict);
  }

  private GradingEvent event(Row row, String gradingId, String itemId, String grade) {
    return new GradingEvent(
        gradings++,
        gradingId,
        itemId,
        team.assessors().get(row.assessor).id(),
        grade,
        row.time,
        team.unit(),
        team.streams().get(row.stream).id(),
        row.stratum);
  }

  private String itemId(Row row) {
    if (row.item == null) {
      return nextId('i', ++items);
    }
    if (row.item.id == null) {
      row.item.id = nextId('i', ++items);
    }
    return row.item.id;
  }

  // A letter and at least seven digits.
  private static String nextId(char letter, int number) {
    String digits = Integer.toString(10_000_000 + number);
    return letter + (number < 10_000_000 ? digits.substring(1) : digits);
  }

  // The i-th of a kind goes to the i-th part of the year, onto a grading that nobody checks.
  private void placeClutter(int week, List<Row> rows) {
    Draws draws = Draws.of(team.seed(), Draws.Purpose.CLUTTER, 0, week);
    int weeks = team.calendar().weeks();
    for (ClutterKind kind : ClutterKind.values()) {
      int count = kind.count(team.clutter());
      for (int i = 0; i < count; i++) {
        if (1 + (2L * i + 1) * weeks / (2L * count) == week) {
          List<Row> free =
              rows.stream().filter(r -> r.isOrdinary() && !r.checked && r.clutter == null).toList();
          if (free.isEmpty()) {
            throw new IllegalArgumentException(
                "clutter must find an unchecked grading in week " + week + ", got none");
          }
          free.get(draws.index(free.size())).clutter = kind;
        }
      }
    }
  }

  private void clutter(Row row) {
    GradingEvent original = row.event;
    String grade = original.grade();
    switch (row.clutter) {
      case EXACT_DUPLICATE ->
          sink.grading(event(row, original.gradingId(), original.itemId(), grade));
      case CONFLICTING_DUPLICATE -> {
        String other = grades.get((row.grade + 1) % grades.size());
        sink.grading(event(row, original.gradingId(), original.itemId(), other));
      }
      case UNKNOWN_GRADE ->
          sink.grading(
              event(row, nextId('g', ++ids), nextId('i', ++items), team.clutter().unknownGrade()));
      case FORMULA_ITEM ->
          sink.grading(event(row, nextId('g', ++ids), "=" + nextId('i', ++items), grade));
      case EARLY_VERDICT ->
          unwanted(original, team.checks().reviewers().get(0).id(), row.time - 3_600_000);
      case SELF_REVIEW -> unwanted(original, original.assessorId(), row.time + 3_600_000);
    }
  }

  private void unwanted(GradingEvent grading, String reviewer, long checkedAt) {
    verdicts.add(
        new VerdictEvent(
            grading,
            reviewer,
            grading.grade(),
            checkedAt,
            SelectionMethod.TARGETED,
            0,
            "",
            Blindness.NON_BLIND));
  }
}
