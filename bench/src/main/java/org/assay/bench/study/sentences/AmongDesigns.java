package org.assay.bench.study.sentences;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Items that several people grade: what the report says of agreement among them is compared with
 * the agreement that their ways of grading have.
 */
final class AmongDesigns {
  private static final double LIMIT = .05;
  private static final double CHECKED = .3;

  private AmongDesigns() {}

  static List<TeamDesign> all() {
    return List.of(
        design(
            "among-usual",
            "8 people, 800 items, 240 of them graded by two or three; a fifth is hard for all",
            new Shape(8, 800, 240, 3, true),
            errors(8, .08)),
        design(
            "among-close",
            "4 people, 60 items, all graded by two, errors in 3 %",
            new Shape(4, 60, 60, 2, false),
            errors(4, .03)),
        design(
            "among-few",
            "6 people, 40 items of 300 graded by two or three, errors in 15 %",
            new Shape(6, 300, 40, 3, false),
            errors(6, .15)),
        design(
            "among-many",
            "5 people, 300 items graded by all five, errors in 10 %; a fifth is hard for all",
            new Shape(5, 300, 300, 5, true),
            errors(5, .1)),
        design(
            "among-one-apart",
            "8 people, 600 items, half graded by two or three, one errs three times as often",
            new Shape(8, 600, 300, 3, false),
            new double[] {.06, .06, .06, .18, .06, .06, .06, .06}),
        TeamDesign.of(
            "among-streams",
            "6 people, two streams of 300 items, 4 and 15 % errors, 90 shared in each",
            "",
            AmongDesigns::streams));
  }

  /**
   * People, items, those of them that several grade, the most who do, and whether some are hard.
   */
  private record Shape(int people, int items, int shared, int most, boolean hard) {}

  private static double[] errors(int people, double rate) {
    double[] errors = new double[people];
    Arrays.fill(errors, rate);
    return errors;
  }

  private static TeamDesign design(String name, String what, Shape shape, double[] errors) {
    return TeamDesign.of(
        name,
        what,
        "",
        random -> {
          PlantedTeam team = team();
          PlantedAgreement agreement = agreement(errors, shape);
          stream(team, random, "", shape, agreement);
          team.truth().among(Map.of("all streams", agreement));
          if (name.equals("among-one-apart")) {
            team.truth().onlyDiffer("a3");
          } else {
            team.truth().onlyDiffer();
          }
          return team;
        });
  }

  private static PlantedTeam team() {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.people(LIMIT));
    team.truth().skipRates();
    return team;
  }

  /** Everybody errs into a neighbouring grade; in hard items four times as often. */
  private static PlantedAgreement agreement(double[] errors, Shape shape) {
    double[] share = {.5, .25, .15, .1};
    PlantedAgreement agreement = new PlantedAgreement();
    for (int right = 0; right < share.length; right++) {
      double easy = shape.hard ? .8 : 1;
      agreement.kind(share[right] * easy, right, gives(errors, right, 1));
      if (shape.hard) {
        agreement.kind(share[right] * (1 - easy), right, gives(errors, right, 4));
      }
    }
    return groups(agreement, shape);
  }

  private static double[][] gives(double[] errors, int right, double times) {
    double[][] gives = new double[errors.length][4];
    for (int a = 0; a < errors.length; a++) {
      double wrong = errors[a] * times;
      gives[a][right] = 1 - wrong;
      if (right == 0 || right == 3) {
        gives[a][right == 0 ? 1 : 2] = wrong;
      } else {
        gives[a][right - 1] = wrong / 2;
        gives[a][right + 1] = wrong / 2;
      }
    }
    return gives;
  }

  /** Any two people equally often, and where three or more grade an item any three, too. */
  private static PlantedAgreement groups(PlantedAgreement agreement, Shape shape) {
    int n = shape.people;
    if (shape.most == n) {
      int[] all = new int[n];
      for (int a = 0; a < n; a++) {
        all[a] = a;
      }
      return agreement.group(1, all);
    }
    double pairs = shape.most == 2 ? 1 : .6;
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < a; b++) {
        agreement.group(pairs / (n * (n - 1) / 2.0), b, a);
        for (int c = 0; shape.most > 2 && c < b; c++) {
          agreement.group((1 - pairs) / (n * (n - 1) * (n - 2) / 6.0), c, b, a);
        }
      }
    }
    return agreement;
  }

  private static void stream(
      PlantedTeam team,
      SplittableRandom random,
      String stream,
      Shape shape,
      PlantedAgreement agreement) {
    for (int i = 0; i < shape.items; i++) {
      PlantedAgreement.Kind kind = agreement.kind(random);
      int[] members =
          i < shape.shared ? agreement.group(random) : new int[] {random.nextInt(shape.people)};
      for (int a : members) {
        String item = "i" + stream + i;
        PlantedGrading g =
            new PlantedGrading(
                    item, label(kind.right()), label(PlantedAgreement.grade(random, kind, a)))
                .by("a" + a)
                .from(stream)
                .at(100_000L / shape.items * i + a)
                .id(item + "-" + a);
        team.add(g);
        if (Chance.happens(random, CHECKED)) {
          team.check(g, CHECKED);
        }
      }
    }
  }

  private static String label(int grade) {
    return Character.toString('A' + grade);
  }

  private static PlantedTeam streams(SplittableRandom random) {
    PlantedTeam team = team();
    Map<String, PlantedAgreement> among = new LinkedHashMap<>();
    double[] errors = {.04, .15};
    for (int s = 0; s < errors.length; s++) {
      Shape shape = new Shape(6, 300, 90, 3, false);
      PlantedAgreement agreement = agreement(errors(6, errors[s]), shape);
      stream(team, random, "s" + s, shape, agreement);
      among.put("s" + s, agreement);
    }
    team.truth().among(among);
    team.truth().onlyDiffer();
    return team;
  }
}
