package org.assay.plan;

/** What a check found. */
public enum Verdict {
  /** No error that counts. */
  RIGHT,
  /** An error that counts. */
  ERROR,
  /** The drawn item cannot be checked any more; it counts as an error, the worst case. */
  MISSING
}
