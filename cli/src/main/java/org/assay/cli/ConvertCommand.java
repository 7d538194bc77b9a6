package org.assay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.io.files.Kind;
import org.assay.io.files.OutputFiles;
import org.assay.io.ingest.CanonicalTables;
import org.assay.io.ingest.CanonicalTables.Written;
import org.assay.io.ingest.InputTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes tables of any form as the documentation has them. */
@Command(
    name = "convert",
    description = "Write tables of any form as gradings.csv and verdicts.csv.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay convert --wide ratings.xlsx --out tables/",
      "  assay convert --format label-studio export.json --out tables/",
      "  assay convert --gradings g.csv --encoding windows-1252 --verdicts v.xlsx --out tables/",
      "",
      "Columns get their own names, times ISO 8601, numbers decimal points; ids and grades",
      "stay as they are, and so do rows that cannot be used. The report on the new tables",
      "is the one on the old. Texts are not guarded against being taken for formulas."
    })
final class ConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private GradingsArgument input;

  @Mixin private VerdictsOption verdicts;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the tables; files that are there are not replaced without --force.")
  private Path out;

  @Mixin private OutputOption output;

  @Override
  public Integer call() throws IOException {
    InputTables tables = input.with(verdicts);
    Path gradings = out.resolve("gradings.csv");
    Path checks = out.resolve("verdicts.csv");
    OutputFiles outputs = output.files(input.files(verdicts)).require(gradings).require(checks);
    PrintWriter print = spec.commandLine().getOut();
    Written written = CanonicalTables.gradings(tables);
    outputs.put(gradings, Kind.OWN, written.csv());
    Optional<Written> ofVerdicts = CanonicalTables.verdicts(tables);
    if (ofVerdicts.isPresent()) {
      outputs.put(checks, Kind.OWN, ofVerdicts.get().csv());
    }
    outputs.write();
    say(print, written, gradings);
    ofVerdicts.ifPresent(v -> say(print, v, checks));
    return 0;
  }

  private static void say(PrintWriter print, Written written, Path file) {
    print.println(
        String.format(
            Locale.ROOT,
            "%,d %s in %s",
            written.rows(),
            written.rows() == 1 ? "row is" : "rows are",
            file));
  }
}
