package org.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.assay.io.files.Kind;
import org.assay.io.files.OutputFiles;
import org.assay.io.ingest.TablesState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads tables and writes down what they say, for a later report on many of them. */
@Command(
    name = "read",
    description = "Read tables, such as those of one week, into a state for a report on many.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay read --gradings g07.csv --verdicts v07.csv --out 2025-W07.state",
      "  assay read --read 2025-W*.state --out 2025.state",
      "  assay report --read 2025-W*.state --policy policy.json --out report/",
      "",
      "The report is the one that all files together give, byte by byte, in whatever",
      "order. A state keeps the rows as they are and nothing of a policy: duplicates,",
      "corrections and checks are found across weeks, and a policy may change."
    })
final class ReadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GradingsOption input;

  @Mixin private VerdictsOption verdicts;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The state; a file that is there already is not overwritten.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    OutputFiles outputs = new OutputFiles(input.files(verdicts.places()), false).require(out);
    if (Files.exists(out)) {
      outputs.put(out, Kind.ONCE, "");
    }
    TablesState.Written written;
    try (ProgressBar bar = ProgressBar.onTerminal(spec.commandLine().getErr())) {
      written =
          TablesState.write(
              input.with(verdicts.places()),
              (read, all) -> bar.update("reading", all == 0 ? 1 : (double) read / all));
    }
    outputs.put(out, Kind.ONCE, written.state());
    outputs.write();
    spec.commandLine()
        .getOut()
        .println(
            String.format(
                Locale.ROOT,
                "%,d rows of gradings and %,d of verdicts are in %s (%,d bytes)",
                written.gradings(),
                written.verdicts(),
                out,
                written.state().length));
    return 0;
  }
}
