package org.assay.cli;

import java.util.Map;
import org.assay.io.protocol.ProtocolPage;
import org.assay.io.protocol.ProtocolSchema;
import org.assay.io.report.ReportModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of every request and response, and of report.json. */
@Command(
    name = "schema",
    description =
        "Print the JSON Schema (draft 2020-12) of every request and response of the protocol, and"
            + " of report.json.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay schema > assay.schema.json",
      "  assay schema --page > protocol.md",
      "",
      "The definitions #/$defs/request, #/$defs/response and #/$defs/report.json are what a line",
      "or a file must look like."
    })
final class SchemaCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--page",
      description = "The same for people, with an example of each operation, Markdown.")
  private boolean page;

  @Override
  public void run() {
    var out = spec.commandLine().getOut();
    if (page) {
      out.print(ProtocolPage.markdown());
    } else {
      out.println(ProtocolSchema.json(Map.of("report.json", ReportModel.class)));
    }
  }
}
