package org.assay.drift;

import org.assay.result.Interval;

/**
 * The checks of one assessor in one period.
 *
 * @param period code of the period
 * @param errors number of errors
 * @param checked number of checks, at least 1
 * @param interval Clopper-Pearson interval of the rate
 * @param fewest fewest errors that are no surprise beside the baseline
 * @param most most errors that are no surprise beside the baseline
 */
public record TrendPoint(
    int period, long errors, long checked, Interval interval, long fewest, long most) {

  /**
   * Whether the number of errors lies outside the limits.
   *
   * @return true below {@code fewest} or above {@code most}
   */
  public boolean outside() {
    return errors < fewest || errors > most;
  }
}
