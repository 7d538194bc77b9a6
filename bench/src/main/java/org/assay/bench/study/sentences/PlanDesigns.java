package org.assay.bench.study.sentences;

import java.util.List;
import java.util.SplittableRandom;
import org.assay.plan.Design;

/**
 * Teams checked by a plan that stops by what it finds: its states and limits, those of overlapping
 * lots, and what {@code assay evaluate} says on the way.
 */
final class PlanDesigns {
  private static final double LIMIT = .05;
  private static final int SIZE = 400;
  private static final double[] RATES = {0, .01, .02, .03, .04, .06, .08, .1};

  private PlanDesigns() {}

  static List<TeamDesign> all() {
    return List.of(
        lots("plan-lots", Design.TRUNCATED_SEQUENTIAL),
        lots("plan-double", Design.DOUBLE),
        lots("plan-always-valid", Design.ALWAYS_VALID),
        TeamDesign.of(
                "plan-holm",
                "12 lots of 400 by truncated-sequential plans, Holm: clear, open and bad ones",
                "",
                PlanDesigns::holm)
            .underPlan(Design.TRUNCATED_SEQUENTIAL),
        TeamDesign.of(
                "plan-overlap",
                "4 units and 6 people with a level each, all at or just above the limit, Holm",
                "",
                PlanDesigns::overlap)
            .underPlan(Design.TRUNCATED_SEQUENTIAL),
        TeamDesign.of(
                "plan-beside",
                "4 units under a plan; levels of 6 people that it was not made for, Holm",
                "",
                PlanDesigns::beside)
            .underPlan(Design.TRUNCATED_SEQUENTIAL),
        chance("plan-chance", SIZE, Design.TRUNCATED_SEQUENTIAL),
        chance("plan-chance-short", 120, Design.SEQUENTIAL),
        chance("plan-chance-double", SIZE, Design.DOUBLE),
        chance("plan-chance-always", SIZE, Design.ALWAYS_VALID));
  }

  private static TeamDesign lots(String name, Design design) {
    return TeamDesign.of(
            name,
            "8 lots of 400 at or just above the limit, " + design + " plans followed to the end",
            "",
            random -> lots(random, PlantedPolicy.units(LIMIT), 8, lot -> 20 + lot % 2))
        .underPlan(design);
  }

  private interface Errors {
    int of(int lot);
  }

  private static PlantedTeam lots(
      SplittableRandom random, PlantedPolicy policy, int lots, Errors errors) {
    PlantedTeam team = new PlantedTeam(policy);
    for (int lot = 0; lot < lots; lot++) {
      LotDesigns.lot(team, random, lot, SIZE, errors.of(lot));
    }
    return team;
  }

  private static PlantedTeam holm(SplittableRandom random) {
    PlantedTeam team =
        lots(
            random,
            PlantedPolicy.units(LIMIT).together("holm"),
            FamilyDesigns.MIXED,
            FamilyDesigns::mixed);
    team.truth().scoreTogether();
    return team;
  }

  private static PlantedTeam overlap(SplittableRandom random) {
    return crossed(random, PlantedPolicy.units(LIMIT).alsoPeople());
  }

  // The plan asks for checks of the units; the people's states stand on these.
  private static PlantedTeam beside(SplittableRandom random) {
    PlantedTeam team = crossed(random, PlantedPolicy.units(LIMIT).alsoPeople());
    team.planFor("any");
    return team;
  }

  /** Units of 300 and people of 200, who work in all of them: everybody's errors as planted. */
  private static PlantedTeam crossed(SplittableRandom random, PlantedPolicy policy) {
    PlantedTeam team = new PlantedTeam(policy.together("holm"));
    int people = 6;
    int units = 4;
    int each = 50;
    int[] errors = new int[people * units]; // 10 or 11 of each person's 200, 15 or 16 of a unit's
    for (int a = 0; a < people; a++) {
      for (int e = 0; e < 10 + a % 2; e++) {
        errors[a * units + (e + a) % units]++;
      }
    }
    for (int unit = 0; unit < units; unit++) {
      for (int a = 0; a < people; a++) {
        boolean[] wrong = Chance.marked(random, errors[a * units + unit], each);
        for (int i = 0; i < each; i++) {
          team.add(
              PlantedGrading.of("u" + unit + "-" + a + "-" + i, wrong[i])
                  .by("a" + a)
                  .in("u" + unit)
                  .at(500L * i + 7L * a + unit));
        }
      }
    }
    team.truth().scoreTogether();
    team.truth().rowsDepend();
    return team;
  }

  private static TeamDesign chance(String name, int size, Design design) {
    return TeamDesign.of(
            name,
            "8 lots of "
                + size
                + ", "
                + design
                + " plans; from a look on, what is left has the rate that evaluate assumes",
            "",
            random -> chances(random, size))
        .underPlan(design);
  }

  private static PlantedTeam chances(SplittableRandom random, int size) {
    PlantedTeam team = new PlantedTeam(PlantedPolicy.units(LIMIT));
    for (int lot = 0; lot < RATES.length; lot++) {
      boolean[] wrong = Chance.marked(random, (int) Math.round(RATES[lot] * size), size);
      for (int i = 0; i < size; i++) {
        team.add(LotDesigns.grading(lot, i, wrong[i]));
      }
    }
    team.truth().skipRates();
    team.truth().scoreAdvice();
    return team;
  }
}
