package org.assay.latent;

/** How gradings come from the right grade of an item, which nobody sees. */
public enum LatentModel {
  /**
   * One accuracy per assessor: the right grade with probability a_j, each other one with (1 - a_j)
   * / (K - 1). The fewest parameters; Dalvi et al. (2013), the homogeneous model of Dawid and Skene
   * (1979).
   */
  ONE_COIN,
  /**
   * A matrix per assessor: grade l for an item of grade k with probability P_j(l | k), independent
   * given k. Dawid and Skene (1979), JRSS C 28, 20-28, doi:10.2307/2346806.
   */
  DAWID_SKENE,
  /**
   * Dawid and Skene's matrices for easy items, and hard items that pull everybody the same way: a
   * hard item of grade k has a wrong grade m of its own, and whoever grades it answers k, m or
   * something else with three probabilities that are the same for all hard items and assessors. So
   * assessors may agree on a wrong grade. K^2 classes in place of K.
   */
  DIFFICULTY
}
