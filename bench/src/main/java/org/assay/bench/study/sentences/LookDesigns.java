package org.assay.bench.study.sentences;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same level reported again and again while verdicts arrive: a state counts if ever said. */
final class LookDesigns {
  private static final double LIMIT = .05;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LookDesigns() {}

  static List<TeamDesign> all() {
    return List.of(
        TeamDesign.looks(
            "looks-4", "lots of 400; 40, 80, 120, 160 read", random -> growing(random, 4)),
        TeamDesign.looks(
            "looks-13",
            "an open quarter: 60 gradings a week, 12 drawn, a report each week",
            LookDesigns::quarter),
        TeamDesign.looks(
                "looks-advice",
                "lots of 1,000, 100 read, then as many more as the report advises",
                random -> List.of(advised(random, JSON.createObjectNode())))
            .withSequel(LookDesigns::advised),
        TeamDesign.looks(
            "looks-people",
            "8 people, 40 checks more each time, 4 reports",
            random -> people(random, 4)));
  }

  /** A lot whose simple random sample grows. */
  private static List<PlantedTeam> growing(SplittableRandom random, int looks) {
    List<PlantedTeam> teams = new ArrayList<>();
    for (int look = 0; look < looks; look++) {
      teams.add(new PlantedTeam(PlantedPolicy.units(LIMIT).looks(looks)));
    }
    for (int lot = 0; lot < 10; lot++) {
      boolean[] wrong = Chance.marked(random, Chance.atLimit(lot, 400, LIMIT), 400);
      int[] order = Chance.sample(random, 40 * looks, 400);
      for (int look = 0; look < looks; look++) {
        PlantedTeam team = teams.get(look);
        List<PlantedGrading> gradings = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
          gradings.add(team.add(LotDesigns.grading(lot, i, wrong[i])));
        }
        int drawn = 40 * (look + 1);
        for (int j = 0; j < drawn; j++) {
          team.check(gradings.get(order[j]), drawn / 400.0);
        }
      }
    }
    return teams;
  }

  /** Lots of which 100 are read, and those more that a level row of the report asks for. */
  private static PlantedTeam advised(SplittableRandom random, JsonNode report) {
    Map<String, Integer> further = new HashMap<>();
    for (JsonNode row : report.path("levels")) {
      further.put(row.path("member").asString(), row.path("furtherChecks").asInt(0));
    }
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT).looks(2));
    for (int lot = 0; lot < 5; lot++) {
      List<PlantedGrading> gradings =
          LotDesigns.lot(team, random, lot, 1000, Chance.atLimit(lot, 1000, LIMIT));
      int[] order = Chance.sample(random, 1000, 1000);
      int drawn = Math.min(1000, 100 + further.getOrDefault("u" + lot, 0));
      for (int j = 0; j < drawn; j++) {
        team.check(gradings.get(order[j]), drawn / 1000.0);
      }
    }
    return team;
  }

  /** Gradings arrive too; each week is a stratum, and the rate so far is always at the limit. */
  private static List<PlantedTeam> quarter(SplittableRandom random) {
    int weeks = 13;
    List<PlantedTeam> teams =
        IntStream.range(0, weeks)
            .mapToObj(w -> new PlantedTeam(PlantedPolicy.units(LIMIT).looks(weeks)))
            .toList();
    for (int unit = 0; unit < 4; unit++) {
      for (int week = 0; week < weeks; week++) {
        int errors = 3 + (week == 0 ? unit % 2 : 0);
        boolean[] wrong = Chance.marked(random, errors, 60);
        boolean[] drawn = Chance.marked(random, 12, 60);
        for (int i = 0; i < 60; i++) {
          for (PlantedTeam team : teams.subList(week, weeks)) {
            PlantedGrading g =
                team.add(
                    PlantedGrading.of("i" + unit + "-" + week + "-" + i, wrong[i])
                        .by("a" + i % 4)
                        .in("u" + unit)
                        .stratum("u" + unit + "w" + week)
                        .at(10_080L * week + 60L * i));
            if (drawn[i]) {
              team.check(g, .2).method("STRATIFIED");
            }
          }
        }
      }
    }
    return teams;
  }

  private static List<PlantedTeam> people(SplittableRandom random, int looks) {
    List<PlantedTeam> teams =
        IntStream.range(0, looks)
            .mapToObj(w -> new PlantedTeam(PlantedPolicy.people(LIMIT).looks(looks)))
            .toList();
    for (int a = 0; a < 8; a++) {
      double rate = LIMIT + a % 2 * 1e-6;
      for (int i = 0; i < 80 * looks; i++) {
        boolean wrong = Chance.happens(random, rate);
        for (PlantedTeam team : teams.subList(i / 80, looks)) {
          PlantedGrading g =
              team.add(PlantedGrading.of("i" + a + "-" + i, wrong).by("a" + a).at(300L * i));
          team.truth().process("a" + a, rate);
          if (i % 2 == 0) {
            team.check(g, .5);
          }
        }
      }
    }
    return teams;
  }
}
