package org.assay.io.report;

import java.util.List;
import org.assay.estimate.OfficerComparisons;

/** How well the reference agrees with itself. Parts of {@link ReportModel}. */
public final class ReferencePart {
  private ReferencePart() {}

  /**
   * What is known of the reference, that is of the QA officers.
   *
   * @param blindPairs gradings that two officers checked blind
   * @param otherPairs gradings that two officers checked, one of them at least in sight of the
   *     grade or not known to be blind
   * @param officers each officer with random checks, by id
   * @param falseNames chance at most that an officer is named where all find alike, over all looks
   * @param secondHalf second halves of working days beside first ones; null without days that can
   *     be cut
   * @param calibration what the first of two blind verdicts makes of gradings whose reference is
   *     settled
   * @param bands what the rate of any error may be for a reference that is not always right
   * @param sentences the same in words
   */
  public record ReferenceQuality(
      Pairs blindPairs,
      Pairs otherPairs,
      List<Officer> officers,
      double falseNames,
      SecondHalf secondHalf,
      Calibration calibration,
      List<Band> bands,
      List<String> sentences) {}

  /**
   * Agreement of two officers.
   *
   * @param gradings checked by both
   * @param agreed of them, with the same grade
   * @param lower exact limit of the share; 0 without gradings
   * @param upper exact limit; 1 without gradings
   * @param confidence of the limits
   * @param kappa Fleiss' kappa; null when undefined
   * @param ac1 Gwet's AC1; null when undefined
   */
  public record Pairs(
      long gradings,
      long agreed,
      double lower,
      double upper,
      double confidence,
      Double kappa,
      Double ac1) {}

  /**
   * A QA officer beside the others, at equal case mix.
   *
   * @param officer id of the officer
   * @param checked random checks beside those of others
   * @param found errors among them
   * @param expected what the others would have found there; null when not compared
   * @param oddsLower lower limit of the odds of finding an error over those of the others; null
   *     when not compared
   * @param oddsUpper upper limit; null when there is none
   * @param confidence of the limits
   * @param finding what it shows; null when not compared
   * @param pairs blind pairs with another officer
   * @param agreed of them, with the same grade
   * @param settled pairs that differ and that a later verdict settled
   * @param overturned of the settled, in which another grade stands
   * @param inSightRatio errors found in sight of the grade, relative to the officer's blind checks;
   *     null when there is none
   * @param sentence the same in words
   */
  public record Officer(
      String officer,
      long checked,
      long found,
      Double expected,
      Double oddsLower,
      Double oddsUpper,
      double confidence,
      OfficerComparisons.Finding finding,
      long pairs,
      long agreed,
      long settled,
      long overturned,
      Double inSightRatio,
      String sentence) {}

  /**
   * Second halves of officers' working days.
   *
   * @param days that were cut
   * @param checked checks in second halves beside such in first ones
   * @param found errors among them
   * @param expected what first halves would have found in their place
   * @param oddsLower lower limit of the odds of finding an error over those in first halves
   * @param oddsUpper upper limit; null when there is none
   * @param confidence of the limits
   */
  public record SecondHalf(
      long days,
      long checked,
      long found,
      double expected,
      double oddsLower,
      Double oddsUpper,
      double confidence) {}

  /**
   * How often the first of two blind verdicts was right.
   *
   * @param shownErrors gradings whose settled reference differs from the grade
   * @param found of them, called wrong
   * @param shownRight gradings whose settled reference is the grade
   * @param confirmed of them, called right
   * @param unsettled pairs that differ and that nobody settled
   */
  public record Calibration(
      long shownErrors, long found, long shownRight, long confirmed, long unsettled) {}

  /**
   * What the rate of any error may be.
   *
   * @param source where the shares come from: DOUBLE_CHECKS, or ASSUMED where nothing is known
   * @param leastSensitivity share of errors that checks find, at least
   * @param mostSensitivity at most
   * @param leastSpecificity share of right gradings that checks confirm, at least
   * @param mostSpecificity at most
   * @param lower lower end
   * @param upper upper end
   */
  public record Band(
      Source source,
      double leastSensitivity,
      double mostSensitivity,
      double leastSpecificity,
      double mostSpecificity,
      double lower,
      double upper) {
    /** Where the shares of a band come from. */
    public enum Source {
      /** Limits from settled pairs of blind verdicts. */
      DOUBLE_CHECKS,
      /** Nothing is known; to see how much it matters. */
      ASSUMED
    }
  }
}
