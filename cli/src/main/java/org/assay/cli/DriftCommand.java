package org.assay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.ingest.InputTables;
import org.assay.io.ingest.Intake;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.DriftText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who has changed, since when and in what. */
@Command(
    name = "drift",
    description =
        "Say who has changed beside their peers, since when and in what, and what moved for"
            + " everybody.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay drift --gradings g.csv --verdicts v.csv --policy policy.json",
      "  assay drift --gradings g.csv --verdicts v.csv --policy policy.json --assessor a07",
      "  assay drift --gradings g.csv --verdicts v.csv --policy policy.json --json",
      "",
      "Random checks with recorded probabilities are used, those that the rates of the",
      "report stand on; the gradings must carry times. Nothing is written.",
      "Exit status: 0 done, whatever was found; 1 rows are excluded and --fail-on excluded",
      "was given; 2 a table or the policy cannot be used at all."
    })
final class DriftCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private GradingsArgument input;

  @Mixin private VerdictsOption verdicts;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      required = true,
      description = "Grading scheme, zone and drift budget, JSON.")
  private Path policy;

  @Option(names = "--assessor", paramLabel = "ID", description = "Print the line of one assessor.")
  private String assessor;

  @Mixin private ResultOptions results;

  @Override
  public Integer call() throws IOException {
    InputTables tables = input.with(verdicts);
    Policy rules = PolicyReader.read(policy);
    Intake intake;
    DriftText drift;
    try (ProgressBar bar = ProgressBar.onTerminal(spec.commandLine().getErr())) {
      bar.update("reading", 0);
      intake = Ingest.read(IngestOptions.of(tables, rules));
      bar.update("comparing with simulated teams", 0);
      drift = DriftText.of(intake, rules);
    }
    PrintWriter print = results.out(spec);
    print.print(results.json() ? drift.json() : drift.page(Optional.ofNullable(assessor)));
    return results.status(
        false,
        false,
        intake.ledger().gradings().rowsExcluded() + intake.ledger().verdicts().rowsExcluded() > 0);
  }
}
