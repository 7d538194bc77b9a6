package org.assay.io.report;

import java.util.List;
import org.assay.io.report.RatePart.Rate;

/** Who mixes up what, beside the others. Parts of {@link ReportModel}. */
public final class PeoplePart {
  private PeoplePart() {}

  /**
   * One mix-up.
   *
   * @param reference reference grade
   * @param grade grade given
   * @param checked times it was found, not weighted
   * @param gradeGivenReference share of this grade where that is the reference grade
   * @param referenceGivenGrade share of this reference grade where that grade was given
   */
  public record Confusion(
      String reference,
      String grade,
      long checked,
      Rate gradeGivenReference,
      Rate referenceGivenGrade) {}

  /**
   * What the checks of one assessor say, and whether they indicate help.
   *
   * @param assessor id of the assessor
   * @param rate of any error
   * @param expected rate the others would have in the same streams; null when it cannot be said
   * @param confusions most frequent mix-ups
   * @param boundaries mix-ups shown to be more frequent than among the others in the same streams
   * @param sentences the same in words
   * @param comparison with the others in the same checks; null when there are too few
   */
  public record Support(
      String assessor,
      Rate rate,
      Double expected,
      List<Confusion> confusions,
      List<Boundary> boundaries,
      List<String> sentences,
      Comparison comparison) {}

  /**
   * A mix-up shown to be more frequent than among the others; the test is in the finding.
   *
   * @param reference reference grade
   * @param grade grade given
   * @param share of this grade where that is the reference grade, in the population
   * @param expected share among the others in the same streams; null when it cannot be said
   */
  public record Boundary(String reference, String grade, Rate share, Double expected) {}

  /**
   * One assessor's errors beside those of the others in the same checks, not weighted.
   *
   * @param checked checks in streams and grades in which others were checked, too
   * @param errors among them
   * @param expected errors that the others' shares give in the same checks
   * @param oddsRatioAtLeast lower limit of the odds of an error over the others' odds
   * @param confidence of the limit, one-sided; allows for everybody compared
   * @param varianceFactor by how much the errors are taken to vary more than independent ones
   */
  public record Comparison(
      long checked,
      long errors,
      double expected,
      double oddsRatioAtLeast,
      double confidence,
      double varianceFactor) {}
}
