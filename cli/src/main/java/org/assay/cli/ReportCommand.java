package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.io.BadInputException;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.plan.PlannedChecks;
import org.assay.io.report.ReportJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job: reads gradings and verdicts, and reports whether the QA levels are met. */
@Command(
    name = "report",
    description = "Report whether the QA levels are met, and what it would take to say.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay report --gradings gradings.csv --verdicts verdicts.csv \\",
      "               --policy policy.json --out report/",
      "  assay report --gradings g.csv.gz --policy policy.json --out report/ \\",
      "               --column gradings.item_id=ref --as-of 2025-06-30",
      "  assay report --gradings g-*.csv --verdicts v-*.csv --policy policy.json --out report/",
      "  assay report --read 2025-W*.state --policy policy.json --out report/",
      "  assay report --gradings g.csv --policy policy.json --out report/ \\",
      "               --plan plan.json --key key.csv --verdicts list.csv",
      "",
      "The last one takes a pick-list of assay draw as it was filled in.",
      "Exit status: 0 done, 1 a level FAILs and --fail-on-level was given, 2 bad input."
    })
final class ReportCommand implements Callable<Integer> {
  private static final int LEVEL_FAILED = 1;

  @Spec private CommandSpec spec;

  @Mixin private TablesInput input;

  @Option(
      names = "--verdicts",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Table of QA verdicts, CSV (gzip or not) or Parquet; several files are one table.")
  private List<Path> verdicts = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the report: absent, empty, or an earlier report.")
  private Path out;

  @Mixin private PlanOption plan;

  @Mixin private ColumnOption columns;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "What was known then: a date (to its last moment, in the policy's zone) or an instant.")
  private String asOf;

  @Option(names = "--fail-on-level", description = "Exit with status 1 when a level FAILs.")
  private boolean failOnLevel;

  @Override
  public Integer call() throws IOException {
    IngestOptions options = input.options(verdicts, columns);
    options = asOf == null ? options : options.withAsOf(instant(asOf, options.policy().zone()));
    Optional<PlannedChecks.Files> planned = plan.files();
    ReportJob.Result result;
    try (ProgressBar bar = ProgressBar.onTerminal(spec.commandLine().getErr())) {
      result =
          ReportJob.run(options, input.policy(), planned, out, null, Version.number(), bar::update);
    }
    spec.commandLine().getOut().print(result.summary());
    spec.commandLine().getOut().println("The report is " + out.resolve("index.html"));
    return failOnLevel && result.isAnyLevelFailed() ? LEVEL_FAILED : 0;
  }

  /** A date stands for its last moment in the zone; an instant for itself. */
  static Instant instant(String text, ZoneId zone) {
    try {
      return text.length() <= 10
          ? LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadInputException(
          "--as-of must be a date (2025-06-30) or an instant (2025-06-30T18:00:00Z), got " + text,
          e);
    }
  }
}
