package org.assay.drift;

import java.util.List;
import org.assay.drift.AssessorDrift.Size;

/**
 * Something that moved for everybody, and is nobody's drift.
 *
 * @param kind what it looks like
 * @param cell kind of errors that moved, -1 for all errors
 * @param more whether errors became more frequent
 * @param since the likeliest first period
 * @param periods those in which it may have begun, ascending
 * @param pValue chance of as clear a change where nothing moved
 * @param size of it
 */
public record TeamMove(
    MoveKind kind,
    int cell,
    boolean more,
    int since,
    List<Integer> periods,
    double pValue,
    Size size) {
  public TeamMove {
    periods = List.copyOf(periods);
  }

  /** What a common move looks like. */
  public enum MoveKind {
    /** Errors changed in the same strata, whoever graded: a guideline, or what a stratum holds. */
    GUIDELINE,
    /** Errors changed in the checks of one officer, whoever graded. */
    OFFICER,
    /** Errors changed only because the strata among the checks did. */
    CASE_MIX
  }
}
