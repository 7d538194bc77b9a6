package org.assay.io.plan;

import java.time.Instant;
import java.util.Optional;

/** What a commitment proves against whoever drew. */
enum SeedWorth {
  /** Made before the last grading: the seed could not be chosen by what it draws. */
  BEFORE("before the last grading"),
  /** Made after it. */
  LATE("after the last grading: worthless against the drawer"),
  /** The gradings have no times to compare it with. */
  UNTIMED("of unknown order, for the gradings have no times: worthless against the drawer"),
  /** None was made; the key has what the draw itself says. */
  NONE("with the draw: worthless against the drawer");

  private final String word;

  SeedWorth(String word) {
    this.word = word;
  }

  static SeedWorth of(Optional<SeedPromise> promise, Optional<Instant> lastGrading) {
    if (promise.isEmpty()) {
      return NONE;
    }
    if (lastGrading.isEmpty()) {
      return UNTIMED;
    }
    return promise.get().time().isBefore(lastGrading.get()) ? BEFORE : LATE;
  }

  /** As the key has it. */
  String word() {
    return word;
  }

  /** As the screen has it. */
  String sentence(Optional<SeedPromise> promise, Optional<Instant> lastGrading) {
    return switch (this) {
      case BEFORE ->
          "The seed was promised at "
              + promise.orElseThrow().at()
              + ", before the last grading of the lots ("
              + lastGrading.orElseThrow()
              + "); publish it when the checks are done.";
      case LATE ->
          "The commitment is of "
              + promise.orElseThrow().at()
              + ", after the last grading of the lots ("
              + lastGrading.orElseThrow()
              + "): it proves nothing against whoever drew, who could have tried seeds with the"
              + " gradings at hand.";
      case UNTIMED ->
          "The commitment is of "
              + promise.orElseThrow().at()
              + ", and the gradings have no times: whether it was made before them cannot be told, so"
              + " it proves nothing against whoever drew. Add graded_at to the gradings.";
      case NONE ->
          "The seed was not promised beforehand: the commitment proves nothing against whoever drew,"
              + " who could have tried seeds with the gradings at hand. Next time run assay commit"
              + " before the gradings are in.";
    };
  }
}
