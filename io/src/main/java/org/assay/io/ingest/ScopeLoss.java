package org.assay.io.ingest;

/**
 * How much of an assessor, a unit or a stratum is lost.
 *
 * @param kind what it is
 * @param id its id, as far as it could be read
 * @param rows gradings received, or random checks of its gradings, the lost ones included
 * @param lost those of them that cannot be used
 */
public record ScopeLoss(Kind kind, String id, long rows, long lost) {
  /** Kinds of scope. */
  public enum Kind {
    /** Who graded. */
    ASSESSOR,
    /** Organisational group. */
    UNIT,
    /** Group of the sampling design. */
    STRATUM
  }

  /**
   * The share that is lost.
   *
   * @return in [0, 1]
   */
  public double share() {
    return rows == 0 ? 0 : (double) lost / rows;
  }
}
