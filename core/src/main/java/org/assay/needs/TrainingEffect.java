package org.assay.needs;

import org.assay.result.Outcome;

/**
 * What errors did after a training, beside what they would have done without.
 *
 * @param training who, when, what about
 * @param before errors before it
 * @param after errors after it
 * @param predicted errors after it without any effect; see {@link TrainingEffects}
 * @param change errors after it over those predicted, with limits
 * @param unadjusted the same as it looks: (found / expected after) / (found / expected before);
 *     undefined where that cannot be formed. Who is trained for a bad spell seems to improve by it
 * @param conclusion in the words that are used
 */
public record TrainingEffect(
    Training training,
    Spell before,
    Spell after,
    double predicted,
    Change change,
    Outcome unadjusted,
    TrainingConclusion conclusion) {

  /**
   * Errors of a time.
   *
   * @param found errors
   * @param checked checks that could have shown them, beside those of untrained others
   * @param expected errors that the shares of the untrained give in the same checks
   */
  public record Spell(long found, long checked, double expected) {}

  /**
   * A ratio with limits.
   *
   * @param ratio of found to predicted; undefined where none is predicted
   * @param lower limit, at least 0
   * @param upper limit; undefined where none is predicted
   * @param confidence of the limits, two-sided
   * @param pValue chance of so few errors without an effect
   * @param adjusted the same with all trainings allowed for (Holm)
   */
  public record Change(
      Outcome ratio,
      double lower,
      Outcome upper,
      double confidence,
      double pValue,
      double adjusted) {}

  /** What can be said of a training. */
  public enum TrainingConclusion {
    /** Fewer errors than chance and regression to the mean explain. */
    FEWER,
    /** Not distinguishable from no effect. */
    NOT_SHOWN,
    /** Too few checks before or after, or too few untrained people beside them. */
    TOO_FEW_CHECKS
  }
}
