package org.assay.data;

/** The length of a reporting period. Weeks are ISO weeks; all are bounded by local midnights. */
public enum PeriodKind {
  /** ISO week, Monday to Sunday. */
  WEEK,
  /** Calendar month. */
  MONTH,
  /** Calendar quarter. */
  QUARTER,
  /** Calendar year. */
  YEAR,
  /** Everything that arrived. */
  ALL
}
