package org.assay.bench.study.sentences;

import java.util.List;
import java.util.SplittableRandom;
import org.assay.bench.study.sentences.PlantedTruth.Scope;

/**
 * Teams of all sizes, whose members err by chance with a long-run rate at or just above the limit.
 */
final class PeopleDesigns {
  private static final double LIMIT = .05;
  private static final double JUST_ABOVE = 1e-6;

  private PeopleDesigns() {}

  static List<TeamDesign> all() {
    return List.of(
        team("team-4", "4 people, 400 gradings each, 40 % checked", 4, 400, .4),
        team("team-12", "12 people, 200 gradings each, 40 % checked", 12, 200, .4),
        team("team-100", "100 people, 40 gradings each, 40 % checked", 100, 40, .4),
        team("team-500", "500 people, 12 gradings each, half checked", 500, 12, .5),
        team("process-mostly-read", "8 people, 150 gradings each, 90 % checked", 8, 150, .9),
        TeamDesign.of(
            "one-check-each",
            "40 people, 30 gradings each, one checked",
            "",
            PeopleDesigns::single),
        TeamDesign.of(
            "uneven-work",
            "24 people, 3,000 gradings, some have ten times the work of others",
            "",
            PeopleDesigns::uneven),
        TeamDesign.of(
            "one-doubled", "12 people, one with twice the rate", "", PeopleDesigns::doubled),
        TeamDesign.of(
            "officers-differ",
            "12 equal people; officers at random, one lenient, one strict",
            "",
            PeopleDesigns::officers),
        TeamDesign.of(
            "streams-mixed",
            "12 equal people, streams with 2 and 10 % errors in different shares",
            "",
            PeopleDesigns::streams));
  }

  private static TeamDesign team(
      String name, String what, int people, int gradings, double checked) {
    return TeamDesign.of(
        name, what, Best.PROCESS, random -> team(random, people, gradings, checked));
  }

  private static PlantedTeam team(
      SplittableRandom random, int people, int gradings, double checked) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.people(LIMIT));
    for (int a = 0; a < people; a++) {
      double rate = LIMIT + a % 2 * JUST_ABOVE;
      int drawn = (int) Math.round(checked * gradings);
      person(team, random, a, rate, gradings, drawn);
    }
    team.truth().onlyDiffer();
    return team;
  }

  /** Somebody's gradings, of which a simple random sample is read. */
  private static void person(
      PlantedTeam team, SplittableRandom random, int a, double rate, int gradings, int drawn) {
    String who = "a" + a;
    boolean[] selected = Chance.marked(random, drawn, gradings);
    int found = 0;
    for (int i = 0; i < gradings; i++) {
      PlantedGrading g =
          team.add(
              PlantedGrading.of("i" + a + "-" + i, Chance.happens(random, rate))
                  .by(who)
                  .at(80_000L / gradings * i + a));
      if (selected[i]) {
        team.check(g, (double) drawn / gradings);
        found += g.isError() ? 1 : 0;
      }
    }
    team.truth().process(who, rate);
    team.truth().best(Scope.ASSESSOR, who, Best.independent(found, drawn));
  }

  private static PlantedTeam single(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.people(LIMIT));
    for (int a = 0; a < 40; a++) {
      person(team, random, a, LIMIT + a % 2 * JUST_ABOVE, 30, 1);
    }
    team.truth().onlyDiffer();
    team.truth().tooFewToJudge();
    return team;
  }

  private static PlantedTeam uneven(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.people(LIMIT));
    for (int i = 0; i < 3000; i++) {
      double u = random.nextDouble();
      String who = "a" + (int) (24 * u * u);
      PlantedGrading g =
          team.add(PlantedGrading.of("i" + i, Chance.happens(random, LIMIT)).by(who).at(27L * i));
      team.truth().process(who, LIMIT);
      if (Chance.happens(random, .4)) {
        team.check(g, .4);
      }
    }
    team.truth().onlyDiffer();
    return team;
  }

  private static PlantedTeam doubled(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.people(LIMIT));
    for (int a = 0; a < 12; a++) {
      person(team, random, a, a == 3 ? 2 * LIMIT : LIMIT, 250, 100);
    }
    team.truth().onlyDiffer("a3");
    return team;
  }

  private static PlantedTeam officers(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.people(LIMIT));
    for (int a = 0; a < 12; a++) {
      person(team, random, a, LIMIT, 250, 100);
    }
    for (PlantedCheck check : team.checks()) {
      int q = 1 + random.nextInt(3);
      check.by("q" + q);
      if (q == 2 && check.grading.isError() && random.nextBoolean()) {
        check.reads(check.grading.given);
      } else if (q == 3 && Chance.happens(random, .04)) {
        check.reads("C");
      }
    }
    team.truth().skipRates();
    team.truth().onlyDiffer("q1", "q2", "q3");
    return team;
  }

  private static PlantedTeam streams(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.people(LIMIT));
    for (int a = 0; a < 12; a++) {
      String who = "a" + a;
      int hard = 20 * (a + 1);
      for (int i = 0; i < 250; i++) {
        double rate = i < hard ? .1 : .02;
        PlantedGrading g =
            PlantedGrading.of("i" + a + "-" + i, Chance.happens(random, rate))
                .by(who)
                .from(i < hard ? "hard" : "easy")
                .at(300L * i + a);
        team.add(g);
        if (Chance.happens(random, .4)) {
          team.check(g, .4);
        }
      }
      team.truth().process(who, (hard * .1 + (250 - hard) * .02) / 250);
    }
    team.truth().onlyDiffer();
    return team;
  }
}
