package org.assay.io.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;

/**
 * From a plan, its key and the verdicts so far to decisions and the next items.
 *
 * @param input gradings, verdicts and policy
 * @param plan file of {@link PlanFiles#json}
 * @param key key of the draw
 * @param missing text file of items that cannot be checked any more, one per line
 * @param resume an earlier evaluation to go on from, as {@link PlanStatus#state} wrote it
 * @param together how all lots are judged together
 * @param officers among whom the next items are split
 */
public record EvaluateJob(
    IngestOptions input,
    Path plan,
    Path key,
    Optional<Path> missing,
    Optional<Path> resume,
    Optional<Together> together,
    Optional<Officers> officers) {
  /**
   * Reads the files and evaluates.
   *
   * @return decisions and next items
   * @throws IOException if a file cannot be read
   * @throws org.assay.io.BadInputException if the files do not belong together
   */
  public PlanStatus run() throws IOException {
    Plan made = PlanFiles.read(plan);
    var drawn = KeyFile.read(key);
    Set<String> gone = missing.isPresent() ? IdFile.ids(missing.get()) : Set.of();
    Optional<EvaluationState> state =
        resume.isPresent() ? Optional.of(EvaluationState.read(resume.get())) : Optional.empty();
    return PlanStatus.of(
        made, input.policy(), drawn, Ingest.read(input), gone, state, together, officers);
  }
}
