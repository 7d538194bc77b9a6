package org.assay.bench.study.sentences;

import java.util.List;
import java.util.SplittableRandom;

/** Forty-four weeks of eight people: steady, varying more than chance, and one who changes. */
final class WeekDesigns {
  /** False flags per team and year that the policy allows; also the chance of any at most. */
  static final double BUDGET = .1;

  private static final int PEOPLE = 8;
  private static final int WEEKS = 44;
  private static final int WEEKLY = 60;
  private static final int CHANGE = 22;
  private static final double RATE = .05;

  private WeekDesigns() {}

  static List<TeamDesign> all() {
    return List.of(
        TeamDesign.of(
            "weeks-steady",
            "8 people, 44 weeks of 30 checks, nobody changes",
            "",
            random -> team(random, 0, false)),
        TeamDesign.of(
            "weeks-varying",
            "the same, intraclass correlation within weeks .03",
            "",
            random -> team(random, .03, false)),
        TeamDesign.of(
            "one-changes",
            "the same without it, odds of one person 2.5 times from week 23",
            "",
            random -> team(random, 0, true)));
  }

  private static PlantedTeam team(SplittableRandom random, double correlation, boolean changes) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(.08).driftBudget(BUDGET));
    double swing = Math.sqrt(correlation * (1 - RATE) / RATE); // the rate is up or down by this
    for (int a = 0; a < PEOPLE; a++) {
      for (int week = 0; week < WEEKS; week++) {
        double rate = RATE * (1 + (random.nextBoolean() ? swing : -swing));
        if (changes && a == 3 && week >= CHANGE) {
          rate = 2.5 * rate / (1 - rate + 2.5 * rate);
        }
        boolean[] selected = Chance.marked(random, WEEKLY / 2, WEEKLY);
        for (int i = 0; i < WEEKLY; i++) {
          PlantedGrading g =
              team.add(
                  PlantedGrading.of("i" + a + "-" + week + "-" + i, Chance.happens(random, rate))
                      .by("a" + a)
                      .in("u")
                      .at(10_080L * week + 7000L / WEEKLY * i + a));
          if (selected[i]) {
            team.check(g, .5);
          }
        }
      }
    }
    if (changes) {
      team.truth().onlyDiffer("a3");
    } else {
      team.truth().onlyDiffer();
    }
    team.truth().scoreDrift();
    return team;
  }
}
