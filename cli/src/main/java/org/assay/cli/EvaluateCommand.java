package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.io.BadInputException;
import org.assay.io.files.Kind;
import org.assay.io.files.OutputFiles;
import org.assay.io.plan.EvaluateJob;
import org.assay.io.plan.PlanStatus;
import org.assay.io.plan.StatusFiles;
import org.assay.io.plan.StatusSummary;
import org.assay.io.plan.Together;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what the verdicts so far show, and what to check next. */
@Command(
    name = "evaluate",
    description = "Say what the verdicts so far decide, and which items to check next.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay evaluate --plan plan.json --key key.csv --gradings gradings.csv \\",
      "                 --policy policy.json --verdicts list.xlsx",
      "  assay evaluate --plan plan.json --key key.csv --gradings gradings.csv \\",
      "                 --policy policy.json --verdicts verdicts.csv \\",
      "                 --missing gone.txt --pick-list next.csv --table s.csv",
      "  assay evaluate ... --verdicts monday.csv --state state.json",
      "  assay evaluate ... --verdicts tuesday.csv --resume state.json --state state.json",
      "",
      "Exit status: 0 done, 1 what --fail-on names has happened (fail: a lot is REJECTed or FAILs;",
      "not-demonstrated: one needs more checks), 2 bad input, 3 a defect, 4 no output.",
      "",
      "The verdicts are all there are so far (with --resume: since then): pick-lists",
      "filled in, or any table."
    })
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TablesInput input;

  @Mixin private DrawFiles drawn;

  @Option(
      names = "--verdicts",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Table of all verdicts so far, in any form that gradings may have; several files are one"
              + " table.")
  private List<String> verdicts;

  @Option(
      names = "--missing",
      paramLabel = "FILE",
      description =
          "Drawn items that cannot be checked any more, one id per line; they count as errors.")
  private Path missing;

  @Option(
      names = "--exclude",
      paramLabel = "FILE",
      description =
          "The lists the plan was made without; needed where the policy's familyWise judges its"
              + " states together with those of other periods. Repeatable.")
  private List<Path> excluded = new ArrayList<>();

  @Option(
      names = "--pick-list",
      paramLabel = "FILE",
      description =
          "Items to check next: no grade, no assessor, no reason. A workbook if the name ends in"
              + " .xlsx, else CSV.")
  private Path pickList;

  @Mixin private ListOption listed;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "Where the evaluation stands, JSON, to go on from with --resume.")
  private Path state;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = "What --state wrote; the verdicts are then those since.")
  private Path resume;

  @ArgGroup(exclusive = true)
  private TogetherOption together;

  /** How all lots of a level are judged together. */
  static final class TogetherOption {
    @Option(
        names = "--family-wise",
        paramLabel = "RATE",
        description =
            "Judge all lots of a level together: at most this chance of any wrong ACCEPT, and of any"
                + " wrong REJECT (Holm, p-values at the end of each plan).")
    private Double familyWise;

    @Option(
        names = "--false-discovery",
        paramLabel = "RATE",
        description =
            "The same with at most this expected share of wrong ones (e-BH, e-values valid at any"
                + " look).")
    private Double falseDiscovery;

    TogetherOption() {}

    Together rate() {
      double rate = familyWise == null ? falseDiscovery : familyWise;
      if (!(rate > 0 && rate < 1)) {
        throw new BadInputException(
            (familyWise == null ? "--false-discovery" : "--family-wise")
                + " must be in (0, 1), got "
                + rate);
      }
      return new Together(familyWise == null ? Together.Method.E_BH : Together.Method.HOLM, rate);
    }
  }

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Decisions, bounds and checks still needed, CSV.")
  private Path table;

  @Mixin private ReviewerOptions reviewers;

  @Mixin private OutputOption output;

  @Mixin private ResultOptions results;

  // A state that is resumed may be replaced: the new one has all that the old one had.
  private List<Path> inputs() {
    List<Path> all = new ArrayList<>(input.files(verdicts));
    all.addAll(excluded);
    all.addAll(reviewers.seen());
    return OutputOption.paths(all, drawn.plan(), drawn.key(), missing);
  }

  @Override
  public Integer call() throws IOException {
    OutputFiles outputs = output.files(inputs()).require(state).require(table).require(pickList);
    EvaluateJob job =
        new EvaluateJob(
            input.options(verdicts),
            drawn.plan(),
            drawn.key(),
            Optional.ofNullable(missing),
            excluded,
            Optional.ofNullable(resume),
            together == null ? Optional.empty() : Optional.of(together.rate()),
            reviewers.officers());
    PlanStatus status = job.run();
    if (state != null) {
      outputs.put(state, Kind.DOCUMENT, job.state(status));
    }
    if (table != null) {
      outputs.put(table, Kind.TABLE, StatusFiles.csv(status));
    }
    if (pickList != null) {
      listed.put(outputs, pickList, status.list());
    }
    outputs.write();
    StatusSummary summary = StatusSummary.of(status);
    results.out(spec).print(results.json() ? summary.json() : StatusFiles.summary(status));
    return results.status(
        summary.fails(), summary.isAnyNotDemonstrated(), summary.verdictsExcluded() > 0);
  }
}
