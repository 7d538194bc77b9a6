package org.assay.simulate;

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
}
