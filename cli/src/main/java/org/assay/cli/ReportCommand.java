package org.assay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.io.BadInputException;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.plan.PlannedChecks;
import org.assay.io.report.ReportJob;
import org.assay.io.report.RunSummary;
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
      "  assay report --gradings book.xlsx --sheet Grades --verdicts - --policy policy.json \\",
      "               --out report/ < verdicts.csv",
      "  assay report --read 2025-W*.state --policy policy.json --out report/",
      "  assay report --gradings g.csv --policy policy.json --out report/ \\",
      "               --plan plan.json --key key.csv --verdicts list.csv",
      "",
      "The last one takes a pick-list of assay draw as it was filled in.",
      "Exit status: 0 done, 1 what --fail-on names has happened, 2 bad input, 3 a defect,",
      "4 the output cannot be written."
    })
final class ReportCommand implements Callable<Integer> {
  private static final int LEVEL_FAILED = 1;

  @Spec private CommandSpec spec;

  @Mixin private TablesInput input;

  @Mixin private VerdictsOption verdicts;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the report: absent, empty, or an earlier report.")
  private Path out;

  @Mixin private PlanOption plan;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "What was known then: a date (to its last moment, in the policy's zone) or an instant.")
  private String asOf;

  @Option(names = "--fail-on-level", description = "The same as --fail-on fail.")
  private boolean failOnLevel;

  @Mixin private OutputOption output;

  @Mixin private ResultOptions results;

  @Override
  public Integer call() throws IOException {
    IngestOptions options = input.options(verdicts.places());
    options = asOf == null ? options : options.withAsOf(instant(asOf, options.policy().zone()));
    Optional<PlannedChecks.Files> planned = plan.files();
    ReportJob.Result result;
    try (ProgressBar bar = ProgressBar.onTerminal(spec.commandLine().getErr())) {
      result =
          ReportJob.run(
              options,
              input.policy(),
              planned,
              new ReportJob.Target(out, output.force()),
              new ReportJob.Made(null, Version.number()),
              bar::update);
    }
    PrintWriter print = results.out(spec);
    if (results.json()) {
      print.print(RunSummary.of(result).json());
    } else {
      print.print(result.summary());
      print.println("The report is " + out.resolve("index.html"));
    }
    boolean fails = result.isAnyLevelFailed();
    return failOnLevel && fails
        ? LEVEL_FAILED
        : results.status(fails, result.isAnyLevelNotDemonstrated(), result.excludesRows());
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
