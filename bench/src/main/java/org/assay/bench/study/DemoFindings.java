package org.assay.bench.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.assay.data.ErrorClass;
import org.assay.data.Gradings;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.data.Verdicts.ReferenceRule;
import org.assay.drift.AssessorDrift;
import org.assay.drift.AssessorDrift.Conclusion;
import org.assay.drift.AssessorTrend;
import org.assay.drift.AssessorTrends;
import org.assay.drift.AssessorTrends.TrendOptions;
import org.assay.drift.DriftOptions;
import org.assay.drift.DriftTable;
import org.assay.drift.TeamDrift;
import org.assay.estimate.CheckCell;
import org.assay.estimate.CheckCounts;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignRates;
import org.assay.estimate.ReferenceChecks;
import org.assay.io.simulate.TeamFile;
import org.assay.result.Interval;
import org.assay.simulate.SimulatedYear;
import org.assay.simulate.Team;

/**
 * Question: do the truths planted in the demo year show, whatever the seed?
 *
 * <p>Run from the top folder: {@code java -cp bench/target/benchmarks.jar
 * org.assay.bench.study.DemoFindings 40 > bench/results/demo-findings.md}
 */
public final class DemoFindings {
  private static final int CHANGE_WEEK = 37; // of a07

  private final Team team;
  private final SimulatedYear year;
  private final Verdicts verdicts;
  private final Gradings gradings;
  private final ErrorClass any;
  private final Map<String, Double> found = new LinkedHashMap<>();

  private DemoFindings(Team team) {
    this.team = team;
    this.year = SimulatedYear.of(team);
    this.verdicts = year.verdicts();
    this.gradings = year.gradings();
    this.any = ErrorClass.any(gradings.scheme());
    rates();
    caseMix();
    cells();
    trends();
    copying();
    critical();
    reviewers();
  }

  /**
   * Plays the seeds and prints the table.
   *
   * @param args number of seeds
   * @throws IOException if the parameter file cannot be read
   */
  public static void main(String[] args) throws IOException {
    Team team = TeamFile.read(Path.of("datasets/demo/team.json"));
    List<Map<String, Double>> all = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      all.add(new DemoFindings(team.withSeed(team.seed() + i)).found);
    }
    System.out.printf(
        Locale.ROOT,
        "# What shows of the planted truths, seeds %d to %d%n%n"
            + "Yes is 1, no is 0, so that a mean is a share.%n%n"
            + "| finding | seed %d | mean | least | most |%n|---|---|---|---|---|%n",
        team.seed(),
        team.seed() + all.size() - 1,
        team.seed());
    for (String name : all.get(0).keySet()) {
      var summary = all.stream().mapToDouble(m -> m.get(name)).summaryStatistics();
      System.out.printf(
          Locale.ROOT,
          "| %s | %.4g | %.4g | %.4g | %.4g |%n",
          name,
          all.get(0).get(name),
          summary.getAverage(),
          summary.getMin(),
          summary.getMax());
    }
  }

  private void put(String name, double value) {
    found.put(name, value);
  }

  private void put(String name, boolean value) {
    found.put(name, value ? 1.0 : 0.0);
  }

  private String assessor(int row) {
    return gradings.assessor().id(verdicts.selections().grading(row));
  }

  private boolean isRandom(int row, Blindness blind) {
    return verdicts.selections().isRandom(row) && verdicts.selections().blindness(row) == blind;
  }

  private double share(IntPredicate which) {
    long errors = 0;
    long checked = 0;
    for (int row = 0; row < verdicts.size(); row++) {
      if (which.test(row)) {
        checked++;
        errors += verdicts.isError(row) ? 1 : 0;
      }
    }
    return (double) errors / checked;
  }

  private void rates() {
    List<CheckCell> cells = CheckCounts.of(verdicts, Periods.all()).snapshot();
    DesignRate blind = DesignRates.of(cells, any, Blindness.BLIND);
    double truth = year.truth().overall().errorRate();
    Interval interval = blind.interval(.95);
    double nonBlind = DesignRates.of(cells, any, Blindness.NON_BLIND).rate().value();
    put("P1 true error rate, %", 100 * truth);
    put("P1 blind, weighted, %", 100 * blind.rate().value());
    put("P1 its 95 % interval holds the true rate", interval.contains(truth));
    put("P1 width of the interval, points", 100 * interval.width());
    put("P1 naive: random checks unweighted, %", 100 * share(verdicts.selections()::isRandom));
    put(
        "P1 naive: random and targeted pooled, %",
        100
            * share(
                row ->
                    verdicts.selections().isRandom(row)
                        || verdicts.selections().method(row) == SelectionMethod.TARGETED));
    put("P2 non-blind, weighted, %", 100 * nonBlind);
    put("P2 non-blind over blind", nonBlind / blind.rate().value());
  }

  private void caseMix() {
    List<CheckCell> cells = CheckCounts.of(verdicts, Periods.all()).snapshot();
    var crude = new HashMap<Integer, Double>();
    var standard = new HashMap<Integer, Double>();
    DesignRates.groups(cells, CheckCell::assessor)
        .forEach(
            (a, own) -> {
              if (gradings.assessor().ids().id(a).equals("a12")) {
                return;
              }
              crude.put(a, DesignRates.of(own, any, Blindness.BLIND).rate().value());
              double rate = 0;
              for (var stream : DesignRates.groups(own, CheckCell::stream).entrySet()) {
                String id =
                    gradings
                        .attribute(Gradings.Attribute.STREAM)
                        .orElseThrow()
                        .ids()
                        .id(stream.getKey());
                double share =
                    team.streams().stream()
                        .filter(s -> s.id().equals(id))
                        .mapToDouble(s -> s.share())
                        .sum();
                DesignRate own2 = DesignRates.of(stream.getValue(), any, Blindness.BLIND);
                rate += share * (own2.rate().defined() ? own2.rate().value() : 0);
              }
              standard.put(a, rate);
            });
    put("P3 crude rank of a03 of 11, 1 is the lowest rate", rank(crude, "a03"));
    put("P3 rank of a03 standardised by stream", rank(standard, "a03"));
    put("P13 rank of a08 standardised by stream", rank(standard, "a08"));
  }

  private int rank(Map<Integer, Double> rates, String assessor) {
    double own = rates.get(gradings.assessor().ids().code(assessor).orElseThrow());
    return 1 + (int) rates.values().stream().filter(r -> r < own).count();
  }

  // P(reference | assigned grade) needs no weights; each assessor's cells against all others'.
  private void cells() {
    int k = gradings.scheme().size();
    var counts = new TreeMap<String, long[]>();
    long[] all = new long[k * k];
    for (int row = 0; row < verdicts.size(); row++) {
      if (isRandom(row, Blindness.BLIND)) {
        int cell = verdicts.reference().get(row) * k + verdicts.grade(row);
        counts.computeIfAbsent(assessor(row), a -> new long[k * k])[cell]++;
        all[cell]++;
      }
    }
    var scores = new ArrayList<Map.Entry<String, Double>>();
    counts.forEach(
        (assessor, own) -> {
          for (int cell = 0; cell < k * k; cell++) {
            long n = 0;
            long m = 0;
            for (int r = 0; r < k; r++) {
              n += own[r * k + cell % k];
              m += all[r * k + cell % k];
            }
            double rest = (double) (all[cell] - own[cell]) / (m - n);
            if (cell / k != cell % k && n >= 100 && own[cell] >= 5) {
              double z =
                  ((double) own[cell] / n - rest)
                      / Math.sqrt(rest * (1 - rest) * (1.0 / n + 1.0 / (m - n)));
              String name =
                  assessor
                      + " "
                      + gradings.scheme().grade(cell / k)
                      + gradings.scheme().grade(cell % k);
              scores.add(Map.entry(name, z));
            }
          }
        });
    scores.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    put("P4 strongest cell is a05, reference B graded C", scores.get(0).getKey().equals("a05 BC"));
    put("P4 its z", scores.get(0).getValue());
    put(
        "P4 largest z of anybody but a05 and a07",
        scores.stream()
            .filter(s -> !s.getKey().matches("a0[57].*"))
            .mapToDouble(Map.Entry::getValue)
            .max()
            .orElse(0));
  }

  private void trends() {
    long[] times = gradings.gradedAt().orElseThrow();
    Periods weeks =
        Periods.between(PeriodKind.WEEK, team.calendar().zone(), times[0], times[times.length - 1]);
    int signals = 0;
    double week = 0;
    for (AssessorTrend t :
        AssessorTrends.of(verdicts, any, weeks, TrendOptions.weekly(Blindness.BLIND))) {
      if (!t.signals().isEmpty()) {
        if (t.assessor().equals("a07")) {
          week = t.signals().get(0).at() + 1;
        } else {
          signals++;
        }
      }
    }
    put("P5 a07 signals on the chart of all errors", week > 0);
    put("P5 in week (0: not)", week);
    put("P7 others who signal, of 10", signals);
    drift(weeks);
  }

  // As the report looks for it: five parts in seven of 5 % are for people.
  private void drift(Periods weeks) {
    TeamDrift drift =
        TeamDrift.of(
            DriftTable.byAssessor(
                ReferenceChecks.of(verdicts, ReferenceRule.FIRST_BLIND), weeks, Blindness.BLIND),
            DriftOptions.usual().withFalseDiscoveryRate(.05 / 1.4));
    int planted = gradings.assessor().ids().code("a07").orElseThrow();
    int cell =
        gradings.scheme().code("C").orElseThrow() * gradings.scheme().size()
            + gradings.scheme().code("B").orElseThrow();
    AssessorDrift a07 = drift.assessors().get(planted);
    boolean flagged = a07.conclusion() == Conclusion.DRIFTING;
    put("P5 a07 flagged beside its peers", flagged);
    put(
        "P5 named as C graded B, more",
        a07.cells().stream().anyMatch(c -> c.cell() == cell && c.more()));
    put(
        "P5 the set of weeks holds week 37",
        flagged && a07.changes().get(0).periods().contains(CHANGE_WEEK - 1));
    put(
        "P7 others flagged beside their peers, of 11",
        (double) drift.drifting().length - (flagged ? 1 : 0));
    put("P14, P15 moves of everybody", (double) drift.moves().size());
  }

  private void copying() {
    var byItem = new HashMap<String, Map<String, Integer>>();
    for (int row = 0; row < verdicts.size(); row++) {
      if (verdicts.selections().method(row) == SelectionMethod.SEEDED && verdicts.isError(row)) {
        byItem
            .computeIfAbsent(
                gradings.item().id(verdicts.selections().grading(row)), i -> new TreeMap<>())
            .put(assessor(row), verdicts.grade(row));
      }
    }
    var pairs = new HashMap<String, Integer>();
    for (Map<String, Integer> wrong : byItem.values()) {
      for (var a : wrong.entrySet()) {
        for (var b : wrong.entrySet()) {
          if (a.getKey().compareTo(b.getKey()) < 0 && a.getValue().equals(b.getValue())) {
            pairs.merge(a.getKey() + b.getKey(), 1, Integer::sum);
          }
        }
      }
    }
    put("P8 identical wrong grades of a09 and a10", pairs.remove("a09a10"));
    put("P8 most of any other pair", pairs.values().stream().mapToInt(n -> n).max().orElse(0));
  }

  private void critical() {
    ErrorClass critical = team.grading().criticalErrors();
    long[] times = gradings.gradedAt().orElseThrow();
    Periods quarters =
        Periods.between(
            PeriodKind.QUARTER, team.calendar().zone(), times[0], times[times.length - 1]);
    List<CheckCell> cells = CheckCounts.of(verdicts, quarters).snapshot();
    put("P11 true critical rate, %", 100 * year.truth().overall().criticalRate());
    var byQuarter = DesignRates.groups(cells, CheckCell::period);
    DesignRate second = DesignRates.of(byQuarter.get(1), critical, Blindness.BLIND);
    put("P11 critical errors among blind checks, second quarter", (double) second.errors());
    put("P11 upper 95 % bound, second quarter, %", 100 * second.upperBound(.95));
    DesignRate whole = DesignRates.of(cells, critical, Blindness.BLIND);
    put("P11 upper 95 % bound, whole year, %", 100 * whole.upperBound(.95));
    long passed =
        byQuarter.values().stream()
            .filter(q -> DesignRates.of(q, any, Blindness.BLIND).upperBound(.95) <= .05)
            .count();
    put("quarters in which the unit is shown to be at most 5 %, of 4", (double) passed);
    put("P10 error rate in the checks of a12, % (3 of 40)", 100 * share(this::isOfNewcomer));
  }

  private boolean isOfNewcomer(int row) {
    return verdicts.selections().isRandom(row) && assessor(row).equals("a12");
  }

  private void reviewers() {
    for (Blindness blind : List.of(Blindness.BLIND, Blindness.NON_BLIND)) {
      double own = share(row -> isRandom(row, blind) && verdicts.reviewer().id(row).equals("q4"));
      double others =
          share(row -> isRandom(row, blind) && !verdicts.reviewer().id(row).equals("q4"));
      put("P19 errors found by q4 over those by others, " + blind, own / others);
    }
  }
}
