package org.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.io.files.Kind;
import org.assay.io.files.OutputFiles;
import org.assay.io.ingest.GradesSeen;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.ingest.InputTables;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.AgreementFile;
import org.assay.io.report.AgreementModel;
import org.assay.io.report.AgreementReport;
import org.assay.io.report.AgreementText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How well assessors agree with one another. */
@Command(
    name = "agreement",
    description = "Say how well assessors agree on the items that several of them graded.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay agreement ratings.csv",
      "  assay agreement --wide ratings.xlsx",
      "  assay agreement --format label-studio export.json",
      "  assay agreement answers.csv --column gradings.item_id=question \\",
      "                  --column gradings.assessor_id=worker --column gradings.grade=answer",
      "  assay agreement --gradings gradings.csv --policy policy.json --by stream \\",
      "                  --out agreement.json",
      "",
      "No verdicts are needed: nobody's grade is taken for the right one. All of the",
      "policy that counts here is the grading scheme and the zone; without a policy, grades",
      "that are numbers are ordered (unless --nominal) and others are not, and local times",
      "are taken as they stand."
    })
final class AgreementCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private GradingsArgument input;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Grading scheme, JSON; without it the grades are those that occur.")
  private Path policy;

  @Option(
      names = "--nominal",
      description = "Without a policy: grades have no order, although they are numbers.")
  private boolean nominal;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description = "The same by unit, stream, stratum, week, month, quarter or year.")
  private AgreementReport.By by;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Every figure, JSON; a file that is there already is not overwritten.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<Path> inputs = OutputOption.paths(input.files(), policy);
    OutputFiles outputs = new OutputFiles(inputs, false).require(out);
    if (out != null && Files.exists(out)) {
      outputs.put(out, Kind.ONCE, "");
    }
    IngestOptions options = options();
    AgreementModel model;
    try (ProgressBar bar = ProgressBar.onTerminal(spec.commandLine().getErr())) {
      model =
          AgreementReport.build(
              Ingest.read(
                  options.withProgress((read, all) -> bar.update("reading", share(read, all)))),
              Optional.ofNullable(by),
              options.policy().zone(),
              Version.number(),
              share -> bar.update("comparing assessors", share));
    }
    if (out != null) {
      outputs.put(out, Kind.ONCE, AgreementFile.json(model));
      outputs.write();
    }
    spec.commandLine().getOut().print(AgreementText.of(model));
    return 0;
  }

  private static double share(long read, long all) {
    return all == 0 ? 1 : (double) read / all;
  }

  private IngestOptions options() throws IOException {
    InputTables tables = input.gradings();
    Policy rules =
        policy == null
            ? new Policy(
                    GradesSeen.in(tables.gradings(), tables.gradingColumns(), nominal), List.of())
                .withZone(ZoneOffset.UTC) // times say no more than which grading came first
            : PolicyReader.readScheme(policy);
    return IngestOptions.of(tables, rules);
  }
}
