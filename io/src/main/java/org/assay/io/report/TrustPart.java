package org.assay.io.report;

/** Whether the checks can be trusted. Parts of {@link ReportModel}. */
public final class TrustPart {
  private TrustPart() {}

  /**
   * Agreement of grades and reference grades in one stream.
   *
   * @param stream id of the stream
   * @param checked checks
   * @param observed share of gradings that agree
   * @param expected by chance
   * @param kappa Cohen's kappa; null when undefined
   * @param kappaError standard error
   * @param kappaLower limit
   * @param kappaUpper limit
   * @param ac1 Gwet's AC1
   * @param ac1Lower limit
   * @param ac1Upper limit
   * @param confidence of the intervals
   * @param undefined why there is no kappa; null when there is one
   * @param commonest commonest reference grade
   * @param commonestShare its share
   * @param sentence the same in words
   */
  public record Agreement(
      String stream,
      long checked,
      Double observed,
      Double expected,
      Double kappa,
      Double kappaError,
      Double kappaLower,
      Double kappaUpper,
      Double ac1,
      Double ac1Lower,
      Double ac1Upper,
      double confidence,
      String undefined,
      String commonest,
      double commonestShare,
      String sentence) {}

  /**
   * What one QA officer checked.
   *
   * @param reviewer id of the QA officer
   * @param checked all checks
   * @param basisChecked random checks of the basis
   * @param basisErrors errors found among them
   * @param lower exact limit of the share found
   * @param upper exact limit
   * @param confidence of the interval
   */
  public record Reviewer(
      String reviewer,
      long checked,
      long basisChecked,
      long basisErrors,
      double lower,
      double upper,
      double confidence) {}
}
