package org.assay.io.report;

import java.util.List;

/** How assessors agree with one another, without a verdict. Parts of {@link ReportModel}. */
public final class AmongPart {
  private AmongPart() {}

  /**
   * Agreement on the items that several assessors graded.
   *
   * @param parts all streams, then each stream; empty when nobody shares an item
   * @param others kappa of each assessor with the others who graded the same items, over all
   *     streams
   * @param sentence what they are of
   */
  public record Among(List<Part> parts, AgreementModel.Comparisons others, String sentence) {}

  /**
   * One stream, or all of them.
   *
   * @param stream id; "all streams" for all
   * @param items items graded
   * @param sharedItems items that two assessors or more graded
   * @param coefficients of the shared items: percent agreement, Fleiss' kappa, Gwet's AC1
   * @param sentence the same in words
   */
  public record Part(
      String stream,
      long items,
      long sharedItems,
      List<AgreementModel.Coefficient> coefficients,
      String sentence) {}
}
