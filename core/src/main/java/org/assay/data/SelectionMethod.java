package org.assay.data;

/** How a grading came to be checked. Only random methods support a claim about a population. */
public enum SelectionMethod {
  /** Simple random sample. */
  SRS(true),
  /** Simple random sample within strata. */
  STRATIFIED(true),
  /** Every k-th with a random start. */
  SYSTEMATIC(true),
  /** Probability proportional to size. */
  PPS(true),
  /** Everything was selected. */
  CENSUS(true),
  /** An item with a reference agreed beforehand. */
  SEEDED(false),
  /** Picked because an error was suspected. */
  TARGETED(false),
  /** Sent by somebody else. */
  REFERRED(false),
  /** Contested. */
  APPEAL(false),
  /** Whatever was at hand. */
  CONVENIENCE(false);

  private final boolean random;

  SelectionMethod(boolean random) {
    this.random = random;
  }

  /**
   * Whether a check selected this way may enter a rate.
   *
   * @return true for SRS, STRATIFIED, SYSTEMATIC, PPS and CENSUS
   */
  public boolean isRandom() {
    return random;
  }
}
