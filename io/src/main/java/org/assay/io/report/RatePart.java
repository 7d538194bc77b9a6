package org.assay.io.report;

import java.util.List;
import org.assay.data.Selections.Blindness;

/**
 * Error rates, the honest ones and those that must not be published. Parts of {@link ReportModel}.
 */
public final class RatePart {
  private RatePart() {}

  /**
   * A rate in the population, from random checks of one kind.
   *
   * @param checked checks it stands on
   * @param errors found among them, not weighted
   * @param rate weighted; null without a check
   * @param standardError null with fewer than two checks, and where a plan stopped by what it found
   * @param lower lower limit
   * @param upper upper limit
   * @param confidence of the interval
   * @param method of the interval
   * @param blindness of the checks
   * @param population gradings it is about, as the weights give it
   * @param covered share of the gradings of the scope that some check stands for; the rest counts
   *     as errors in the upper limit and as none in the lower
   * @param unresolved random selections without a usable verdict: errors in the upper limit where
   *     they can be, none in the lower
   * @param undefined why there is no rate; null when there is one
   * @param sentence the same in words
   */
  public record Rate(
      long checked,
      long errors,
      Double rate,
      Double standardError,
      double lower,
      double upper,
      double confidence,
      String method,
      Blindness blindness,
      double population,
      double covered,
      long unresolved,
      String undefined,
      String sentence) {}

  /**
   * Rates of any error over the whole time.
   *
   * @param all everybody together
   * @param nonBlind everybody, from checks in sight of the grade alone; null when there are none or
   *     they are the basis
   * @param units by unit
   * @param assessors by assessor
   * @param streams by stream
   */
  public record Rates(
      Rate all, Rate nonBlind, List<Member> units, List<Member> assessors, List<Member> streams) {}

  /**
   * A rate of one unit, assessor or stream.
   *
   * @param id unit, assessor or stream
   * @param rate the estimate
   */
  public record Member(String id, Rate rate) {}

  /**
   * A figure that looks usable and is not.
   *
   * @param name what it is
   * @param errors found
   * @param checked checks it would stand on
   * @param rate the figure; null without a check
   * @param whyNot why it must not be published
   */
  public record Naive(String name, long errors, long checked, Double rate, String whyNot) {}

  /**
   * What checks in sight of the grade report, relative to blind ones.
   *
   * @param ratio rate of non-blind over rate of blind checks; null when one is missing or zero
   * @param lower limit
   * @param upper limit
   * @param confidence of the interval
   * @param method of the interval
   * @param undefined why there is none; null when there is one
   * @param sentence the same in words
   */
  public record BlindRatio(
      Double ratio,
      Double lower,
      Double upper,
      double confidence,
      String method,
      String undefined,
      String sentence) {}
}
