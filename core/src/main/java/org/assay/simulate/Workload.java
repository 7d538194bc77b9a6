package org.assay.simulate;

import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import org.assay.simulate.Team.AssessorProfile;
import org.assay.simulate.Team.ExtraGrading;
import org.assay.simulate.Team.ItemStream;
import org.assay.simulate.Team.MixChange;

/** Makes the ordinary gradings of an assessor in a week. */
final class Workload {
  private final Team team;
  private final double[][] prevalence; // [stream], cumulative

  Workload(Team team) {
    this.team = team;
    this.prevalence =
        team.streams().stream().map(s -> cumulative(s.prevalence())).toArray(double[][]::new);
  }

  /** The gradings in time order, apart from extra ones, which stand at the end. */
  List<Row> rows(int assessor, int week) {
    AssessorProfile profile = team.assessors().get(assessor);
    Draws draws = Draws.of(team.seed(), Draws.Purpose.WORK, assessor, week);
    Behaviour behaviour = Behaviour.of(team, profile, week);
    double[] shares = cumulative(shares(profile, week));
    String[] strata = strata(profile, week);
    int n = draws.poisson(profile.gradingsPerWeek());
    List<Row> rows = new ArrayList<>(n + 1);
    for (int i = 0; i < n; i++) {
      long time = time(team.calendar(), week, (i + draws.uniform()) / n);
      rows.add(row(draws, assessor, time, shares, behaviour, strata));
    }
    for (ExtraGrading extra : team.extraGradings()) {
      if (extra.assessor().equals(profile.id()) && team.calendar().week(extra.millis()) == week) {
        rows.add(row(draws, assessor, extra.millis(), shares, behaviour, strata));
      }
    }
    return rows;
  }

  private Row row(
      Draws draws, int assessor, long time, double[] shares, Behaviour behaviour, String[] strata) {
    int stream = draws.pick(shares);
    boolean hard = draws.chance(team.streams().get(stream).hardShare());
    int reference = draws.pick(prevalence[stream]);
    int grade = behaviour.grade(draws, hard, reference);
    return new Row(assessor, time, stream, hard, reference, grade, strata[grade], null);
  }

  private List<Double> shares(AssessorProfile profile, int week) {
    if (!profile.shares().isEmpty()) {
      return profile.shares();
    }
    for (MixChange change : team.mixChanges()) {
      if (change.weeks().contains(week)) {
        return change.shares();
      }
    }
    return team.streams().stream().map(ItemStream::share).toList();
  }

  private String[] strata(AssessorProfile profile, int week) {
    var monday = team.calendar().monday(week);
    int number = monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    String prefix =
        profile.id()
            + "-"
            + monday.get(IsoFields.WEEK_BASED_YEAR)
            + (number < 10 ? "-W0" : "-W")
            + number
            + "-";
    return team.grading().grades().stream().map(g -> prefix + g).toArray(String[]::new);
  }

  /** A moment at a fraction of the working time of a week, in whole seconds. */
  static long time(ShiftCalendar calendar, int week, double fraction) {
    double days = fraction * ShiftCalendar.DAYS;
    int day = Math.min((int) days, ShiftCalendar.DAYS - 1);
    long second = (long) ((days - day) * calendar.shiftHours() * 3600);
    return calendar.shiftStart(week, day) + second * 1000;
  }

  static double[] cumulative(List<Double> p) {
    double[] c = new double[p.size()];
    double sum = 0;
    for (int i = 0; i < c.length; i++) {
      sum += p.get(i);
      c[i] = sum;
    }
    c[c.length - 1] = 1;
    return c;
  }
}
