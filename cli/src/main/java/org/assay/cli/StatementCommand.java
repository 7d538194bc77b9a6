package org.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.assay.io.files.Kind;
import org.assay.io.files.OutputFiles;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.report.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What an assessor may see of their own. */
@Command(
    name = "statement",
    description = "Write what an assessor may see of their own: counts, how chosen, own mix-ups.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay statement --assessor a05 --gradings gradings.csv --verdicts verdicts.csv \\",
      "                  --policy policy.json",
      "  assay statement --assessor a05 --gradings gradings.csv --verdicts verdicts.csv \\",
      "                  --policy policy.json --out a05.html",
      "",
      "Nobody else is named and nobody is ranked. Where fewer than three others were checked,",
      "the team's figures are left out: they would tell of single persons."
    })
final class StatementCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--assessor",
      required = true,
      paramLabel = "ID",
      description = "Whose statement it is: an id of the gradings.")
  private String assessor;

  @Mixin private TablesInput input;

  @Mixin private VerdictsOption verdicts;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The same as a page, HTML; a file that is there already is not overwritten.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    OutputFiles outputs = new OutputFiles(input.files(verdicts.places()), false).require(out);
    if (out != null && Files.exists(out)) {
      outputs.put(out, Kind.ONCE, "");
    }
    IngestOptions options = input.options(verdicts.places());
    Statement statement;
    try (ProgressBar bar = ProgressBar.onTerminal(spec.commandLine().getErr())) {
      statement =
          Statement.of(
              Ingest.read(
                  options.withProgress(
                      (read, all) -> bar.update("reading", all == 0 ? 1 : (double) read / all))),
              options.policy(),
              assessor);
    }
    if (out != null) {
      outputs.put(out, Kind.ONCE, statement.html());
      outputs.write();
    }
    spec.commandLine().getOut().print(statement.text());
    return 0;
  }
}
