package org.assay.needs;

import java.util.List;

/**
 * One assessor's errors, or those of a cohort, beside those of the others in the same streams.
 *
 * @param code of the assessor or the cohort
 * @param all every error, in the checks in streams and grades in which others were checked, too
 * @param varianceFactor by how much the variance of errors is taken to be larger than with
 *     independent checks, at least 1
 * @param tested the test of all errors and mix-ups together
 * @param severityExcess severity of the errors found less that of those expected, per check; may be
 *     below 0
 * @param above whether all errors together are named: their limit is above 1
 * @param boundaries mix-ups named, the largest severity first; none unless the assessor is named
 */
public record PeerComparison(
    int code,
    Excess all,
    double varianceFactor,
    Tested tested,
    double severityExcess,
    boolean above,
    List<CellNeed> boundaries) {
  public PeerComparison {
    boundaries = List.copyOf(boundaries);
  }

  /**
   * A test and what it shows.
   *
   * @param pValue exact, 1 where the effect is below the least one worth naming
   * @param adjusted smallest false-discovery rate at which it is named
   * @param evidence in the words that are used
   */
  public record Tested(double pValue, double adjusted, Evidence evidence) {}

  /**
   * Whether the assessor is named as erring more than the others, in all or at a boundary.
   *
   * @return true for at most the promised share of teams in which nobody differs
   */
  public boolean named() {
    return tested.evidence().names();
  }
}
