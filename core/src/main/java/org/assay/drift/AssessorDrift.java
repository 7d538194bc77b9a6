package org.assay.drift;

import java.util.List;

/**
 * What the checks of an assessor say about change.
 *
 * @param assessor code
 * @param conclusion in one word
 * @param probability that the assessor has changed, given all the team's checks: 1 less the local
 *     false-discovery rate; 0 for who is not watched yet
 * @param recent odds of an error in the last quarter of a year over those before, whatever the
 *     conclusion
 * @param changes none unless DRIFTING; then the change, and perhaps a change back
 * @param cells the kind of errors that the change is in, if it is in one with a probability of at
 *     least .8; none if it is in all or in no one particularly
 * @param furtherChecks how many more checks it would take to show that the level is the same, at
 *     the present pace of errors; 0 unless NOT_ENOUGH_CHECKS
 */
public record AssessorDrift(
    int assessor,
    Conclusion conclusion,
    double probability,
    Size recent,
    List<Change> changes,
    List<CellChange> cells,
    long furtherChecks) {
  public AssessorDrift {
    changes = List.copyOf(changes);
    cells = List.copyOf(cells);
  }

  /** What can be said. */
  public enum Conclusion {
    /** Flagged as changed; the promise of {@link TeamDrift} is about these. */
    DRIFTING,
    /** The odds of an error are shown to be within the margin of what they were. */
    STABLE,
    /** Neither. */
    NOT_ENOUGH_CHECKS
  }

  /**
   * Odds of an error after over before.
   *
   * @param oddsRatio estimate, 0 without errors after; infinite without errors before, 1 without
   *     any
   * @param lower exact lower limit, at least 0
   * @param upper exact upper limit, perhaps infinite
   * @param confidence of the limits
   */
  public record Size(double oddsRatio, double lower, double upper, double confidence) {}

  /**
   * A change.
   *
   * @param more whether errors became more frequent, else rarer
   * @param since the likeliest first period of it
   * @param periods those in which it may have begun, ascending
   * @param confidence that they hold the one in which it did
   * @param size of it, with limits that allow for having been picked out
   */
  public record Change(
      boolean more, int since, List<Integer> periods, double confidence, Size size) {
    public Change {
      periods = List.copyOf(periods);
    }
  }

  /**
   * A kind of errors that changed.
   *
   * @param cell its code
   * @param more whether it became more frequent
   * @param probability that the change is in this kind, given that the assessor changed
   */
  public record CellChange(int cell, boolean more, double probability) {}
}
