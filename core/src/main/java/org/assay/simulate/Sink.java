package org.assay.simulate;

import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.simulate.Sink.GradingEvent;
import org.assay.simulate.Team.Clutter;

/** Receives what a simulation emits: all gradings in time order, then all verdicts in theirs. */
public interface Sink {
  /**
   * A grading.
   *
   * @param grading the next in time
   */
  void grading(GradingEvent grading);

  /**
   * A verdict.
   *
   * @param verdict the next in time
   */
  void verdict(VerdictEvent verdict);

  /**
   * The gradings of a week are complete.
   *
   * @param week counted from 1
   * @param weeks how many there will be
   */
  default void weekDone(int week, int weeks) {}

  /**
   * A grading as it arrives.
   *
   * @param sequence number of gradings emitted before this one
   * @param gradingId id of the grading
   * @param itemId opaque id
   * @param assessorId pseudonym
   * @param grade label; outside the scheme in rows of {@link Clutter}
   * @param gradedAt milliseconds since 1970-01-01T00:00Z
   * @param unitId unit
   * @param streamId stream
   * @param stratumId stratum of the sampling design; {@code seeded} and {@code overlap} for items
   *     that are not part of the flow of work
   */
  public record GradingEvent(
      int sequence,
      String gradingId,
      String itemId,
      String assessorId,
      String grade,
      long gradedAt,
      String unitId,
      String streamId,
      String stratumId) {}

  /**
   * A verdict as it arrives.
   *
   * @param grading what was checked
   * @param reviewerId pseudonym of the QA officer
   * @param grade reference grade after adjudication
   * @param checkedAt milliseconds since 1970-01-01T00:00Z
   * @param method how the grading was selected
   * @param inclusionProbability in (0, 1], or 0 when there is none
   * @param stratumId stratum of the design, "" when not random
   * @param blind whether the grade was hidden
   */
  public record VerdictEvent(
      GradingEvent grading,
      String reviewerId,
      String grade,
      long checkedAt,
      SelectionMethod method,
      double inclusionProbability,
      String stratumId,
      Blindness blind) {}
}
