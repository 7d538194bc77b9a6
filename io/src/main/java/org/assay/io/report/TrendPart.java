package org.assay.io.report;

import java.util.List;

/** What changed, and when. Parts of {@link ReportModel}. */
public final class TrendPart {
  private TrendPart() {}

  /**
   * Errors by assessor and week.
   *
   * @param period WEEK
   * @param labels weeks, in order
   * @param series one per assessor
   * @param baselinePeriods first weeks with checks that the charts compare with
   * @param oddsRatio change of the odds of an error that the charts look for
   * @param confidence of each week's limits and of the band around the baseline
   * @param falseSignalsPerYear the chance that any chart of the team signals in a year is at most
   *     this, if nothing changes
   * @param sentences the same in words
   */
  public record Trend(
      String period,
      List<String> labels,
      List<Series> series,
      int baselinePeriods,
      double oddsRatio,
      double confidence,
      double falseSignalsPerYear,
      List<String> sentences) {}

  /**
   * One assessor's weeks.
   *
   * @param assessor id of the assessor
   * @param baseline rate among checks that the charts compare with; null without enough checks
   * @param baselineChecks checks it stands on, or all there are
   * @param baselineTo last week of the baseline; null without one
   * @param points one per week with checks
   * @param signals of the charts after the baseline
   * @param sentence the same in words
   */
  public record Series(
      String assessor,
      Double baseline,
      long baselineChecks,
      String baselineTo,
      List<Point> points,
      List<Signal> signals,
      String sentence) {}

  /**
   * A signal of a chart.
   *
   * @param direction UP for more errors, DOWN for fewer
   * @param since week in which the change most likely began
   * @param at week of the signal
   */
  public record Signal(String direction, String since, String at) {}

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
