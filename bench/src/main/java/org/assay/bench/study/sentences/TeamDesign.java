package org.assay.bench.study.sentences;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.plan.Design;
import tools.jackson.databind.JsonNode;

/**
 * A kind of team, and how it is checked.
 *
 * @param name one word for the command line
 * @param what is planted
 * @param best the valid method that widths are compared with; empty when none is stated
 * @param promised false when the report makes no promise for it: shown and not judged
 * @param plays makes a team: one state of its files per look
 * @param sequel a further look that does what the last report advises; empty for none
 * @param plan design of the plan that asks for the checks; empty where the team has them
 */
record TeamDesign(
    String name,
    String what,
    String best,
    boolean promised,
    Play plays,
    Optional<Sequel> sequel,
    Optional<Design> plan) {
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

  /** Continues a team as its report advises. */
  @FunctionalInterface
  interface Sequel {
    /**
     * The team at the next look.
     *
     * @param same chance as it was when the team was made
     * @param report of the last look
     * @return the team
     */
    PlantedTeam team(SplittableRandom same, JsonNode report);
  }

  static TeamDesign of(String name, String what, String best, Once once) {
    return new TeamDesign(
        name,
        what,
        best,
        true,
        random -> List.of(once.team(random)),
        Optional.empty(),
        Optional.empty());
  }

  static TeamDesign looks(String name, String what, Play play) {
    return new TeamDesign(name, what, "", true, play, Optional.empty(), Optional.empty());
  }

  TeamDesign withSequel(Sequel next) {
    return new TeamDesign(name, what, best, promised, plays, Optional.of(next), plan);
  }

  /** The same, checked as a plan asks. */
  TeamDesign underPlan(Design design) {
    return new TeamDesign(name, what, best, promised, plays, sequel, Optional.of(design));
  }

  TeamDesign withoutPromise() {
    return new TeamDesign(name, what, best, false, plays, sequel, plan);
  }

  /** The team of a run; the same seed and run give the same team. */
  List<PlantedTeam> team(long seed, int run) {
    return plays.team(random(seed, run));
  }

  /** The team of a run as the last report advises to continue it. */
  Optional<PlantedTeam> sequel(long seed, int run, JsonNode report) {
    return sequel.map(next -> next.team(random(seed, run), report));
  }

  private SplittableRandom random(long seed, int run) {
    return new SplittableRandom(seed * 1_000_003 + 31L * run + name.hashCode());
  }
}
