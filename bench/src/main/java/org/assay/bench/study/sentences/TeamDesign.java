package org.assay.bench.study.sentences;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A kind of team, and how it is checked.
 *
 * @param name one word for the command line
 * @param what is planted
 * @param best the valid method that widths are compared with; empty when none is stated
 * @param promised false when the report makes no promise for it: shown and not judged
 * @param plays makes a team: one state of its files per look
 */
record TeamDesign(String name, String what, String best, boolean promised, Play plays) {
  /** Makes a team. */
  @FunctionalInterface
  interface Play {
    /**
     * A team as it stands at each look.
     *
     * @param random source of chance
     * @return one team per look, in order
     */
    List<PlantedTeam> team(SplittableRandom random);
  }

  /** Makes a team that is looked at once. */
  @FunctionalInterface
  interface Once {
    /**
     * A team.
     *
     * @param random source of chance
     * @return the team
     */
    PlantedTeam team(SplittableRandom random);
  }

  static TeamDesign of(String name, String what, String best, Once once) {
    return new TeamDesign(name, what, best, true, random -> List.of(once.team(random)));
  }

  static TeamDesign looks(String name, String what, Play play) {
    return new TeamDesign(name, what, "", true, play);
  }

  TeamDesign withoutPromise() {
    return new TeamDesign(name, what, best, false, plays);
  }

  /** The team of a run; the same seed and run give the same team. */
  List<PlantedTeam> team(long seed, int run) {
    return plays.team(new SplittableRandom(seed * 1_000_003 + 31L * run + name.hashCode()));
  }
}
