package org.assay.io.report;

import java.util.List;
import org.assay.io.report.MatrixPart.Share;

/** Rates of people who get different work. Parts of {@link ReportModel}. */
public final class FairPart {
  private FairPart() {}

  /**
   * Rates made comparable.
   *
   * @param team rate of everybody; null without a check
   * @param phi how much more standardised rates vary than by chance: 1 by chance alone
   * @param variance tau^2, of standardised rates beyond chance
   * @param people with a check, in the order of ids
   * @param reversedPairs pairs of people whose order turns round once they have the same mix
   * @param sentences the same in words, with what it cannot say
   */
  public record Fair(
      Double team,
      double phi,
      double variance,
      List<Standing> people,
      long reversedPairs,
      List<String> sentences) {}

  /**
   * One assessor's rates.
   *
   * @param assessor id of the assessor
   * @param checked checks
   * @param crude rate as it is
   * @param expected rate the others would have with this mix of streams and reference grades; null
   *     with too few checks
   * @param indirect rate with the team's mix, by comparison with the others
   * @param direct rate with the team's mix, stratum by stratum
   * @param limits how far chance moves the indirect rate; null with too few checks
   */
  public record Standing(
      String assessor,
      long checked,
      Share crude,
      Double expected,
      Share indirect,
      Share direct,
      Limits limits) {}

  /**
   * Funnel limits around the team's rate.
   *
   * @param checks equal checks that vary as much
   * @param lower for a look at one person
   * @param upper for a look at one person
   * @param lowerAll allows for everybody in the picture
   * @param upperAll allows for everybody in the picture
   */
  public record Limits(long checks, double lower, double upper, double lowerAll, double upperAll) {}
}
