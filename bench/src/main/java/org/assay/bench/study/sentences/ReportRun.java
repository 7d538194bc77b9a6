package org.assay.bench.study.sentences;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.io.BadInputException;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.plan.PlannedChecks;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.ReportJob;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports teams from files in a folder, as a user would. */
final class ReportRun {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  private record Run(long seed, int number) {}

  ReportRun(Path folder) {
    this.folder = folder;
  }

  /** Reports that many teams of a design and scores what is said. */
  SentenceScore score(TeamDesign design, int teams, long seed) {
    SentenceScore score = new SentenceScore(design);
    SentenceReader reader = new SentenceReader(score);
    for (int run = 0; run < teams; run++) {
      int number = run;
      List<PlantedTeam> looks = new ArrayList<>(design.team(seed, run));
      List<JsonNode> reports = reports(score, design, looks, new Run(seed, number));
      if (!reports.isEmpty()) {
        reader.read(looks, reports, run);
      }
    }
    return score;
  }

  /** The reports at every look; none when there is one without. */
  private List<JsonNode> reports(
      SentenceScore score, TeamDesign design, List<PlantedTeam> looks, Run run) {
    List<JsonNode> reports = new ArrayList<>();
    try {
      forget();
      for (PlantedTeam team : looks) {
        reports.add(report(team, plan(score, design, team, run)));
      }
      Optional<PlantedTeam> next =
          design.sequel(run.seed, run.number, reports.get(reports.size() - 1));
      if (next.isPresent()) {
        looks.add(next.get());
        reports.add(report(next.get(), Optional.empty()));
      }
      score.add(Statement.NO_REPORT, false);
      return reports;
    } catch (BadInputException e) {
      if (looks.get(0).truth().isRefusalRight()) {
        score.refused();
        score.add(Statement.NO_REPORT, false);
        return List.of();
      }
      return none(score, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) { // a defect of the engine is a finding of the study
      return none(score, e);
    }
  }

  // The reports of another team are no earlier looks at this one.
  private void forget() throws IOException {
    Path out = folder.resolve("report");
    if (Files.isDirectory(out)) {
      try (Stream<Path> files = Files.list(out)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static List<JsonNode> none(SentenceScore score, RuntimeException e) {
    score.add(Statement.NO_REPORT, true);
    score.fault(e.toString());
    return List.of();
  }

  /** Follows the plan of a design that has one. */
  private Optional<PlannedChecks.Files> plan(
      SentenceScore score, TeamDesign design, PlantedTeam team, Run run) throws IOException {
    if (design.plan().isEmpty()) {
      return Optional.empty();
    }
    Files.createDirectories(folder);
    PlanFollow follow = new PlanFollow(folder, score);
    follow.follow(team, design.plan().get(), run.number);
    return Optional.of(follow.files());
  }

  private JsonNode report(PlantedTeam team, Optional<PlannedChecks.Files> plan) throws IOException {
    Files.createDirectories(folder);
    team.write(folder);
    Path policy = folder.resolve("policy.json");
    Path out = folder.resolve("report");
    IngestOptions options =
        IngestOptions.of(folder.resolve("gradings.csv"), PolicyReader.read(policy))
            .withVerdicts(folder.resolve("verdicts.csv"));
    ReportJob.run(options, policy, plan, out, null, "study", (task, share) -> {});
    return JSON.readTree(out.resolve("report.json").toFile());
  }
}
