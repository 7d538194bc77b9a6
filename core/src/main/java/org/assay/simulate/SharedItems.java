package org.assay.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.simulate.Team.AssessorProfile;
import org.assay.simulate.Team.ItemStream;
import org.assay.simulate.Team.OverlapItems;
import org.assay.simulate.Team.SeededItems;

/** Makes the gradings of items that several assessors grade: seeded items and overlap. */
final class SharedItems {
  private final Team team;
  private final Map<Integer, List<Row>> seeded = new HashMap<>(); // by week

  SharedItems(Team team) {
    this.team = team;
    if (team.seeded() != null) {
      double[] prevalence = Workload.cumulative(team.seeded().prevalence());
      for (int item = 0; item < team.seeded().items(); item++) {
        seed(item, prevalence);
      }
    }
  }

  List<Row> seeded(int week) {
    return seeded.getOrDefault(week, List.of());
  }

  List<Row> overlaps(int week) {
    List<Row> rows = new ArrayList<>();
    for (int o = 0; o < team.overlaps().size(); o++) {
      OverlapItems overlap = team.overlaps().get(o);
      int[] people = overlap.assessors().stream().mapToInt(this::assessor).toArray();
      Draws draws = Draws.of(team.seed(), Draws.Purpose.OVERLAP, o, week);
      int stream = stream(overlap.stream());
      double[] prevalence = Workload.cumulative(team.streams().get(stream).prevalence());
      boolean allWork = true;
      for (int a : people) {
        allWork &= team.assessors().get(a).works(week);
      }
      for (int i = 0; allWork && i < overlap.perWeek(); i++) {
        Row.Item item = new Row.Item();
        boolean hard = draws.chance(team.streams().get(stream).hardShare());
        int reference = draws.pick(prevalence);
        for (int a : people) {
          long time = Workload.time(team.calendar(), week, draws.uniform());
          int grade = behaviour(a, week).grade(draws, hard, reference);
          rows.add(new Row(a, time, stream, hard, reference, grade, "overlap", item));
        }
      }
    }
    return rows;
  }

  private void seed(int number, double[] prevalence) {
    SeededItems design = team.seeded();
    Draws draws = Draws.of(team.seed(), Draws.Purpose.SEEDED, number, 0);
    Row.Item item = new Row.Item();
    int week =
        design.weeks().first() + draws.index(design.weeks().last() - design.weeks().first() + 1);
    boolean hard = draws.chance(design.hardShare());
    int reference = draws.pick(prevalence);
    Map<String, Row> done = new HashMap<>();
    for (String id : design.assessors()) {
      int a = assessor(id);
      int at = week;
      while (at <= team.calendar().weeks() && !team.assessors().get(a).works(at)) {
        at++;
      }
      if (at > team.calendar().weeks()) {
        continue;
      }
      long time = Workload.time(team.calendar(), at, draws.uniform());
      int grade = behaviour(a, at).grade(draws, hard, reference);
      for (SeededItems.Copying c : design.copies()) {
        Row from = done.get(c.from());
        if (c.to().equals(id) && from != null && draws.chance(c.chance())) {
          grade = from.grade;
          time = from.time + 1000L * (1 + draws.index(300));
        }
      }
      Row row = new Row(a, time, stream(design.stream()), hard, reference, grade, "seeded", item);
      done.put(id, row);
      seeded.computeIfAbsent(at, w -> new ArrayList<>()).add(row);
    }
  }

  private Behaviour behaviour(int assessor, int week) {
    return Behaviour.of(team, team.assessors().get(assessor), week);
  }

  private int assessor(String id) {
    return team.assessors().stream().map(AssessorProfile::id).toList().indexOf(id);
  }

  private int stream(String id) {
    return team.streams().stream().map(ItemStream::id).toList().indexOf(id);
  }
}
