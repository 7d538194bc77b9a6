package org.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.io.files.Kind;
import org.assay.io.files.OutputFiles;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.report.AgreementBuilder;
import org.assay.io.report.AgreementFile;
import org.assay.io.report.AgreementModel;
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
      "  assay agreement --gradings gradings.csv --policy policy.json",
      "  assay agreement --gradings gradings.csv --policy policy.json --by stream \\",
      "                  --out agreement.json",
      "",
      "No verdicts are needed: nobody's grade is taken for the right one. All of the",
      "policy that counts here is the grading scheme and the zone."
    })
final class AgreementCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TablesInput input;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description = "The same by unit, stream, stratum, week, month, quarter or year.")
  private AgreementBuilder.By by;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Every figure, JSON; a file that is there already is not overwritten.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    OutputFiles outputs = new OutputFiles(input.files(), false).require(out);
    if (out != null && Files.exists(out)) {
      outputs.put(out, Kind.ONCE, "");
    }
    IngestOptions options = input.options();
    AgreementModel model =
        AgreementBuilder.build(
            Ingest.read(options),
            Optional.ofNullable(by),
            options.policy().zone(),
            Version.number());
    if (out != null) {
      outputs.put(out, Kind.ONCE, AgreementFile.json(model));
      outputs.write();
    }
    spec.commandLine().getOut().print(AgreementText.of(model));
    return 0;
  }
}
