package org.assay.bench.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.assay.data.ErrorClass;
import org.assay.data.Periods;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.CheckCell;
import org.assay.estimate.CheckCounts;
import org.assay.estimate.CheckWeights;
import org.assay.estimate.FairComparison;
import org.assay.estimate.FairComparison.Person;
import org.assay.io.simulate.TeamFile;
import org.assay.simulate.SimulatedYear;
import org.assay.simulate.Team;

/**
 * Question: do limits of matrix cells and of rates hold what they say where checks are chosen by
 * the grade given, and is the best assessor on the hardest queue better than the team once people
 * have the same mix?
 *
 * <p>Run from the top folder: {@code java -cp bench/target/benchmarks.jar
 * org.assay.bench.study.AssessorStudy 400 20 > bench/results/assessors.md}
 */
public final class AssessorStudy {
  private static final int PEOPLE = 4; // of the demo: with three kinds of work, and two factors
  private static final String BEST = "a03"; // factor .8, mostly the hardest queue
  private static final int[] WEEKS = {4, 13, 50};

  private AssessorStudy() {}

  /**
   * Prints the tables.
   *
   * @param args repetitions of the coverage, seeds of the demo year
   * @throws IOException if the parameter file cannot be read
   */
  public static void main(String[] args) throws IOException {
    Team team = TeamFile.read(Path.of("datasets/demo/team.json"));
    int repetitions = Integer.parseInt(args[0]);
    int seeds = Integer.parseInt(args[1]);
    System.out.printf(
        Locale.ROOT,
        "# Matrices and rates of assessors, with limits%n%nMade by `java -cp"
            + " bench/target/benchmarks.jar org.assay.bench.study.AssessorStudy %d %d`.%n%n",
        repetitions,
        seeds);
    coverage(team, repetitions);
    comparison(team, seeds);
  }

  private static void coverage(Team team, int repetitions) {
    System.out.printf(
        Locale.ROOT,
        "## Limits at nominal 95 %% that hold%n%nIn percent, in brackets those with the truth above"
            + " the upper limit; by the errors to be expected in a cell's checks. 30 checks of each"
            + " grade given per assessor and week, as in the demo year; %d assessors x %d. A cell"
            + " in which less than one error is to be expected has lower limit 0 nearly always, so"
            + " that no limits that hold at zero miss it from below. The last column leaves out"
            + " cells below 0.3.%n%n| weeks, blind | | below 0.3 | to 1 | to 3 | to 10 | to 30 |"
            + " more | all |%n|---|---|---|---|---|---|---|---|---|%n",
        PEOPLE,
        repetitions);
    for (double blind : new double[] {1, 0.3}) {
      for (int weeks : WEEKS) {
        var study = new CellCoverage(team, weeks, 30, blind);
        var random = new SplittableRandom(20_261_128);
        for (int i = 0; i < repetitions; i++) {
          for (int a = 0; a < PEOPLE; a++) {
            study.play(team.assessors().get(a), random);
          }
        }
        String name = String.format(Locale.ROOT, "| %d, %.0f %% ", weeks, 100 * blind);
        System.out.println(name + study.rows.row("P(grade given reference)"));
        System.out.println(name + study.plain.row("the same unweighted, Clopper-Pearson"));
        System.out.println(name + study.columns.row("P(reference given grade)"));
        System.out.println(name + study.rates.row("error, over-, under-grading"));
      }
    }
  }

  private static void comparison(Team team, int seeds) {
    System.out.printf(
        Locale.ROOT,
        "%n## The best on the hardest queue%n%n%s errs .8 times as often as the others on the same"
            + " items and has mostly hard ones. Blind checks of a demo year; %d seeds from %d.%n%n"
            + "| seed | team | crude | the others with this mix | with the team's mix (indirect) |"
            + " direct | limits that allow for all | pairs that turn round"
            + " |%n|---|---|---|---|---|---|---|---|%n",
        BEST,
        seeds,
        team.seed());
    int better = 0;
    int betterDirect = 0;
    int crudeWorse = 0;
    int shown = 0;
    for (int i = 0; i < seeds; i++) {
      SimulatedYear year = SimulatedYear.of(team.withSeed(team.seed() + i));
      List<CheckCell> cells = CheckCounts.of(year.verdicts(), Periods.all()).snapshot();
      FairComparison f =
          FairComparison.of(
              cells,
              CheckWeights.of(cells, Blindness.BLIND),
              ErrorClass.any(year.gradings().scheme()),
              0.95);
      Person best =
          f.people().stream()
              .filter(p -> year.gradings().assessor().ids().id(p.assessor()).equals(BEST))
              .findFirst()
              .orElseThrow();
      double rate = f.team().value();
      double crude = best.crude().value().value();
      double indirect = best.indirect().value().value();
      double direct = best.direct().value().orElse(Double.NaN);
      better += indirect < rate ? 1 : 0;
      betterDirect += direct < rate ? 1 : 0;
      crudeWorse += crude > rate ? 1 : 0;
      shown += best.indirect().interval().upper() < rate ? 1 : 0;
      System.out.printf(
          Locale.ROOT,
          "| %d | %.2f %% | %.2f %% | %.2f %% | %.2f %% (%.2f to %.2f) | %.2f %% | %.2f to %.2f %%"
              + " | %d |%n",
          team.seed() + i,
          100 * rate,
          100 * crude,
          100 * best.expected().value(),
          100 * indirect,
          100 * best.indirect().interval().lower(),
          100 * best.indirect().interval().upper(),
          100 * direct,
          100 * best.limits().lowerAll(),
          100 * best.limits().upperAll(),
          f.reversedPairs());
    }
    System.out.printf(
        Locale.ROOT,
        "%nBetter than the team with the same mix: indirect %d, direct %d of %d seeds; with the"
            + " upper limit below the team's rate %d. The crude rate is above the team's in %d.%n",
        better,
        betterDirect,
        seeds,
        shown,
        crudeWorse);
  }
}
