package org.assay.io.report;

import java.util.List;
import org.assay.data.Selections.Blindness;
import org.assay.io.ingest.Ledger;

/**
 * What arrived, what was checked, and which checks the figures stand on. Parts of {@link
 * ReportModel}.
 */
public final class CheckPart {
  private CheckPart() {}

  /**
   * Which checks the figures stand on.
   *
   * @param blindness BLIND, UNKNOWN or NON_BLIND; never a mixture
   * @param sentence the same in words
   */
  public record Basis(Blindness blindness, String sentence) {}

  /**
   * The account of every row.
   *
   * @param ledger rows in = rows used + rows pending + rows excluded
   * @param sentences the same in words
   */
  public record Arrived(Ledger ledger, List<String> sentences) {}

  /**
   * What was checked and how it was chosen.
   *
   * @param gradings gradings used
   * @param random random checks with a recorded probability that have a verdict
   * @param blind of them, blind
   * @param nonBlind of them, in sight of the grade
   * @param unknown of them, not recorded whether blind
   * @param pending random selections that wait for their verdict
   * @param pendingShare of the random selections
   * @param provisional whether figures may still move because too many verdicts are pending
   * @param methods checks by how they were selected
   * @param assessors by assessor
   * @param periods by month
   * @param sentences the same in words
   */
  public record Checks(
      long gradings,
      long random,
      long blind,
      long nonBlind,
      long unknown,
      long pending,
      double pendingShare,
      boolean provisional,
      List<Method> methods,
      List<Coverage> assessors,
      List<Coverage> periods,
      List<String> sentences) {}

  /**
   * Checks selected in one way.
   *
   * @param method SRS, STRATIFIED, ...
   * @param checked with a verdict
   * @param errors where grade and reference grade differ
   * @param usable whether they may enter a rate
   * @param withoutProbability of the checked, random but without a recorded probability
   */
  public record Method(
      String method, long checked, long errors, boolean usable, long withoutProbability) {}

  /**
   * How much of the gradings of a person or a period was checked.
   *
   * @param id assessor, or label of the period
   * @param gradings gradings used
   * @param random random checks with a verdict
   * @param blind of them, blind
   * @param pending random selections that wait for their verdict
   * @param pendingShare of the random selections
   * @param provisional whether too many verdicts are pending
   * @param represented gradings the design accounts for: the sum of 1/probability
   */
  public record Coverage(
      String id,
      long gradings,
      long random,
      long blind,
      long pending,
      double pendingShare,
      boolean provisional,
      double represented) {}
}
