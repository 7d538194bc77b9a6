package org.assay.bench.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.assay.data.GradingScheme;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.estimate.CheckCounts;
import org.assay.interval.EffectiveClopperPearson;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.FindingPart;
import org.assay.io.report.FindingPart.FindingKind;
import org.assay.io.report.ReportBuilder;
import org.assay.io.report.ReportModel;
import org.assay.io.simulate.TeamFile;
import org.assay.needs.PeerComparison;
import org.assay.needs.TrainingNeeds;
import org.assay.simulate.SimulatedYear;
import org.assay.simulate.Team;

/**
 * Question: how often does a report name somebody where nobody differs, and how often does it find
 * somebody who does?
 *
 * <p>Teams are simulated, written as CSV files, read and reported on like any other; the findings
 * are scored. Run: {@code java -cp bench/target/benchmarks.jar org.assay.bench.study.NamesStudy 60
 * > bench/results/names.md} (reports per row).
 */
public final class NamesStudy {
  private static final double CONFIDENCE = 0.95;
  private static final Set<String> WORSE = Set.of("a05", "a06", "a07", "a08", "a11");
  private static final String POLICY =
      """
      {"scheme": {"version": "1", "grades": ["A", "B", "C", "D"], "ordered": true},
       "levels": [{"name": "any", "counts": "any", "acceptable": 0.05, "unacceptable": 0.2,
         "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "unit", "period": "all"}]}
      """;

  /**
   * A team.
   *
   * @param name for the table
   * @param people number of assessors
   * @param checks per person, on average
   * @param weeks that the work takes
   * @param rate of errors
   * @param correlation of errors of one person and week (intraclass)
   * @param isUneven whether loads differ, from a third to five times the usual
   * @param isByGrade whether gradings are chosen by the grade given, at .2 to .8, else half of them
   * @param hasStreams whether there is a stream with twice the errors that a third of the people
   *     have most of
   * @param seen share of the checks made in sight of the grade, which find 55 % of errors
   * @param commonest share of the items that have the first grade
   * @param factor of the first person's errors
   * @param mixUp chance by which the first person gives C for B, beyond other errors
   */
  record Design(
      String name,
      int people,
      int checks,
      int weeks,
      double rate,
      double correlation,
      boolean isUneven,
      boolean isByGrade,
      boolean hasStreams,
      double seen,
      double commonest,
      double factor,
      double mixUp) {
    static Design plain(String name, int people, int checks, int weeks, double rate) {
      return new Design(name, people, checks, weeks, rate, 0, false, false, false, 0, .4, 1, 0);
    }

    Design clustered(double c) {
      return new Design(
          name,
          people,
          checks,
          weeks,
          rate,
          c,
          isUneven,
          isByGrade,
          hasStreams,
          seen,
          commonest,
          factor,
          mixUp);
    }

    Design uneven() {
      return new Design(
          name,
          people,
          checks,
          weeks,
          rate,
          correlation,
          true,
          isByGrade,
          hasStreams,
          seen,
          commonest,
          factor,
          mixUp);
    }

    Design byGrade() {
      return new Design(
          name,
          people,
          checks,
          weeks,
          rate,
          correlation,
          isUneven,
          true,
          hasStreams,
          seen,
          commonest,
          factor,
          mixUp);
    }

    Design streams() {
      return new Design(
          name,
          people,
          checks,
          weeks,
          rate,
          correlation,
          isUneven,
          isByGrade,
          true,
          seen,
          commonest,
          factor,
          mixUp);
    }

    Design inSight(double share) {
      return new Design(
          name,
          people,
          checks,
          weeks,
          rate,
          correlation,
          isUneven,
          isByGrade,
          hasStreams,
          share,
          commonest,
          factor,
          mixUp);
    }

    Design prevalence(double share) {
      return new Design(
          name,
          people,
          checks,
          weeks,
          rate,
          correlation,
          isUneven,
          isByGrade,
          hasStreams,
          seen,
          share,
          factor,
          mixUp);
    }

    Design planted(double times, double boundary) {
      return new Design(
          name,
          people,
          checks,
          weeks,
          rate,
          correlation,
          isUneven,
          isByGrade,
          hasStreams,
          seen,
          commonest,
          times,
          boundary);
    }
  }

  /**
   * What the reports on a design said.
   *
   * @param reports made
   * @param wrong of them, with a name that should not be there
   * @param found of them, that name the first person
   * @param boundary of them, that tie the planted boundary to the first person
   */
  record Score(int reports, int wrong, int found, int boundary) {}

  private final Design design;
  private final SplittableRandom random;
  private final StringBuilder gradings =
      new StringBuilder("item_id,assessor_id,grade,graded_at,stream_id\n");
  private final StringBuilder verdicts =
      new StringBuilder(
          "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind\n");
  private int items;

  private NamesStudy(Design design, long seed) {
    this.design = design;
    this.random = new SplittableRandom(seed);
    for (int person = 0; person < design.people(); person++) {
      double load = design.isUneven() ? .33 * Math.exp(random.nextDouble() * 2.7) : 1;
      for (int week = 0; week < design.weeks(); week++) {
        week(person, week, load * design.checks() / design.weeks() / .5);
      }
    }
  }

  private void week(int person, int week, double mean) {
    double rate = design.rate() * (person == 0 ? design.factor() : 1);
    if (design.correlation() > 0) {
      rate *= frailty(design.correlation() * (1 - rate) / rate);
    }
    int n = (int) (mean + random.nextDouble());
    for (int i = 0; i < n; i++) {
      grading(person, Instant.parse("2025-01-06T08:00:00Z").plusSeconds(week * 604_800L), rate);
    }
  }

  // Mean 1 and the given variance: a sum of exponentials, the last of them by chance.
  private double frailty(double variance) {
    double shape = 1 / variance;
    int whole = (int) shape;
    int pieces = whole + (random.nextDouble() < shape - whole ? 1 : 0);
    double sum = 0;
    for (int i = 0; i < pieces; i++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return sum / shape;
  }

  private void grading(int person, Instant week, double rate) {
    boolean hard = design.hasStreams() && random.nextDouble() < (person % 3 == 0 ? .8 : .2);
    int reference = reference();
    boolean errs = random.nextDouble() < rate * (hard ? 2 : 1);
    int grade = errs ? beside(reference) : reference;
    if (person == 0 && reference == 1 && random.nextDouble() < design.mixUp()) {
      grade = 2;
    }
    Instant at = week.plusSeconds(random.nextInt(5) * 86_400L + random.nextInt(28_800));
    String item = "i" + items++;
    gradings.append(
        String.format(
            Locale.ROOT,
            "%s,a%03d,%s,%s,%s\n",
            item,
            person,
            "ABCD".charAt(grade),
            at,
            hard ? "hard" : "bulk"));
    double probability = design.isByGrade() ? .2 * (1 + grade) : .5;
    if (random.nextDouble() < probability) {
      boolean isSeen = random.nextDouble() < design.seen();
      int verdict = isSeen && random.nextDouble() < .45 ? grade : reference;
      verdicts.append(
          String.format(
              Locale.ROOT,
              "%s,q1,%s,%s,SRS,%s,%s\n",
              item,
              "ABCD".charAt(verdict),
              at.plusSeconds(86_400),
              probability,
              isSeen ? "NON_BLIND" : "BLIND"));
    }
  }

  private int reference() {
    double u = random.nextDouble();
    double rest = 1 - design.commonest();
    return u < design.commonest() ? 0 : u < 1 - rest / 2 ? 1 : u < 1 - rest / 6 ? 2 : 3;
  }

  private int beside(int reference) {
    int grade = random.nextBoolean() ? reference - 1 : reference + 1;
    return grade < 0 ? 1 : grade > 3 ? 2 : grade;
  }

  private ReportModel report(Path folder, Policy policy) throws IOException {
    Path g = Files.writeString(folder.resolve("gradings.csv"), gradings);
    Path v = Files.writeString(folder.resolve("verdicts.csv"), verdicts);
    IngestOptions options = IngestOptions.of(g, policy).withVerdicts(v);
    return ReportBuilder.build(Ingest.read(options), policy, Optional.empty(), "study");
  }

  /** Reports on teams of one design. */
  static Score run(Design design, int reports, long seed) throws IOException {
    Path folder = Files.createTempDirectory("names");
    try {
      Policy policy = PolicyReader.read(Files.writeString(folder.resolve("policy.json"), POLICY));
      boolean isPlanted = design.factor() != 1 || design.mixUp() != 0;
      int wrong = 0;
      int found = 0;
      int boundary = 0;
      for (int i = 0; i < reports; i++) {
        ReportModel report = new NamesStudy(design, seed + i).report(folder, policy);
        List<FindingPart.Finding> names =
            report.findings().stream()
                .filter(f -> f.about().containsKey("assessor") && f.kind() != FindingKind.LEVEL)
                .toList();
        boolean first = names.stream().anyMatch(f -> f.about().get("assessor").equals("a000"));
        boolean others = names.stream().anyMatch(f -> !f.about().get("assessor").equals("a000"));
        wrong += others || first && !isPlanted ? 1 : 0;
        found += first && isPlanted ? 1 : 0;
        boundary += names.stream().anyMatch(NamesStudy::isPlantedBoundary) ? 1 : 0;
      }
      return new Score(reports, wrong, found, boundary);
    } finally {
      for (String file : List.of("gradings.csv", "verdicts.csv", "policy.json")) {
        Files.deleteIfExists(folder.resolve(file));
      }
      Files.delete(folder);
    }
  }

  private static boolean isPlantedBoundary(FindingPart.Finding f) {
    return f.about().get("assessor").equals("a000")
        && "B".equals(f.evidence().get("reference"))
        && "C".equals(f.evidence().get("grade"));
  }

  /** Teams in which nobody differs. */
  static List<Design> nulls() {
    return List.of(
        Design.plain("8 people, 4 weeks", 8, 150, 4, .05),
        Design.plain("4 people, one week", 4, 70, 1, .08),
        Design.plain("24 people, uneven loads", 24, 80, 8, .06).uneven(),
        Design.plain("12 people, chosen by grade, two streams", 12, 300, 16, .035)
            .byGrade()
            .streams(),
        Design.plain("12 people, correlation .02, uneven loads", 12, 500, 16, .035)
            .uneven()
            .clustered(.02),
        Design.plain("5 people, correlation .02", 5, 200, 4, .05).clustered(.02),
        Design.plain("100 people, uneven loads", 100, 80, 6, .04).uneven(),
        Design.plain("12 people, one grade at 95 %, half in sight", 12, 250, 10, .04)
            .prevalence(.95)
            .inSight(.5));
  }

  /**
   * Makes the table.
   *
   * @param args reports per row of teams without and with differences, seeds of the demo year
   * @throws IOException if the temporary folder cannot be used
   */
  public static void main(String[] args) throws IOException {
    int reports = Integer.parseInt(args[0]);
    int powerReports = Integer.parseInt(args[1]);
    System.out.printf(
        Locale.ROOT,
        "# Who is named in a report, by chance and by right%n%n%d reports per row, through files,"
            + " seed 20250106; in brackets Clopper-Pearson limits at 95 %%. Promised: at most 5 %%"
            + " of reports on teams without differences.%n%n| nobody differs | checks each | weeks"
            + " | rate | reports that name somebody |%n|---|---|---|---|---|%n",
        reports);
    int wrong = 0;
    for (Design d : nulls()) {
      Score s = run(d, reports, 20_250_106);
      wrong += s.wrong();
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %d | %s | %s |%n",
          d.name(),
          d.checks(),
          d.weeks(),
          d.rate(),
          share(s.wrong(), reports));
    }
    System.out.printf(Locale.ROOT, "| all | | | | %s |%n", share(wrong, reports * nulls().size()));
    System.out.printf(
        Locale.ROOT,
        "%nOne of 12 differs; everybody has that many checks in 16 weeks, and the usual rate of"
            + " errors is 3.5 %%. %d reports per cell.%n%n"
            + "| planted | 100 checks each | 250 | 500 | 1,000 |%n|---|---|---|---|---|%n",
        powerReports);
    for (double factor : new double[] {1.5, 2, 3}) {
      row("errors times " + factor + ": named", powerReports, factor, 0);
    }
    for (double mixUp : new double[] {.05, .1}) {
      row("C for B in " + mixUp + " more: that boundary named", powerReports, 1, mixUp);
    }
    demo(Integer.parseInt(args[2]));
  }

  // The year itself, not its files: these take a minute a seed. The call is the report's.
  private static void demo(int seeds) throws IOException {
    Team team = TeamFile.read(Path.of("datasets/demo/team.json"));
    int boundary = 0;
    int wrong = 0;
    for (int i = 0; i < seeds; i++) {
      SimulatedYear year = SimulatedYear.of(team.withSeed(team.seed() + i));
      LongSummaryStatistics span =
          Arrays.stream(year.gradings().gradedAt().orElseThrow()).summaryStatistics();
      Periods weeks =
          Periods.between(PeriodKind.WEEK, team.calendar().zone(), span.getMin(), span.getMax());
      GradingScheme scheme = year.gradings().scheme();
      TrainingNeeds needs =
          TrainingNeeds.of(
              CheckCounts.of(year.verdicts(), weeks).snapshot(), scheme.size(), 1 - CONFIDENCE);
      int b = scheme.code("B").orElseThrow();
      int c = scheme.code("C").orElseThrow();
      boolean isWrong = false;
      for (PeerComparison p : needs.comparisons()) {
        String id = year.gradings().assessor().ids().id(p.code());
        boundary +=
            id.equals("a05")
                    && p.boundaries().stream().anyMatch(x -> x.reference() == b && x.grade() == c)
                ? 1
                : 0;
        isWrong |= p.named() && !WORSE.contains(id);
      }
      wrong += isWrong ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%nThe demo year (datasets/demo), %d seeds: a05's boundary, reference B graded C, is named"
            + " in %s; somebody who is not planted to err more (a05 to a08 and a11 are) in %s.%n",
        seeds,
        share(boundary, seeds),
        share(wrong, seeds));
  }

  private static void row(String name, int reports, double factor, double mixUp)
      throws IOException {
    StringBuilder row = new StringBuilder("| " + name);
    for (int checks : new int[] {100, 250, 500, 1000}) {
      Score s =
          run(Design.plain("", 12, checks, 16, .035).planted(factor, mixUp), reports, 20_260_106);
      row.append(" | ").append(share(mixUp > 0 ? s.boundary() : s.found(), reports));
    }
    System.out.println(row + " |");
  }

  private static String share(int x, int n) {
    double oneSided = (1 + CONFIDENCE) / 2;
    return String.format(
        Locale.ROOT,
        "%.1f %% (%.1f to %.1f)",
        100.0 * x / n,
        100 * EffectiveClopperPearson.lower(x, n, oneSided),
        100 * EffectiveClopperPearson.upper(x, n, oneSided));
  }
}
