package org.assay.bench.study.sentences;

import java.util.SplittableRandom;

/** What becomes of a selected grading: the rows of verdicts it gets. */
@FunctionalInterface
interface Reading {
  /** What stands in place of a verdict that was not given in time or cannot be read. */
  String UNREADABLE = "?";

  /**
   * Writes the rows.
   *
   * @param team to write to
   * @param grading selected
   * @param probability with which it was selected
   * @param random source of chance
   */
  void read(PlantedTeam team, PlantedGrading grading, double probability, SplittableRandom random);

  /** One blind verdict. */
  static Reading once() {
    return (team, g, p, random) -> team.check(g, p);
  }

  /** One verdict each of that many officers, all right. */
  static Reading times(int officers) {
    return timesThenWrong(officers, 0);
  }

  /** The first officer is right; each later one is wrong with a probability. */
  static Reading timesThenWrong(int officers, double wrong) {
    return (team, g, p, random) -> {
      for (int q = 0; q < officers; q++) {
        PlantedCheck check = team.check(g, p).by("q" + (q + 1)).after(60L * q);
        if (q > 0 && Chance.happens(random, wrong)) {
          check.reads("C");
        }
      }
    };
  }

  /** Verdicts that cannot be read: one share of those on right gradings, one of those on errors. */
  static Reading unreadable(double ofRight, double ofErrors, String text) {
    return (team, g, p, random) -> {
      PlantedCheck check = team.check(g, p);
      if (Chance.happens(random, g.isError() ? ofErrors : ofRight)) {
        check.reads(text);
      }
    };
  }

  /** Verdicts not yet given: one share of those on right gradings, one of those on errors. */
  static Reading pending(double ofRight, double ofErrors) {
    return (team, g, p, random) -> {
      PlantedCheck check = team.check(g, p);
      if (Chance.happens(random, g.isError() ? ofErrors : ofRight)) {
        check.pending();
      }
    };
  }

  /** Blind with a probability, else in sight of the grade, with no effect on what is found. */
  static Reading blind(double share) {
    return (team, g, p, random) -> team.check(g, p).blind(Chance.happens(random, share));
  }

  /** Errors typed in a way that means the grade but is not its label, letter by letter. */
  static Reading typed() {
    String[] ways = {"A ", " A", "a", "A\u00a0"};
    return (team, g, p, random) -> {
      PlantedCheck check = team.check(g, p);
      if (g.isError() && Chance.happens(random, .7)) {
        check.reads(ways[random.nextInt(ways.length)]);
      }
    };
  }
}
