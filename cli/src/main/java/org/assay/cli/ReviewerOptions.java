package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.io.BadInputException;
import org.assay.io.plan.Officers;
import picocli.CommandLine.Option;

/** Among whom a pick-list is split. */
final class ReviewerOptions {
  @Option(
      names = "--reviewers",
      paramLabel = "N",
      description = "Split the pick-list among N QA officers, by columns list and day.")
  private Integer number;

  @Option(
      names = "--reviewer",
      split = ",",
      paramLabel = "ID",
      description =
          "The same for QA officers by name; nobody gets an item that they graded. Repeatable.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--seen",
      paramLabel = "FILE",
      description =
          "Table with item_id and reviewer_id, such as earlier verdicts: no --reviewer gets an item"
              + " again. Repeatable.")
  private List<Path> seen = new ArrayList<>();

  ReviewerOptions() {}

  List<Path> seen() {
    return seen;
  }

  Optional<Officers> officers() throws IOException {
    if (number != null && !names.isEmpty()) {
      throw new BadInputException("--reviewers and --reviewer must not be given together");
    }
    if (!seen.isEmpty() && names.isEmpty()) {
      throw new BadInputException("--seen must be given with --reviewer, by name");
    }
    if (!names.isEmpty()) {
      return Optional.of(Officers.named(names, seen));
    }
    return number == null ? Optional.empty() : Optional.of(Officers.of(number));
  }
}
