package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.io.BadInputException;
import org.assay.io.files.Kind;
import org.assay.io.files.OutputFiles;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.ingest.Intake;
import org.assay.io.plan.ExclusionList;
import org.assay.io.plan.Plan;
import org.assay.io.plan.PlanFiles;
import org.assay.io.plan.Progress;
import org.assay.io.plan.ProgressFiles;
import org.assay.plan.Design;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many checks show the QA levels, for every unit and assessor. */
@Command(
    name = "plan",
    description = "Plan the fewest checks that show the QA levels, for every unit and assessor.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay plan --gradings gradings.csv --policy policy.json --out plan.json",
      "  assay plan --gradings gradings.csv --policy policy.json --out plan.json \\",
      "             --table plan.csv --level \"any error\" --date 2025-03-31 --by stream",
      "  assay plan ... --verdicts verdicts.csv     what is done, and what remains",
      "",
      "Then: assay draw, and assay evaluate once verdicts are in."
    })
final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TablesInput input;

  @Option(
      names = "--level",
      paramLabel = "NAME",
      description = "A QA level of the policy to plan for; all when absent. Repeatable.")
  private Set<String> levels = new LinkedHashSet<>();

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "Plan for the periods that hold this date; the last grading's when absent.")
  private LocalDate date;

  @Option(
      names = "--by",
      paramLabel = "COLUMN",
      description = "Show the levels in each stream or stratum by itself: unit, stream or stratum.")
  private Attribute by;

  @Option(
      names = "--design",
      paramLabel = "DESIGN",
      defaultValue = "truncated-sequential",
      converter = DesignWord.class,
      description =
          "truncated-sequential (fewest checks with a set maximum), sequential (fewest on average,"
              + " no set maximum), optimal (least expected checks over several rates), always-valid"
              + " (a bound at any time), single (a fixed number), curtailed (the same, stopped when"
              + " certain), double (two samples), multiple (up to five equal ones) or"
              + " zero-acceptance (no error); ${DEFAULT-VALUE} when absent.")
  private Design design;

  @Option(
      names = "--checks-per-hour",
      paramLabel = "N",
      defaultValue = "" + Plan.USUAL_CHECKS_PER_HOUR,
      description = "What an officer checks in an hour; ${DEFAULT-VALUE} when absent.")
  private double checksPerHour;

  @Option(
      names = "--reviewers",
      paramLabel = "N",
      description = "QA officers there are: say what they cannot show at the exposure ceiling.")
  private Integer reviewers;

  @Option(
      names = "--verdicts",
      paramLabel = "FILE",
      description =
          "Checks made so far, as assay report reads them: say what they show, and how many more"
              + " settle it.")
  private String verdicts;

  @Option(
      names = "--looks",
      paramLabel = "N",
      description =
          "With --verdicts: how often the levels are judged in all, stated before the first time;"
              + " each look then has its part of the risks. As the policy says when absent.")
  private Integer looks;

  @Option(
      names = "--further",
      paramLabel = "FILE",
      description = "With --verdicts: what they show and how many more, CSV.")
  private Path further;

  @Mixin private ExcludeOption exclude;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Plan to go on with, JSON.")
  private Path out;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Plan to read, CSV, with the reason for each number.")
  private Path table;

  @Mixin private OutputOption output;

  private List<String> verdicts() {
    return verdicts == null ? List.of() : List.of(verdicts);
  }

  private List<Path> inputs() {
    List<Path> all = new ArrayList<>(input.files(verdicts()));
    all.addAll(exclude.files());
    return all;
  }

  @Override
  public Integer call() throws IOException {
    if (reviewers != null && reviewers < 1) {
      throw new BadInputException("--reviewers must be at least 1, got " + reviewers);
    }
    if (looks != null && looks < 1) {
      throw new BadInputException("--looks must be at least 1, got " + looks);
    }
    if (further != null && verdicts == null) {
      throw new BadInputException("--further needs the verdicts so far: --verdicts FILE");
    }
    OutputFiles outputs =
        output
            .files(inputs())
            .require(out)
            .require(table)
            .require(further)
            .require(exclude.report());
    IngestOptions options = input.options(verdicts());
    ExclusionList excluded = exclude.list();
    Plan plan;
    Gradings gradings;
    Intake intake;
    try (ProgressBar bar = ProgressBar.onTerminal(spec.commandLine().getErr())) {
      intake =
          Ingest.read(
              options.withProgress(
                  (read, all) -> bar.update("reading", (double) read / Math.max(1, all))));
      gradings = intake.gradings();
      bar.update("planning", 0);
      plan =
          Plan.of(
              options.policy(),
              gradings,
              new Plan.Options(
                  levels,
                  Optional.ofNullable(date),
                  Optional.ofNullable(by),
                  design,
                  checksPerHour,
                  excluded,
                  reviewers == null ? OptionalInt.empty() : OptionalInt.of(reviewers)));
    }
    if (!output.force()) {
      PlanFiles.requireNotDrawn(out, plan);
    }
    outputs.put(out, Kind.DOCUMENT, PlanFiles.json(plan));
    if (table != null) {
      outputs.put(table, Kind.TABLE, PlanFiles.csv(plan));
    }
    var print = spec.commandLine().getOut();
    print.print(PlanFiles.summary(plan));
    exclude.account(plan, options.policy(), gradings, excluded, print, outputs);
    if (verdicts != null) {
      Progress progress =
          Progress.of(
              plan,
              options.policy(),
              intake,
              excluded,
              looks == null ? OptionalInt.empty() : OptionalInt.of(looks));
      if (further != null) {
        outputs.put(further, Kind.TABLE, ProgressFiles.csv(progress));
      }
      print.print(ProgressFiles.summary(progress, checksPerHour));
    }
    outputs.write();
    print.println("The plan is " + out);
    return 0;
  }
}
