package org.assay.bench.study.sentences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The short form of the study: a few teams per design, the same every time.
 *
 * <p>A promise that is just kept is called broken with a probability of at most 1e-4; a design has
 * up to a dozen promises, so that the whole fails without a cause at most once in about forty
 * seeds.
 */
class ReportSentencesTest {
  private static final int TEAMS = 12;
  private static final long SEED = 20250103;
  private static final double FALSE_ALARM = 1e-4;

  /** Designs whose promises are kept. */
  static final List<String> ASSERTED =
      List.of(
          "one-verdict",
          "tiny-lots",
          "corrections",
          "small-strata",
          "person-strata",
          "calibration",
          "three-verdicts",
          "items-shared",
          "unreadable-errors-60",
          "pending-errors",
          "blind-share-uneven",
          "half-unselectable",
          "pps-heavy",
          "team-12",
          "small-valid",
          "one-check-each",
          "advice-short",
          "advice-strata",
          "advice-together",
          "holm-mixed",
          "among-few",
          "plan-overlap",
          "plan-chance");

  @TempDir Path folder;

  static List<TeamDesign> designs() {
    return TeamDesigns.named(ASSERTED);
  }

  @ParameterizedTest
  @MethodSource("designs")
  void promisesHold(TeamDesign design) {
    SentenceScore score = new ReportRun(folder).score(design, TEAMS, SEED);
    assertEquals(List.of(), score.faults());
    assertEquals(
        Set.of(),
        Set.copyOf(
            score.counts().entrySet().stream()
                .filter(e -> e.getValue().isBroken(FALSE_ALARM))
                .map(e -> e.getKey() + " " + e.getValue())
                .toList()));
  }
}
