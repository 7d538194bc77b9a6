package org.assay.needs;

/** How well it is shown that somebody errs more than the others: the only words that are used. */
public enum Evidence {
  /** Named, and with all comparisons together the chance of any wrong name is as promised. */
  STRONG,
  /** Named, and on average no more of the names are wrong than promised. */
  MODERATE,
  /** More errors than chance explains, but by less than the effect worth naming. */
  SMALL,
  /** Not distinguishable from the others. */
  NOT_DISTINGUISHABLE,
  /** Too few checks beside those of others to be compared. */
  TOO_FEW_CHECKS;

  /**
   * Whether it is a reason to name.
   *
   * @return true for {@link #STRONG} and {@link #MODERATE}
   */
  public boolean names() {
    return this == STRONG || this == MODERATE;
  }
}
