package org.assay.io.report;

import java.util.List;

/** What changed, and when. Parts of {@link ReportModel}. */
public final class TrendPart {
  private TrendPart() {}

  /**
   * Errors by week: what moved for everybody, and each assessor.
   *
   * @param period WEEK
   * @param labels weeks, in order
   * @param moves what moved for everybody, and is nobody's drift
   * @param series one per assessor
   * @param baselinePeriods weeks with checks that an assessor has before being watched
   * @param oddsRatios sizes of changes that are looked for
   * @param confidence of each week's limits and of the band around the baseline
   * @param falseDiscoveryRate the mean share of false flags, and the chance of any where nothing
   *     changed, are at most this
   * @param sentences the same in words
   */
  public record Trend(
      String period,
      List<String> labels,
      List<Move> moves,
      List<Series> series,
      int baselinePeriods,
      List<Double> oddsRatios,
      double confidence,
      double falseDiscoveryRate,
      List<String> sentences) {}

  /**
   * Something that moved for everybody.
   *
   * @param kind GUIDELINE, OFFICER or CASE_MIX: what it looks like
   * @param officer who changed the way of checking; null unless OFFICER
   * @param mixUp kind of errors that moved, as "B graded C"; null for all of them
   * @param direction MORE or FEWER errors
   * @param oddsRatio odds of an error after over before; null where it has no bound
   * @param since the likeliest first week
   * @param changeSet weeks in which it may have begun, at 90 % confidence
   * @param sentence the same in words
   */
  public record Move(
      String kind,
      String officer,
      String mixUp,
      String direction,
      Double oddsRatio,
      String since,
      List<String> changeSet,
      String sentence) {}

  /**
   * One assessor's weeks.
   *
   * @param assessor id of the assessor
   * @param baseline rate among checks in the first weeks; null without enough checks
   * @param baselineChecks checks it stands on, or all there are
   * @param baselineTo last week of the baseline; null without one
   * @param points one per week with checks
   * @param drift what the checks say about change; null without times or checks
   * @param sentence the same in words
   */
  public record Series(
      String assessor,
      Double baseline,
      long baselineChecks,
      String baselineTo,
      List<Point> points,
      Drift drift,
      String sentence) {
    /** Whether the assessor is flagged. */
    boolean isDrifting() {
      return drift != null && "DRIFTING".equals(drift.conclusion());
    }
  }

  /**
   * What an assessor's checks say about change.
   *
   * @param conclusion DRIFTING, STABLE or NOT_ENOUGH_CHECKS
   * @param probability that the assessor changed: 1 less the local false-discovery rate; 0 before
   *     there is a baseline
   * @param direction MORE or FEWER errors; null unless DRIFTING
   * @param oddsRatio odds of an error after the change over before; unless DRIFTING of the last 13
   *     weeks over those before. Null where it has no bound
   * @param lower exact lower limit of it
   * @param upper exact upper limit; null where it has none
   * @param confidence of the limits
   * @param since the likeliest first week of the change; null unless DRIFTING
   * @param changeSet weeks in which it may have begun, at 90 % confidence
   * @param backSince the likeliest first week of a change back; null without one
   * @param mixUps kinds of errors that the change is in
   * @param furtherChecks checks it would take to show that the level is the same; null unless
   *     NOT_ENOUGH_CHECKS
   */
  public record Drift(
      String conclusion,
      double probability,
      String direction,
      Double oddsRatio,
      double lower,
      Double upper,
      double confidence,
      String since,
      List<String> changeSet,
      String backSince,
      List<MixUpChange> mixUps,
      Long furtherChecks) {}

  /**
   * A kind of errors that changed.
   *
   * @param mixUp as "B graded C"
   * @param direction MORE or FEWER
   * @param probability that the change is in this kind, given that the assessor changed
   */
  public record MixUpChange(String mixUp, String direction, double probability) {}

  /**
   * One assessor's week.
   *
   * @param period label
   * @param checked checks of the basis
   * @param errors found among them
   * @param lower exact limit of the week's rate
   * @param upper exact limit of the week's rate
   * @param fewest fewest errors that are no surprise beside the baseline
   * @param most most errors that are no surprise beside the baseline
   * @param outside whether the errors are fewer or more than that
   */
  public record Point(
      String period,
      long checked,
      long errors,
      double lower,
      double upper,
      long fewest,
      long most,
      boolean outside) {}
}
