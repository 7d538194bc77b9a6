package org.assay.io.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;

/** From a plan, its key and the verdicts so far to decisions and the next items. */
public final class EvaluateJob {
  private EvaluateJob() {}

  /**
   * Reads the files and evaluates.
   *
   * @param input gradings, verdicts and policy
   * @param plan file of {@link PlanFiles#json}
   * @param key key of the draw
   * @param missing text file of items that cannot be checked any more, one a line
   * @return decisions and next items
   * @throws IOException if a file cannot be read
   * @throws org.assay.io.BadInputException if the files do not belong together
   */
  public static PlanStatus run(IngestOptions input, Path plan, Path key, Optional<Path> missing)
      throws IOException {
    Plan made = PlanFiles.read(plan);
    var drawn = KeyFile.read(key);
    Set<String> gone = new LinkedHashSet<>();
    if (missing.isPresent()) {
      Files.readAllLines(missing.get()).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(gone::add);
    }
    return PlanStatus.of(made, input.policy(), drawn, Ingest.read(input), gone);
  }
}
