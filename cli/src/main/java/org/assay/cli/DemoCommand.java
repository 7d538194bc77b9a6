package org.assay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.ReportJob;
import org.assay.io.simulate.SimulationFiles;
import org.assay.io.simulate.TeamFile;
import org.assay.simulate.Team;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays the demo year and reports on it. */
@Command(
    name = "demo",
    description = "Play a year of a million gradings with planted truths, and report on it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay demo",
      "  assay demo --seed 7 --out another-year/",
      "",
      "datasets/demo/README.md says what is planted, and what the report must find."
    })
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "demo-out",
      description = "Folder for data/ and report/ (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(names = "--seed", description = "Seed in place of the one in datasets/demo/team.json.")
  private Long seed;

  @Mixin private OutputOption output;

  @Override
  public Integer call() throws IOException {
    Team parameters = TeamFile.read(DemoFiles.team());
    Team team = seed == null ? parameters : parameters.withSeed(seed);
    Path data = out.resolve("data");
    Path report = out.resolve("report");
    ReportJob.Result result;
    try (ProgressBar bar = ProgressBar.onTerminal(spec.commandLine().getErr())) {
      SimulationFiles.write(
          team,
          DemoFiles.policy(),
          data,
          new SimulationFiles.Options(false, output.force()),
          percent -> bar.update("simulating", percent / 100.0));
      Path policy = data.resolve("policy.json");
      result =
          ReportJob.run(
              IngestOptions.of(data.resolve("gradings.csv"), PolicyReader.read(policy))
                  .withVerdicts(data.resolve("verdicts.csv")),
              policy,
              Optional.empty(),
              new ReportJob.Target(report, output.force()),
              new ReportJob.Made(Long.toString(team.seed()), Version.number()),
              bar::update);
    }
    PrintWriter print = spec.commandLine().getOut();
    print.print(result.summary());
    print.println();
    print.println("The report is   " + report.resolve("index.html"));
    print.println(
        "The data are in " + data + ", what was planted in " + data.resolve("truth.json"));
    return 0;
  }
}
