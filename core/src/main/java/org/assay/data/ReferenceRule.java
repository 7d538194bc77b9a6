package org.assay.data;

/**
 * Which of several verdicts on a grading is its reference. A grading enters a rate once; the other
 * verdicts on it measure the QA officers. Verdicts are in the order of their times, and those of
 * the same time in the order of their rows.
 */
public enum ReferenceRule {
  /** The first blind verdict; where none is blind, the first. */
  FIRST_BLIND,
  /** The first verdict. */
  FIRST,
  /** The last verdict. */
  LAST,
  /** What more than half of the verdicts say; where no grade has more than half, none. */
  MAJORITY,
  /**
   * What all verdicts say; where they differ and there are at least three, the last one, which
   * settles the difference; where two differ and nobody settled it, none.
   */
  ADJUDICATED
}
