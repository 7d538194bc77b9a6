package org.assay.bench.study.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.assay.bench.study.sentences.PlantedTruth.Scope;

/** Strata: small ones, unevenly blind ones, never read ones, by the grade given. */
final class StratumDesigns {
  private static final double LIMIT = .05;

  private StratumDesigns() {}

  static List<TeamDesign> all() {
    return List.of(
        TeamDesign.of(
            "small-strata",
            "26 weeks x 2 halves of 100, 10 drawn, all blind",
            Best.INDEPENDENT,
            random -> halves(random, 1, 1, true)),
        TeamDesign.of(
            "blind-share-even",
            "the same, 40 % blind",
            Best.INDEPENDENT,
            random -> halves(random, .4, .4, true)),
        TeamDesign.of(
            "blind-share-uneven",
            "the same, all errors in one half, blind share .1 there and .6 in the other",
            "",
            random -> halves(random, .1, .6, false)),
        TeamDesign.of(
            "never-blind",
            "two strata of 500, 50 drawn; the one with the errors never read blind",
            "",
            StratumDesigns::neverBlind),
        TeamDesign.of(
            "half-unselectable",
            "units of 500, 60 drawn from the first half, errors in the other",
            "",
            StratumDesigns::halfUnselectable),
        TeamDesign.of(
            "calibration",
            "lots of 400, 60 drawn, and a calibration stream of 60 declared not sampled",
            Best.HYPERGEOMETRIC,
            StratumDesigns::calibration),
        TeamDesign.of(
            "person-strata",
            "units of 10 people, a stratum of 40 each, 2 to 4 drawn",
            "",
            StratumDesigns::personStrata),
        TeamDesign.of(
            "by-grade",
            "2,000 gradings, 30 drawn per grade given; 2 streams, 8 people",
            Best.STRATA,
            random -> byGrade(random, 2000, 30, LIMIT)),
        TeamDesign.of(
            "by-grade-rare",
            "1,500 gradings, 60 drawn per grade given, 2 % errors",
            Best.STRATA,
            random -> byGrade(random, 1500, 60, .02)),
        TeamDesign.of(
            "small-valid",
            "3, 8 or 20 strata of 20 to 400, 2, 5 or 30 drawn, agreement perfect or nearly",
            "",
            StratumDesigns::smallValid));
  }

  /** One unit, 26 weeks of two halves; errors everywhere or in the first half alone. */
  private static PlantedTeam halves(
      SplittableRandom random, double first, double second, boolean everywhere) {
    int weeks = 26;
    int size = 100;
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    int all = weeks * 2 * size;
    int errors = Chance.atLimit(random.nextInt(2), all, LIMIT);
    boolean[] wrong = Chance.marked(random, errors, everywhere ? all : all / 2);
    int at = 0;
    int found = 0;
    int blind = 0;
    for (int half = 0; half < 2; half++) {
      for (int week = 0; week < weeks; week++) {
        List<PlantedGrading> stratum = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          PlantedGrading g =
              PlantedGrading.of("i" + at, at < wrong.length && wrong[at])
                  .by("a" + i % 8)
                  .in("u")
                  .stratum("w" + week + "h" + half)
                  .at(10_080L * week + 50L * i);
          stratum.add(team.add(g));
          at++;
        }
        for (int i : Chance.sample(random, 10, size)) {
          boolean isBlind = Chance.happens(random, half == 0 ? first : second);
          team.check(stratum.get(i), .1).method("STRATIFIED").blind(isBlind);
          blind += isBlind ? 1 : 0;
          found += isBlind && stratum.get(i).isError() ? 1 : 0;
        }
      }
    }
    team.truth().best(Scope.UNIT, "u", Best.independent(found, Math.max(1, blind)));
    team.truth().blindnessHasNoEffect();
    if (everywhere) {
      team.truth().onlyDiffer();
    }
    return team;
  }

  private static PlantedTeam neverBlind(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    for (int unit = 0; unit < 4; unit++) {
      boolean[] wrong = Chance.marked(random, Chance.atLimit(unit, 1000, LIMIT), 500);
      List<PlantedGrading> gradings = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        boolean first = i < 500;
        PlantedGrading g = LotDesigns.grading(unit, i, first && wrong[i]);
        if (first) {
          g.outOfReach();
        }
        gradings.add(team.add(g.stratum(unit + (first ? "A" : "N"))));
      }
      for (int i : Chance.sample(random, 50, 500)) {
        team.check(gradings.get(i), .1).method("STRATIFIED").blind(false);
      }
      for (int i : Chance.sample(random, 50, 500)) {
        team.check(gradings.get(500 + i), .1).method("STRATIFIED");
      }
    }
    return team;
  }

  private static PlantedTeam halfUnselectable(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    for (int unit = 0; unit < 6; unit++) {
      boolean[] wrong = Chance.marked(random, Chance.atLimit(unit, 500, LIMIT), 250);
      List<PlantedGrading> first = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        PlantedGrading g = LotDesigns.grading(unit, i, i >= 250 && wrong[i - 250]);
        if (i < 250) {
          first.add(g);
        } else {
          g.outOfReach();
        }
        team.add(g);
      }
      for (int i : Chance.sample(random, 60, 250)) {
        team.check(first.get(i), 60.0 / 250);
      }
    }
    return team;
  }

  private static PlantedTeam calibration(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT).notSampled("calibration"));
    for (int lot = 0; lot < 10; lot++) {
      boolean[] wrong = Chance.marked(random, Chance.atLimit(lot, 400, LIMIT), 400);
      List<PlantedGrading> gradings = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        gradings.add(team.add(LotDesigns.grading(lot, i, wrong[i]).from("main")));
      }
      for (int i = 0; i < 60; i++) {
        PlantedGrading g = PlantedGrading.of("c" + lot + "-" + i, i % 3 == 0);
        team.add(
            g.by("a" + i % 8).in("u" + lot).from("calibration").at(1000L * i + lot).uncounted());
      }
      LotDesigns.draw(
          team, random, gradings, Chance.sample(random, 60, 400), "SRS", Reading.once());
    }
    return team;
  }

  private static PlantedTeam personStrata(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    for (int unit = 0; unit < 6; unit++) {
      boolean[] wrong = Chance.marked(random, Chance.atLimit(unit, 400, LIMIT), 400);
      for (int person = 0; person < 10; person++) {
        String who = "a" + unit + "-" + person;
        List<PlantedGrading> stratum = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
          PlantedGrading g =
              PlantedGrading.of("i" + unit + "-" + person + "-" + i, wrong[40 * person + i]);
          stratum.add(team.add(g.by(who).in("u" + unit).stratum(who).at(600L * i)));
        }
        int drawn = 2 + random.nextInt(3);
        for (int i : Chance.sample(random, drawn, 40)) {
          team.check(stratum.get(i), drawn / 40.0).method("STRATIFIED");
        }
      }
    }
    team.truth().onlyDiffer();
    return team;
  }

  /** One unit with strata by the grade given; people and streams are domains that cross them. */
  private static PlantedTeam byGrade(
      SplittableRandom random, int size, int perGrade, double limit) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(limit));
    boolean[] wrong = Chance.marked(random, Chance.atLimit(random.nextInt(2), size, limit), size);
    TreeMap<String, List<PlantedGrading>> strata = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      double u = random.nextDouble();
      char right = u < .5 ? 'A' : u < .8 ? 'B' : u < .95 ? 'C' : 'D';
      char given = right;
      if (wrong[i]) {
        boolean up = right == 'A' || right != 'D' && random.nextBoolean();
        given = (char) (right + (up ? 1 : -1));
      }
      PlantedGrading g =
          new PlantedGrading("i" + i, String.valueOf(right), String.valueOf(given))
              .by("a" + random.nextInt(8))
              .in("u")
              .from("s" + random.nextInt(2))
              .at(50L * i);
      team.add(g.stratum(g.given));
      strata.computeIfAbsent(g.given, none -> new ArrayList<>()).add(g);
    }
    List<Best.Stratum> found = new ArrayList<>();
    for (List<PlantedGrading> stratum : strata.values()) {
      int drawn = Math.min(perGrade, stratum.size());
      int errors = 0;
      for (int i : Chance.sample(random, drawn, stratum.size())) {
        team.check(stratum.get(i), (double) drawn / stratum.size()).method("STRATIFIED");
        errors += stratum.get(i).isError() ? 1 : 0;
      }
      found.add(new Best.Stratum(errors, drawn, stratum.size()));
    }
    team.truth().best(Scope.UNIT, "u", Best.strata(found));
    team.truth().rowsDepend();
    team.truth().scoreAgreement();
    team.truth().onlyDiffer();
    return team;
  }

  private static PlantedTeam smallValid(SplittableRandom random) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    int strata = new int[] {3, 8, 20}[random.nextInt(3)];
    double wrong = random.nextInt(4) == 0 ? .02 : 0;
    int at = 0;
    for (int h = 0; h < strata; h++) {
      int size = 20 + random.nextInt(380);
      int drawn = Math.min(size, new int[] {2, 5, 30}[random.nextInt(3)]);
      for (int i = 0; i < size; i++) {
        char right = "AABBBCCCCD".charAt(random.nextInt(10));
        char given = Chance.happens(random, wrong) ? "ABCD".charAt(random.nextInt(4)) : right;
        PlantedGrading g =
            new PlantedGrading("i" + at++, String.valueOf(right), String.valueOf(given))
                .by("a" + h % 4)
                .from("s" + h % 2)
                .stratum("h" + h)
                .at(random.nextInt(120_000));
        team.add(g);
        if (i < drawn) {
          team.check(g, (double) drawn / size).method("STRATIFIED");
        }
      }
    }
    team.truth().rowsDepend();
    return team;
  }
}
