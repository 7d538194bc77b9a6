package org.assay.bench.study.needs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.bench.study.needs.PlantedYear.Plan;
import org.assay.interval.EffectiveClopperPearson;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.FindingPart.Finding;
import org.assay.io.report.FindingPart.FindingKind;
import org.assay.io.report.ReportBuilder;
import org.assay.io.report.ReportModel;

/**
 * Question: of the training needs that reports state, how many are wrong, and how many of the
 * planted ones are found?
 *
 * <p>Years of teams are written as CSV files, read and reported on like any other. Run: {@code java
 * -cp bench/target/benchmarks.jar org.assay.bench.study.needs.NeedsStudy 200 100 40 >
 * bench/results/training-needs.md} (years without a difference, years with some, seeds of the demo
 * year).
 */
public final class NeedsStudy {
  private static final double ONE_SIDED = 0.975;
  private static final int[] PEOPLE = {4, 6, 8, 12, 16, 24, 40, 60, 80, 100};
  private static final String POLICY =
      """
      {"scheme": {"version": "1", "grades": ["A", "B", "C", "D"], "ordered": true},
       "levels": [{"name": "any", "counts": "any", "acceptable": 0.05, "unacceptable": 0.2,
         "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "unit", "period": "all"}]}
      """;

  private NeedsStudy() {}

  /** What the reports of some years said. */
  static final class Score {
    int years;
    int withName;
    int withWrong;
    int withGuideline;
    double falseShare; // sum over years of the share of names that are wrong
    double falseSquares;
    double falseCells; // sum over years of the mean over people named of wrong boundaries
    double cellSquares;
    int planted;
    int found;

    void add(PlantedYear year, ReportModel report) {
      years++;
      List<Finding> needs = of(report, FindingKind.TRAINING_NEED);
      List<String> names = needs.stream().map(f -> f.about().get("assessor")).distinct().toList();
      List<String> wrong = names.stream().filter(n -> !year.different().contains(n)).toList();
      withName += names.isEmpty() ? 0 : 1;
      withWrong += wrong.isEmpty() ? 0 : 1;
      withGuideline += of(report, FindingKind.GUIDELINE).isEmpty() ? 0 : 1;
      double share = names.isEmpty() ? 0 : (double) wrong.size() / names.size();
      falseShare += share;
      falseSquares += share * share;
      double cells =
          names.stream().mapToDouble(n -> wrongCells(year, needs, n)).average().orElse(0);
      falseCells += cells;
      cellSquares += cells * cells;
      planted += year.different().size();
      found += names.size() - wrong.size();
    }

    private static double wrongCells(PlantedYear year, List<Finding> needs, String name) {
      List<Finding> cells =
          needs.stream()
              .filter(f -> f.about().get("assessor").equals(name))
              .filter(f -> f.evidence().containsKey("grade"))
              .toList();
      return cells.stream()
          .mapToDouble(
              f ->
                  year.isPlanted(
                          name,
                          (String) f.evidence().get("reference"),
                          (String) f.evidence().get("grade"))
                      ? 0
                      : 1)
          .average()
          .orElse(0);
    }
  }

  static List<Finding> of(ReportModel report, FindingKind kind) {
    return report.findings().stream().filter(f -> f.kind() == kind).toList();
  }

  /** Reports on years of one plan. */
  static Score score(Plan plan, int years, long seed) throws IOException {
    Score score = new Score();
    add(score, plan, years, seed);
    return score;
  }

  private static void add(Score score, Plan plan, int years, long seed) throws IOException {
    Path folder = Files.createTempDirectory("needs");
    try {
      Policy policy = PolicyReader.read(Files.writeString(folder.resolve("policy.json"), POLICY));
      for (int i = 0; i < years; i++) {
        PlantedYear year = new PlantedYear(plan, seed + i);
        year.write(folder);
        IngestOptions options =
            IngestOptions.of(folder.resolve("gradings.csv"), policy)
                .withVerdicts(folder.resolve("verdicts.csv"));
        score.add(
            year, ReportBuilder.build(Ingest.read(options), policy, Optional.empty(), "study"));
      }
    } finally {
      delete(folder);
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void nobodyDiffers(int years) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "## Nobody differs%n%nEvery name is wrong, so that the false-discovery rate is the share of"
            + " years with a name; nominal at most 5 %%. In brackets Clopper-Pearson limits at"
            + " 95 %%.%n%n| people | years | selection | years with a name | a guideline problem"
            + " |%n|---|---|---|---|---|%n");
    int each = years / PEOPLE.length;
    Score all = new Score();
    for (int i = 0; i < PEOPLE.length; i++) {
      boolean isByGrade = i % 2 == 1;
      Score s = score(plan(PEOPLE[i], isByGrade, 0), each, 20_260_000 + 1000L * i);
      System.out.printf(
          Locale.ROOT,
          "| %d | %d | %s | %s | %s |%n",
          PEOPLE[i],
          s.years,
          isByGrade ? "by grade given, weeks correlated (.01)" : "a random half",
          share(s.withName, s.years),
          share(s.withGuideline, s.years));
      all.years += s.years;
      all.withName += s.withName;
      all.withGuideline += s.withGuideline;
    }
    System.out.printf(
        Locale.ROOT,
        "| all | %d | | %s | %s |%n",
        all.years,
        share(all.withName, all.years),
        share(all.withGuideline, all.years));
  }

  private static Plan plan(int people, boolean isByGrade, int different) {
    return new Plan(people, 300, isByGrade, isByGrade ? .01 : 0, different);
  }

  private static void someDiffer(int years) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%n## Some differ%n%nA quarter of the people err more: every second of them 2.5 times as"
            + " often, the others by giving C for B in 12 %% more. False share: mean over the years"
            + " of the wrong ones among those named (0 where nobody is), and mean over the people"
            + " named of their wrong boundaries, with standard errors.%n%n| people | years | names"
            + " wrong | boundaries wrong | years with a wrong name | planted people found"
            + " |%n|---|---|---|---|---|---|%n");
    int[] people = {8, 16, 40, 100};
    for (int i = 0; i < people.length; i++) {
      Score s =
          score(
              plan(people[i], i % 2 == 1, people[i] / 4),
              years / people.length,
              20_270_000 + 1000L * i);
      System.out.printf(
          Locale.ROOT,
          "| %d | %d | %s | %s | %s | %s |%n",
          people[i],
          s.years,
          mean(s.falseShare, s.falseSquares, s.years),
          mean(s.falseCells, s.cellSquares, s.years),
          share(s.withWrong, s.years),
          share(s.found, s.planted));
    }
  }

  private static String mean(double sum, double squares, int n) {
    double mean = sum / n;
    double error = Math.sqrt(Math.max(0, squares / n - mean * mean) / n);
    return String.format(Locale.ROOT, "%.1f %% (± %.1f)", 100 * mean, 100 * error);
  }

  static String share(int x, int n) {
    return String.format(
        Locale.ROOT,
        "%.1f %% (%.1f to %.1f)",
        100.0 * x / n,
        100 * EffectiveClopperPearson.lower(x, n, ONE_SIDED),
        100 * EffectiveClopperPearson.upper(x, n, ONE_SIDED));
  }

  /**
   * Makes the tables.
   *
   * @param args years without a difference, years with some, seeds of the demo year; 0 leaves one
   *     out
   * @throws IOException if the temporary folder cannot be used
   */
  public static void main(String[] args) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "# Training needs that reports state%n%nYears of 50 weeks, about 300 checks per person at a"
            + " rate of errors of 3 and 6 %% in two streams; through files and"
            + " `findings`.%n%nCommand: `java -cp bench/target/benchmarks.jar"
            + " org.assay.bench.study.needs.NeedsStudy %s`%n%n",
        String.join(" ", args));
    int[] n = Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    if (n[0] > 0) {
      nobodyDiffers(n[0]);
    }
    if (n[1] > 0) {
      someDiffer(n[1]);
    }
    if (n[2] > 0) {
      new DemoSeeds().print(n[2]);
    }
  }
}
