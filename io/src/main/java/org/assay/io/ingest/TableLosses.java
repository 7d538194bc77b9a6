package org.assay.io.ingest;

import java.util.List;

/**
 * What is lost of one table: rows that cannot be used and are not accounted for by other rows.
 *
 * <p>Exact duplicates, corrected rows, corrections set aside, selections whose verdict stands in
 * another row, rows after the as-of time and rows under another version of the scheme are not lost.
 * Of verdicts only random selections count, and those whose method cannot be read.
 *
 * @param table gradings or verdicts
 * @param rows rows read, without those that are accounted for otherwise
 * @param lost those of them that cannot be used
 * @param scopes of each assessor, unit and stratum that lost some, the largest share first
 * @param causes why, the one with most rows first
 * @param times when the lost gradings of each scope were made, or those of the lost checks
 */
public record TableLosses(
    String table,
    long rows,
    long lost,
    List<ScopeLoss> scopes,
    List<LossCause> causes,
    LostTimes times) {

  public TableLosses {
    scopes = List.copyOf(scopes);
    causes = List.copyOf(causes);
  }

  /**
   * The share that is lost.
   *
   * @return in [0, 1]
   */
  public double share() {
    return rows == 0 ? 0 : (double) lost / rows;
  }

  /**
   * The share that is lost of a scope.
   *
   * @param kind assessor, unit or stratum
   * @param id its id
   * @return in [0, 1], 0 when nothing of it is known to be lost
   */
  public double share(ScopeLoss.Kind kind, String id) {
    return scopes.stream()
        .filter(scope -> scope.kind() == kind && scope.id().equals(id))
        .mapToDouble(ScopeLoss::share)
        .findFirst()
        .orElse(0);
  }
}
