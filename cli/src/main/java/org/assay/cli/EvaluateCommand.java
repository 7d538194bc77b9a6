package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.io.plan.EvaluateJob;
import org.assay.io.plan.PlanStatus;
import org.assay.io.plan.StatusFiles;
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
      "                 --policy policy.json --verdicts list.csv",
      "  assay evaluate --plan plan.json --key key.csv --gradings gradings.csv \\",
      "                 --policy policy.json --verdicts verdicts.csv \\",
      "                 --missing gone.txt --pick-list next.csv --table s.csv",
      "",
      "The verdicts are all there are so far: pick-lists filled in, or any table."
    })
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PlanInput input;

  @Option(
      names = "--plan",
      required = true,
      paramLabel = "FILE",
      description = "What assay plan wrote.")
  private Path plan;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The key that assay draw wrote.")
  private Path key;

  @Option(
      names = "--verdicts",
      required = true,
      paramLabel = "FILE",
      description = "Table of all verdicts so far, CSV, gzip or not.")
  private Path verdicts;

  @Option(
      names = "--missing",
      paramLabel = "FILE",
      description =
          "Drawn items that cannot be checked any more, an id a line; they count as errors.")
  private Path missing;

  @Option(
      names = "--pick-list",
      paramLabel = "FILE",
      description = "Items to check next, CSV: no grade, no assessor, no reason.")
  private Path pickList;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Decisions, bounds and checks still needed, CSV.")
  private Path table;

  @Override
  public Integer call() throws IOException {
    PlanStatus status =
        EvaluateJob.run(
            input.options().withVerdicts(verdicts), plan, key, Optional.ofNullable(missing));
    if (table != null) {
      OutFile.write(table, StatusFiles.csv(status));
    }
    if (pickList != null) {
      OutFile.write(pickList, status.pickList());
    }
    spec.commandLine().getOut().print(StatusFiles.summary(status));
    return 0;
  }
}
