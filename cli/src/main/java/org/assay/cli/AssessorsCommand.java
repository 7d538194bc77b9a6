package org.assay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.report.AssessorsModel;
import org.assay.io.report.AssessorsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the checks say of every assessor. */
@Command(
    name = "assessors",
    description = "Say of every assessor what was checked, the error rate, and who needs support.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay assessors --gradings gradings.csv --verdicts verdicts.csv --policy policy.json",
      "  assay assessors --gradings g.csv --verdicts v.csv --policy policy.json --json",
      "",
      "Nothing is written. In the order of ids: there is no ranking. A need is a reason to",
      "look again and to help, nothing else. The figures are those of assay report."
    })
final class AssessorsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private TablesInput input;

  @Mixin private VerdictsOption verdicts;

  @Option(names = "--json", description = "Print every figure as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    IngestOptions options = input.options(verdicts.places());
    AssessorsModel model;
    try (ProgressBar bar = ProgressBar.onTerminal(spec.commandLine().getErr())) {
      bar.update("reading and counting", 0);
      model = AssessorsModel.of(Ingest.read(options), options.policy(), Version.number());
    }
    PrintWriter print = spec.commandLine().getOut();
    print.print(json ? model.json() : AssessorsText.of(model));
    return 0;
  }
}
