package org.assay.io.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.io.BadInputException;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.ingest.Intake;
import org.assay.io.ingest.VerdictTexts;
import org.assay.io.table.TableSource;

/**
 * From a plan, its key and the verdicts so far to decisions and the next items.
 *
 * @param input gradings, verdicts and policy
 * @param plan file of {@link PlanFiles#json}
 * @param key key of the draw
 * @param missing text file of items that cannot be checked any more, one per line
 * @param excluded lists of items the plan was made without; needed only where the policy judges the
 *     plan's states together with those of other periods
 * @param resume an earlier evaluation to go on from, as {@link #state} wrote it
 * @param together how all lots are judged together
 * @param officers among whom the next items are split
 */
public record EvaluateJob(
    IngestOptions input,
    Path plan,
    Path key,
    Optional<Path> missing,
    List<Path> excluded,
    Optional<Path> resume,
    Optional<Together> together,
    Optional<Officers> officers) {
  public EvaluateJob {
    excluded = List.copyOf(excluded);
  }

  /**
   * Reads the files and evaluates.
   *
   * @return decisions and next items
   * @throws IOException if a file cannot be read
   * @throws BadInputException if the files do not belong together
   */
  public PlanStatus run() throws IOException {
    Plan made = PlanFiles.read(plan);
    KeyFile.Key given = KeyFile.key(key);
    List<KeyRow> drawn = given.requireOf(plan, made, input.policy());
    Optional<EvaluationState> earlier = earlier(made, given);
    IngestOptions marked = DrawnVerdicts.in(input, given.marks());
    Intake intake = earlier.isPresent() ? withEarlier(marked, earlier.get()) : Ingest.read(marked);
    PlanDigests.requireUnchanged(drawn, intake.gradings(), gone(earlier));
    return PlanStatus.of(
            made,
            input.policy(),
            drawn,
            intake,
            gone(earlier),
            ExclusionList.read(excluded),
            together,
            officers)
        .requireAll(drawn)
        .after(earlier.map(e -> (long) e.verdicts().rows().size()).orElse(0L))
        .marked(given.marks());
  }

  /**
   * The evaluation written down, to go on from with the next verdicts.
   *
   * @param status what {@link #run} answered
   * @return JSON text
   * @throws IOException if a file cannot be read
   */
  public String state(PlanStatus status) throws IOException {
    Plan made = PlanFiles.read(plan);
    KeyFile.Key given = KeyFile.key(key);
    Optional<EvaluationState> earlier = earlier(made, given);
    VerdictTexts texts = VerdictTexts.read(DrawnVerdicts.in(input, given.marks()));
    return EvaluationState.of(
            given,
            earlier.map(e -> e.verdicts().then(texts)).orElse(texts),
            gone(earlier),
            status.states())
        .json();
  }

  private Optional<EvaluationState> earlier(Plan made, KeyFile.Key given) throws IOException {
    if (resume.isEmpty()) {
      return Optional.empty();
    }
    EvaluationState state = EvaluationState.read(resume.get());
    state.requireOf(made, given);
    return Optional.of(state);
  }

  private Set<String> gone(Optional<EvaluationState> earlier) throws IOException {
    Set<String> gone = new LinkedHashSet<>();
    if (missing.isPresent()) {
      gone.addAll(IdFile.ids(missing.get()));
    }
    earlier.ifPresent(state -> gone.addAll(state.missing()));
    return gone;
  }

  // Both tables as one: what repeats, contradicts or corrects what is told as ever.
  private Intake withEarlier(IngestOptions marked, EvaluationState state) {
    String files =
        input.verdicts().stream().map(TableSource::name).collect(Collectors.joining(", "));
    String name = files + " with the rows of " + resume.orElseThrow();
    TableSource both = state.verdicts().then(VerdictTexts.read(marked)).source(name);
    return Ingest.read(input.withColumns(input.gradingColumns(), Map.of()).withVerdicts(both));
  }
}
