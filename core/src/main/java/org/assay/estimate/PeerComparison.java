package org.assay.estimate;

import java.util.List;

/**
 * One assessor's errors beside those of the others in the same streams.
 *
 * @param assessor code of the assessor
 * @param checked checks in streams and grades in which others were checked, too
 * @param errors among them
 * @param expected errors that the others' shares give in the same checks
 * @param oddsRatioAtLeast lower limit of the odds of an error over the others' odds
 * @param confidence of the limit, one-sided: allows for everybody compared
 * @param varianceFactor by how much the variance of errors is taken to be larger than with
 *     independent checks, at least 1
 * @param above whether there are more errors than chance explains: the limit is above 1
 * @param boundaries mix-ups shown to be more frequent than among the others, the clearest first;
 *     none unless the assessor is named
 */
public record PeerComparison(
    int assessor,
    long checked,
    long errors,
    double expected,
    double oddsRatioAtLeast,
    double confidence,
    double varianceFactor,
    boolean above,
    List<BoundaryExcess> boundaries) {
  public PeerComparison {
    boundaries = List.copyOf(boundaries);
  }

  /**
   * Whether the assessor is named as erring more than the others, in all or at a boundary.
   *
   * @return true for at most the promised share of teams in which nobody differs
   */
  public boolean named() {
    return above || !boundaries.isEmpty();
  }
}
