package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.assay.io.BadInputException;
import org.assay.io.simulate.SimulationFiles;
import org.assay.io.simulate.TeamFile;
import org.assay.simulate.Team;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a synthetic team with planted truths into files. */
@Command(
    name = "simulate",
    description = "Write the gradings and verdicts of a synthetic team with planted truths.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay simulate --out year/                         the demo year",
      "  assay simulate --team my-team.json --seed 7 --out year/",
      "",
      "The parameters are a JSON file; datasets/demo/team.json is the one to start from."
    })
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--team",
      paramLabel = "FILE",
      description = "Parameters of the team; the demo team when absent.")
  private Path team;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy that goes with the team; the demo policy when absent.")
  private Path policy;

  @Option(names = "--seed", description = "Seed in place of the one in the team file.")
  private Long seed;

  @Option(names = "--gzip", description = "Compress the two tables.")
  private boolean gzip;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for gradings.csv, verdicts.csv, policy.json and truth.json.")
  private Path out;

  @Mixin private OutputOption output;

  @Override
  public Integer call() throws IOException {
    Team parameters = TeamFile.read(team == null ? DemoFiles.team() : team);
    Team seeded = seed == null ? parameters : parameters.withSeed(seed);
    try (ProgressBar bar = ProgressBar.onTerminal(spec.commandLine().getErr())) {
      SimulationFiles.write(
          seeded,
          policy == null ? DemoFiles.policy() : policy,
          out,
          new SimulationFiles.Options(gzip, output.force()),
          percent -> bar.update("simulating", percent / 100.0));
    } catch (IllegalArgumentException e) { // what the team asks for cannot be played
      throw new BadInputException(
          (team == null ? "the demo team" : team) + ": " + e.getMessage(), e);
    }
    spec.commandLine().getOut().println("Written to " + out + ", seed " + seeded.seed() + ".");
    return 0;
  }
}
