package org.assay.bench.study.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.bench.study.sentences.PlantedTruth.Scope;

/** The item is drawn, and one verdict checks all its gradings. */
final class ItemDesigns {
  private static final double LIMIT = .05;
  private static final int UNITS = 6;
  private static final int ITEMS = 150;
  private static final int DRAWN = 30;

  private ItemDesigns() {}

  /** How errors lie within items. */
  private enum Errors {
    SHARED,
    INDEPENDENT
  }

  static List<TeamDesign> all() {
    return List.of(
        design("items-shared", "errors shared within items", 4, 4, Errors.SHARED, 1),
        design("items-independent", "errors independent", 4, 4, Errors.INDEPENDENT, 1),
        design(
            "items-uneven", "1 to 7 gradings, errors in those with most", 1, 7, Errors.SHARED, 1),
        design("items-two-verdicts", "errors shared, two verdicts", 4, 4, Errors.SHARED, 2));
  }

  private static TeamDesign design(
      String name, String what, int least, int most, Errors errors, int officers) {
    return TeamDesign.of(
        name,
        "150 items of "
            + (least == most ? most + " gradings" : "several gradings")
            + ", 30 drawn: "
            + what,
        least == most ? Best.CLUSTERS : "",
        random -> team(random, least, most, errors, officers));
  }

  private static PlantedTeam team(
      SplittableRandom random, int least, int most, Errors errors, int officers) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    for (int unit = 0; unit < UNITS; unit++) {
      int[] sizes = new int[ITEMS];
      int all = 0;
      for (int i = 0; i < ITEMS; i++) {
        sizes[i] = least + i * (most - least + 1) / ITEMS; // later items have more gradings
        all += sizes[i];
      }
      int[] wrong = wrong(random, sizes, Chance.atLimit(unit, all, LIMIT), all, errors);
      List<List<PlantedGrading>> items = new ArrayList<>();
      for (int i = 0; i < ITEMS; i++) {
        items.add(item(team, random, unit, i, sizes[i], wrong[i]));
      }
      int any = 0;
      int full = 0;
      for (int i : Chance.sample(random, DRAWN, ITEMS)) {
        any += wrong[i] > 0 ? 1 : 0;
        full += wrong[i] == sizes[i] ? 1 : 0;
        for (int q = 0; q < officers; q++) {
          team.check(items.get(i).get(0), (double) DRAWN / ITEMS).by("q" + q).after(100 + 60L * q);
        }
      }
      team.truth().best(Scope.UNIT, "u" + unit, Best.clusters(full, any, DRAWN, ITEMS));
    }
    return team;
  }

  private static int[] wrong(
      SplittableRandom random, int[] sizes, int errors, int all, Errors where) {
    int[] wrong = new int[sizes.length];
    if (where == Errors.INDEPENDENT) {
      boolean[] marks = Chance.marked(random, errors, all);
      int at = 0;
      for (int i = 0; i < sizes.length; i++) {
        for (int k = 0; k < sizes[i]; k++) {
          wrong[i] += marks[at++] ? 1 : 0;
        }
      }
      return wrong;
    }
    int largest = sizes[sizes.length - 1];
    int from = 0;
    while (sizes[from] < largest) {
      from++;
    }
    int left = errors;
    for (int i : Chance.sample(random, sizes.length - from, sizes.length - from)) {
      wrong[from + i] = Math.min(left, largest);
      left -= wrong[from + i];
    }
    return wrong;
  }

  /** An item's gradings by as many people, errors among any of them. */
  private static List<PlantedGrading> item(
      PlantedTeam team, SplittableRandom random, int unit, int i, int size, int wrong) {
    boolean[] marks = Chance.marked(random, wrong, size);
    List<PlantedGrading> gradings = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      gradings.add(
          team.add(
              PlantedGrading.of("u" + unit + "-" + i, marks[k])
                  .by("a" + k)
                  .in("u" + unit)
                  .at(600L * i + k)));
    }
    return gradings;
  }
}
