package org.assay.agreement;

/** What a reader should know about an estimate that is defined all the same. */
public enum Caution {
  /** A rater gave one grade throughout; kappa is then 0 whatever the agreement. */
  NO_VARIATION_RATER,
  /** No two ratings of an item disagree, or all do: the standard error says nothing there. */
  BOUNDARY,
  /** Chance alone gives more than 95 % agreement: the value hangs on very few disagreements. */
  ILL_CONDITIONED,
  /** Fewer than 10 items have two ratings; large-sample intervals are then a guess. */
  FEW_PAIRABLE_ITEMS,
  /** Some pairs of raters share no item, or have no kappa, and are left out of the mean. */
  PAIRS_LEFT_OUT,
  /**
   * Fewer than 50 items with two ratings, or fewer than 20 expected with another grade than the
   * commonest: limits other than {@link Inference.IntervalKind#POSTERIOR} are too short there. Of
   * 95 % limits by t, .14 to .92 held at 20 to 200 items and grades 95 to 5.
   */
  SHORT_LIMITS,
  /** The interval was cut at -1 or 1, which means that the method does not suit the data. */
  INTERVAL_CUT
}
