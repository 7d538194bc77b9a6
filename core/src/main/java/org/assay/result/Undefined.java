package org.assay.result;

/** Why a statistic does not exist for valid data. */
public enum Undefined {
  /** Only one grade was used, so that agreement by chance is certain. */
  NO_VARIATION,
  /** No item has two ratings. */
  NO_PAIRS,
  /** Fewer items than the statistic needs. */
  TOO_FEW_ITEMS,
  /** The grade was declared but never used. */
  UNUSED_GRADE,
  /** The data do not determine the parameter. */
  NOT_IDENTIFIED,
  /** The variance is zero, so that a ratio by it has no meaning. */
  ZERO_VARIANCE,
  /** This statistic has no such number, whatever the data. */
  NOT_APPLICABLE
}
