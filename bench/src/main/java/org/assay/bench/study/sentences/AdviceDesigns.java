package org.assay.bench.study.sentences;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Teams that follow a report's advice: they draw as many further checks as it asks for, find errors
 * at the rate it assumes, and report again. It promises that each state is then settled with a
 * chance of 80 %.
 *
 * <p>What was found before is anything; only what is not checked yet has the assumed rate.
 */
final class AdviceDesigns {
  private static final double LIMIT = .05;
  private static final double CRITICAL = .02;
  private static final double[] RATES = {0, .01, .02, .03, .04, .06, .08, .1, .12, .15};
  private static final Pattern ASSUMED = Pattern.compile("true rate is ([0-9.]+) %");
  private static final JsonNode NO_REPORT = JsonMapper.builder().build().createObjectNode();

  private AdviceDesigns() {}

  /** Gradings of a lot, and what is read of it at first. */
  private record Shape(int size, int read, double pending) {}

  private interface Team {
    PlantedTeam after(SplittableRandom random, JsonNode report);
  }

  static List<TeamDesign> all() {
    return List.of(
        advice(
            "advice-lots",
            "lots of 1,000, 100 read, then as many more as advised, at the rate assumed",
            (random, report) -> lots(random, report, new Shape(1000, 100, 0))),
        advice(
            "advice-short",
            "the same, lots of 300, 40 read",
            (random, report) -> lots(random, report, new Shape(300, 40, 0))),
        advice(
            "advice-pending",
            "the same, lots of 1,000, 100 selected, 2 % of them without a verdict for good",
            (random, report) -> lots(random, report, new Shape(1000, 100, .02))),
        advice(
            "advice-strata",
            "the same, strata of 600 and 400 (900 and 100), of which 60 and 20 (40 and 40) are read",
            AdviceDesigns::strata),
        advice("advice-people", "the same, people with 80 checks", AdviceDesigns::people),
        advice(
            "advice-together",
            "lots of 1,000, 100 read, levels of any and of critical errors, one further sample",
            AdviceDesigns::together));
  }

  private static TeamDesign advice(String name, String what, Team team) {
    return TeamDesign.looks(name, what, random -> List.of(team.after(random, NO_REPORT)))
        .withSequel(team::after);
  }

  private static PlantedTeam team(PlantedPolicy policy) {
    PlantedTeam team = new PlantedTeam(policy.looks(2));
    team.truth().skipRates();
    team.truth().scoreAdvice();
    return team;
  }

  /** What a member is asked for: the most of any level, and nothing where it is everything. */
  private static Map<String, Integer> further(JsonNode report) {
    Map<String, Integer> further = new HashMap<>();
    for (JsonNode row : report.path("levels")) {
      if (Advice.of(row) == Advice.CHECKS) {
        further.merge(row.path("member").asString(), row.path("furtherChecks").asInt(), Math::max);
      }
    }
    return further;
  }

  private static boolean asksForAll(JsonNode report, String member) {
    for (JsonNode row : report.path("levels")) {
      if (row.path("member").asString().equals(member) && Advice.of(row) == Advice.EVERYTHING) {
        return true;
      }
    }
    return false;
  }

  private static double assumed(int errors, int resolved, double limit) {
    return errors > 0 ? (double) errors / resolved : .5 / Math.max(resolved, 1 / limit);
  }

  /** The first of a lot's gradings are the sample, those after them the further checks. */
  private static PlantedTeam lots(SplittableRandom random, JsonNode report, Shape shape) {
    PlantedTeam team = team(PlantedPolicy.units(LIMIT));
    Map<String, Integer> further = further(report);
    for (int lot = 0; lot < RATES.length; lot++) {
      SplittableRandom first = random.split();
      SplittableRandom later = random.split();
      String unit = "u" + lot;
      int left = shape.size - shape.read;
      int drawn = shape.read + (asksForAll(report, unit) ? left : further.getOrDefault(unit, 0));
      int errors = 0;
      int resolved = 0;
      boolean[] wrong = null;
      for (int i = 0; i < shape.size; i++) {
        boolean isPending = i < shape.read && Chance.happens(first, shape.pending);
        if (i < shape.read) {
          boolean isWrong = Chance.happens(first, RATES[lot]);
          check(team, lot, i, isWrong, (double) drawn / shape.size, isPending);
          errors += isWrong && !isPending ? 1 : 0;
          resolved += isPending ? 0 : 1;
        } else {
          if (wrong == null) {
            double rate = assumed(errors, resolved, LIMIT);
            wrong = Chance.marked(later, (int) Math.round(rate * left), left);
          }
          PlantedGrading g = team.add(LotDesigns.grading(lot, i, wrong[i - shape.read]));
          if (i < drawn) {
            team.check(g, (double) drawn / shape.size);
          }
        }
      }
    }
    return team;
  }

  private static void check(
      PlantedTeam team, int lot, int i, boolean isWrong, double probability, boolean isPending) {
    PlantedCheck check = team.check(team.add(LotDesigns.grading(lot, i, isWrong)), probability);
    if (isPending) {
      check.pending();
    }
  }

  private static PlantedTeam strata(SplittableRandom random, JsonNode report) {
    PlantedTeam team = team(PlantedPolicy.units(LIMIT));
    Map<String, Integer> further = further(report);
    Map<String, Double> assumed = new HashMap<>();
    for (JsonNode row : report.path("levels")) {
      Matcher found = ASSUMED.matcher(row.path("sentence").asString());
      if (found.find()) {
        assumed.put(row.path("member").asString(), Double.parseDouble(found.group(1)) / 100);
      }
    }
    for (int lot = 0; lot < RATES.length; lot++) {
      SplittableRandom first = random.split();
      SplittableRandom later = random.split();
      String unit = "u" + lot;
      int[] size = lot % 2 == 0 ? new int[] {600, 400} : new int[] {900, 100};
      int[] read = lot % 2 == 0 ? new int[] {60, 20} : new int[] {40, 40};
      for (int s = 0; s < 2; s++) {
        int all = further.getOrDefault(unit, 0);
        int most = Math.round(all * read[0] / 80f); // chosen as those made were
        int second = Math.min(size[1] - read[1], all - Math.min(size[0] - read[0], most));
        int more = s == 0 ? all - second : second;
        int drawn = Math.min(size[s], asksForAll(report, unit) ? size[s] : read[s] + more);
        int left = size[s] - read[s];
        int errors = (int) Math.round(assumed.getOrDefault(unit, 0.0) * left);
        boolean[] wrong = Chance.marked(later, errors, left);
        for (int i = 0; i < size[s]; i++) {
          boolean isWrong = i < read[s] ? Chance.happens(first, RATES[lot]) : wrong[i - read[s]];
          PlantedGrading g =
              team.add(LotDesigns.grading(lot, 1000 * s + i, isWrong).stratum(unit + "s" + s));
          if (i < drawn) {
            team.check(g, (double) drawn / size[s]).method("STRATIFIED");
          }
        }
      }
    }
    return team;
  }

  private static PlantedTeam people(SplittableRandom random, JsonNode report) {
    int size = 2_000;
    int read = 80;
    PlantedTeam team = team(PlantedPolicy.people(LIMIT));
    Map<String, Integer> further = further(report);
    for (int a = 0; a < RATES.length; a++) {
      SplittableRandom first = random.split();
      SplittableRandom later = random.split();
      String who = "a" + a;
      int drawn = Math.min(size, read + further.getOrDefault(who, 0));
      int errors = 0;
      for (int i = 0; i < size; i++) {
        boolean isWrong =
            i < read
                ? Chance.happens(first, RATES[a])
                : Chance.happens(later, assumed(errors, read, LIMIT));
        errors += i < read && isWrong ? 1 : 0;
        PlantedGrading g =
            team.add(PlantedGrading.of("i" + a + "-" + i, isWrong).by(who).at(40L * i + a));
        if (i < drawn) {
          team.check(g, (double) drawn / size);
        }
      }
    }
    return team;
  }

  /** A third of the errors found at first is critical; one sample serves both levels. */
  private static PlantedTeam together(SplittableRandom random, JsonNode report) {
    int size = 1000;
    int read = 100;
    PlantedTeam team = team(PlantedPolicy.units(LIMIT).alsoCritical(CRITICAL));
    Map<String, Integer> further = further(report);
    for (int lot = 0; lot < RATES.length; lot++) {
      SplittableRandom first = random.split();
      SplittableRandom later = random.split();
      int drawn = Math.min(size, read + further.getOrDefault("u" + lot, 0));
      int errors = 0;
      int critical = 0;
      int[] order = Chance.sample(later, size - read, size - read);
      for (int i = 0; i < size; i++) {
        boolean isWrong;
        boolean isCritical;
        if (i < read) {
          isWrong = Chance.happens(first, RATES[lot]);
          isCritical = isWrong && first.nextInt(3) == 0;
          errors += isWrong ? 1 : 0;
          critical += isCritical ? 1 : 0;
        } else {
          int place = order[i - read];
          int grave = (int) Math.round(assumed(critical, read, CRITICAL) * (size - read));
          isCritical = place < grave;
          isWrong =
              place < Math.max(grave, Math.round(assumed(errors, read, LIMIT) * (size - read)));
        }
        String given = isCritical ? "D" : isWrong ? "B" : "A";
        PlantedGrading g =
            new PlantedGrading("u" + lot + "-" + i, "A", given)
                .by("a" + i % 8)
                .in("u" + lot)
                .at(240L * (i % 400) + lot);
        team.add(g);
        if (i < drawn) {
          team.check(g, (double) drawn / size);
        }
      }
    }
    return team;
  }
}
