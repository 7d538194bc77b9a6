package org.assay.bench.study.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Unequal probabilities, the errors where the weights are heavy. */
final class WeightDesigns {
  private static final double LIMIT = .05;

  private WeightDesigns() {}

  static List<TeamDesign> all() {
    return List.of(
        design("pps-heavy", "PPS, .03 but .002 for the 5 % with the errors", .03, .002, .05, true),
        design("pps-mild", "PPS, .08 but .02 for the half with the errors", .08, .02, .5, true),
        design(
            "poisson-heavy",
            "Poisson, .03 but .002 for the 5 % with the errors",
            .03,
            .002,
            .05,
            false),
        design(
            "poisson-mild",
            "Poisson, .08 but .02 for the half with the errors",
            .08,
            .02,
            .5,
            false));
  }

  private static TeamDesign design(
      String name, String what, double usual, double rare, double share, boolean fixedSize) {
    return TeamDesign.of(
        name, "3,000 gradings; " + what, "", random -> team(random, usual, rare, share, fixedSize));
  }

  private static PlantedTeam team(
      SplittableRandom random, double usual, double rare, double share, boolean fixedSize) {
    int size = 3000;
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    int errors = Chance.atLimit(random.nextInt(2), size, LIMIT);
    int rarely = (int) (share * size);
    boolean[] wrong = Chance.marked(random, Math.min(errors, rarely), rarely);
    List<PlantedGrading> gradings = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boolean bad = i < rarely ? wrong[i] : i - rarely < errors - rarely;
      gradings.add(team.add(LotDesigns.grading(0, i, bad)));
    }
    // in random order, one line from 0 to the sum of the probabilities, hit at whole steps
    double line = fixedSize ? random.nextDouble() : 0;
    for (int i : Chance.sample(random, size, size)) {
      double p = i < rarely ? rare : usual;
      double before = line;
      line += p;
      boolean hit = fixedSize ? Math.floor(line) > Math.floor(before) : Chance.happens(random, p);
      if (hit) {
        team.check(gradings.get(i), p).method("PPS");
      }
    }
    return team;
  }
}
