package org.assay.count;

/** What counts when one rater rated an item more than once. */
public enum RepeatPolicy {
  /** The last rating: a correction replaces what it corrects. */
  LAST,
  /** The first rating: later ones may know of it. */
  FIRST,
  /** Every rating, as if raters were strangers; only where raters do not matter. */
  AS_REPEATS,
  /** None: a repeat is an error. */
  REJECT
}
