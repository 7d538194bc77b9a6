package org.assay.bench.study.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * Teams whose states are judged together: a wrong one anywhere counts, and what is shown alone but
 * not together must say just that.
 */
final class FamilyDesigns {
  private static final double LIMIT = .05;
  private static final double JUST_ABOVE = 1e-6;
  private static final int SIZE = 400;
  private static final int DRAWN = 200;

  /** Lots of {@link #mixed}. */
  static final int MIXED = 12;

  private static final String HOLM = "holm";

  private FamilyDesigns() {}

  static List<TeamDesign> all() {
    return List.of(
        lots("holm-above", "8 lots of 400, 200 drawn, Holm; all just above the limit", lot -> 21),
        lots("holm-within", "the same, all at the limit", lot -> 20),
        lots(
            "holm-mixed",
            "12 of them: clear, open and bad ones, at and just above the limit",
            FamilyDesigns::mixed),
        TeamDesign.of(
            "holm-fdr",
            "the same by false discovery rate: one state shown per report is scored",
            "",
            random -> lots(random, "fdr", MIXED, FamilyDesigns::mixed, Reading.once())),
        TeamDesign.of(
            "holm-pending",
            "holm-mixed with 1 in 50 right and 1 in 10 wrong gradings pending",
            "",
            random -> lots(random, HOLM, MIXED, FamilyDesigns::mixed, Reading.pending(.02, .1))),
        TeamDesign.of("holm-people", "12 people, 200 checks each, Holm", "", FamilyDesigns::people),
        TeamDesign.of(
            "holm-strata",
            "8 units of two strata of 300 and 100, 100 and 60 drawn, Holm",
            "",
            FamilyDesigns::strata),
        TeamDesign.looks(
            "holm-looks",
            "8 lots of 400, all just above the limit; 80, 160, 240 read, Holm, three looks",
            FamilyDesigns::looks));
  }

  private static TeamDesign lots(String name, String what, IntUnaryOperator errors) {
    int lots = name.equals("holm-mixed") ? MIXED : 8;
    return TeamDesign.of(
        name, what, "", random -> lots(random, HOLM, lots, errors, Reading.once()));
  }

  /** Of 400: four lots clearly good, two at the limit, two just above it, two open, two bad. */
  static int mixed(int lot) {
    int[] errors = {2, 4, 4, 6, 20, 20, 21, 21, 9, 11, 60, 45};
    return errors[lot];
  }

  private static PlantedTeam team(PlantedPolicy policy, String rule) {
    PlantedTeam team = new PlantedTeam(policy.together(rule));
    team.truth().scoreTogether();
    return team;
  }

  private static PlantedTeam lots(
      SplittableRandom random, String rule, int lots, IntUnaryOperator errors, Reading reading) {
    PlantedTeam team = team(PlantedPolicy.units(LIMIT), rule);
    for (int lot = 0; lot < lots; lot++) {
      List<PlantedGrading> gradings =
          LotDesigns.lot(team, random, lot, SIZE, errors.applyAsInt(lot));
      int[] sample = Chance.sample(random, DRAWN, SIZE);
      LotDesigns.draw(team, random, gradings, sample, "SRS", reading);
    }
    return team;
  }

  /** Four clearly good, four just above the limit, two at it, two bad. */
  private static PlantedTeam people(SplittableRandom random) {
    PlantedTeam team = team(PlantedPolicy.people(LIMIT), HOLM);
    for (int a = 0; a < 12; a++) {
      double rate = a < 4 ? .01 : a < 8 ? LIMIT + JUST_ABOVE : a < 10 ? LIMIT : .15;
      for (int i = 0; i < SIZE; i++) {
        PlantedGrading g =
            team.add(
                PlantedGrading.of("i" + a + "-" + i, Chance.happens(random, rate))
                    .by("a" + a)
                    .at(200L * i + a));
        if (i < DRAWN) { // gradings are alike, so that the first are a random sample
          team.check(g, (double) DRAWN / SIZE);
        }
      }
      team.truth().process("a" + a, rate);
    }
    return team;
  }

  private static PlantedTeam strata(SplittableRandom random) {
    PlantedTeam team = team(PlantedPolicy.units(LIMIT), HOLM);
    int[] size = {300, 100};
    int[] drawn = {100, 60};
    for (int unit = 0; unit < 8; unit++) {
      int errors = unit < 2 ? 2 : unit < 5 ? 21 : unit < 7 ? 20 : 60;
      boolean[] wrong = Chance.marked(random, errors, SIZE);
      int at = 0;
      for (int s = 0; s < 2; s++) {
        boolean[] selected = Chance.marked(random, drawn[s], size[s]);
        for (int i = 0; i < size[s]; i++) {
          PlantedGrading g =
              team.add(LotDesigns.grading(unit, at, wrong[at]).stratum("u" + unit + "s" + s));
          if (selected[i]) {
            team.check(g, (double) drawn[s] / size[s]).method("STRATIFIED");
          }
          at++;
        }
      }
    }
    return team;
  }

  private static List<PlantedTeam> looks(SplittableRandom random) {
    int looks = 3;
    List<PlantedTeam> teams = new ArrayList<>();
    for (int look = 0; look < looks; look++) {
      teams.add(team(PlantedPolicy.units(LIMIT).looks(looks), HOLM));
    }
    for (int lot = 0; lot < 8; lot++) {
      boolean[] wrong = Chance.marked(random, 21, SIZE);
      int[] order = Chance.sample(random, 80 * looks, SIZE);
      for (int look = 0; look < looks; look++) {
        PlantedTeam team = teams.get(look);
        List<PlantedGrading> gradings = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
          gradings.add(team.add(LotDesigns.grading(lot, i, wrong[i])));
        }
        int drawn = 80 * (look + 1);
        for (int j = 0; j < drawn; j++) {
          team.check(gradings.get(order[j]), (double) drawn / SIZE);
        }
      }
    }
    return teams;
  }
}
