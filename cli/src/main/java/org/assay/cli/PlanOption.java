package org.assay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.io.BadInputException;
import org.assay.io.plan.PlannedChecks;
import picocli.CommandLine.Option;

/** The plan that asked for the checks of a report, if one did. */
final class PlanOption {
  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description =
          "What assay plan wrote, when the checks follow it: its own boundary then judges its"
              + " levels. With --key.")
  private Path plan;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "What assay draw wrote beside the pick-list: a pick-list filled in needs no columns for"
              + " its selection then. With --plan.")
  private Path key;

  @Option(
      names = "--missing",
      paramLabel = "FILE",
      description =
          "Drawn items that cannot be checked any more, one id per line; to the plan they are errors.")
  private Path missing;

  @Option(
      names = "--exclude",
      paramLabel = "FILE",
      description = "Items the plan was made without, as given to assay plan. Repeatable.")
  private List<Path> excluded = new ArrayList<>();

  PlanOption() {}

  Optional<PlannedChecks.Files> files() {
    if (plan == null && key == null) {
      if (missing != null || !excluded.isEmpty()) {
        throw new BadInputException(
            (missing == null ? "--exclude" : "--missing")
                + " is about the draw of a plan; give --plan and --key too, or leave it out");
      }
      return Optional.empty();
    }
    if (plan == null || key == null) {
      throw new BadInputException(
          plan == null
              ? "--key must come with --plan, got --key alone; give the plan.json it was drawn for"
              : "--plan must come with --key, got --plan alone; give the key.csv of its draw");
    }
    return Optional.of(new PlannedChecks.Files(plan, key, Optional.ofNullable(missing), excluded));
  }
}
