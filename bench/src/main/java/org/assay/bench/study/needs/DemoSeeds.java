package org.assay.bench.study.needs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.FindingPart.Finding;
import org.assay.io.report.FindingPart.FindingKind;
import org.assay.io.report.LevelPart;
import org.assay.io.report.NeedPart;
import org.assay.io.report.ReportBuilder;
import org.assay.io.report.ReportModel;
import org.assay.io.simulate.SimulationFiles;
import org.assay.io.simulate.TeamFile;
import org.assay.needs.TrainingEffect.TrainingConclusion;
import org.assay.result.Conclusion.State;
import org.assay.simulate.Team;

/**
 * The demo year over seeds, written as files and reported on. Everybody grades a quarter of the
 * items, which takes a quarter of the time; checks per person, week and grade are the demo's (but
 * for grades of which there are fewer than 30 a week, which are checked whole).
 */
final class DemoSeeds {
  /** Planted to err more in everything. */
  private static final Set<String> WORSE = Set.of("a06", "a08", "a11");

  private static final Map<String, String> BOUNDARIES = Map.of("a05", "B>C", "a07", "C>B");

  private static final String TRAINING =
      """
      {"assessor": "a07", "date": "2025-11-17", "since": "2025-09-15",
       "reference": "C", "grade": "B"}\
      """;

  private int boundary;
  private int unplanted;
  private int newcomer;
  private int guideline;
  private int fewer;
  private double ratios;
  private final Map<String, Integer> names = new TreeMap<>();

  void print(int seeds) throws IOException {
    Path folder = Files.createTempDirectory("demo");
    try {
      Path demo = Path.of("datasets/demo");
      String json =
          Files.readString(demo.resolve("team.json"))
              .replace("\"gradingsPerWeek\": 2000", "\"gradingsPerWeek\": 500");
      Team team = TeamFile.read(Files.writeString(folder.resolve("team.json"), json));
      String rules =
          Files.readString(demo.resolve("policy.json"))
              .replace("\"levels\":", "\"trainings\": [" + TRAINING + "], \"levels\":");
      Policy policy = PolicyReader.read(Files.writeString(folder.resolve("rules.json"), rules));
      for (int i = 0; i < seeds; i++) {
        Path files = folder.resolve("year" + i);
        SimulationFiles.write(
            team.withSeed(team.seed() + i), demo.resolve("policy.json"), files, false, p -> {});
        IngestOptions options =
            IngestOptions.of(files.resolve("gradings.csv"), policy)
                .withVerdicts(files.resolve("verdicts.csv"));
        add(ReportBuilder.build(Ingest.read(options), policy, Optional.empty(), "study"));
        NeedsStudy.delete(files);
      }
    } finally {
      NeedsStudy.delete(folder);
    }
    System.out.printf(
        Locale.ROOT,
        "%n## The demo year%n%n%d seeds from that of datasets/demo/team.json, a quarter of its"
            + " gradings, all of its checks.%n%n| planted | reports |%n|---|---|%n| a05's boundary,"
            + " reference B graded C, is named | %d |%n| a boundary, or a person, is named that is"
            + " not planted | %d |%n| a problem of the guideline is named (none is planted) | %d"
            + " |%n| the newcomer a12 is NOT DEMONSTRATED in every level, and not compared | %d"
            + " |%n| a07's training: fewer errors beyond chance and regression to the mean | %d"
            + " |%n%nErrors after the training over those predicted: %.2f on average. Named in how"
            + " many reports: %s. Planted are a05 (B>C), a07 (C>B for nine weeks), a08 (all errors"
            + " 1.25 times), a06 and a11 (1.1 times).%n",
        seeds,
        boundary,
        unplanted,
        guideline,
        newcomer,
        fewer,
        ratios / seeds,
        names);
  }

  private void add(ReportModel report) {
    List<Finding> needs = NeedsStudy.of(report, FindingKind.TRAINING_NEED);
    boolean isWrong = false;
    boolean isFound = false;
    for (Finding f : needs) {
      String who = f.about().get("assessor");
      String cell = f.evidence().get("reference") + ">" + f.evidence().get("grade");
      boolean isCell = f.evidence().containsKey("grade");
      isFound |= who.equals("a05") && cell.equals("B>C");
      isWrong |=
          !WORSE.contains(who)
              && (!BOUNDARIES.containsKey(who) || isCell && !BOUNDARIES.get(who).equals(cell));
      names.merge(who + (isCell ? " " + cell : ""), 1, Integer::sum);
    }
    boundary += isFound ? 1 : 0;
    unplanted += isWrong ? 1 : 0;
    guideline += NeedsStudy.of(report, FindingKind.GUIDELINE).isEmpty() ? 0 : 1;
    NeedPart.Trained training = report.needs().trainings().get(0);
    fewer += training.conclusion() == TrainingConclusion.FEWER ? 1 : 0;
    ratios += training.ratio() == null ? 0 : training.ratio();
    newcomer += isUndecided(report) ? 1 : 0;
  }

  private static boolean isUndecided(ReportModel report) {
    List<LevelPart.Level> levels =
        report.levels().stream().filter(l -> l.member().equals("a12")).toList();
    return !levels.isEmpty()
        && levels.stream().allMatch(l -> l.state() == State.NOT_DEMONSTRATED)
        && report.support().stream()
            .filter(s -> s.assessor().equals("a12"))
            .allMatch(s -> s.comparison() == null);
  }
}
