package org.assay.io.report;

import java.util.List;
import org.assay.needs.Evidence;
import org.assay.needs.TrainingEffect.TrainingConclusion;

/** Who needs which support. Parts of {@link ReportModel}. */
public final class NeedPart {
  private NeedPart() {}

  /**
   * Training needs of the team, its cohorts and its people, and what trainings did.
   *
   * @param of what shares are taken of: REFERENCE_GRADE, or GRADE_GIVEN where the sample was chosen
   *     by it
   * @param falseDiscoveryRate share of names that may be wrong on average
   * @param leastEffect odds ratio below which nothing is named
   * @param guidelineShare share of a reference grade's items from which a mix-up of everybody is a
   *     problem of the guideline
   * @param comparisons how many were possible
   * @param guideline mix-ups of everybody
   * @param cohorts units beside the others, where there are several; in the order of ids
   * @param people everybody, in the order of ids
   * @param trainings in the order of the policy
   * @param promise what is promised about chance
   */
  public record Needs(
      String of,
      double falseDiscoveryRate,
      double leastEffect,
      double guidelineShare,
      long comparisons,
      List<Guideline> guideline,
      List<Person> cohorts,
      List<Person> people,
      List<Trained> trainings,
      String promise) {}

  /**
   * A mix-up of everybody.
   *
   * @param reference reference grade
   * @param grade grade given
   * @param found checks with it, not weighted
   * @param checked checks with this reference grade, not weighted
   * @param share of this grade where that is the reference grade, in the population
   * @param shareAtLeast lower limit of it
   * @param confidence of the limit, one-sided
   * @param people who were checked
   * @param peopleAbove of them, whose share is about as large
   * @param sentence the same in words
   */
  public record Guideline(
      String reference,
      String grade,
      long found,
      long checked,
      double share,
      double shareAtLeast,
      double confidence,
      long people,
      long peopleAbove,
      String sentence) {}

  /**
   * A person, or a unit.
   *
   * @param id of the person or the unit
   * @param checked checks in streams and grades in which others were checked, too
   * @param evidence how well more errors than those of the others are shown
   * @param severityExcess severity of the errors found less that of those expected, per 1,000
   *     checks; null without a comparison
   * @param needs none unless the evidence is strong or moderate
   */
  public record Person(
      String id, long checked, Evidence evidence, Double severityExcess, List<Need> needs) {}

  /**
   * One need.
   *
   * @param reference reference grade; null for errors of every kind
   * @param grade grade given; null for errors of every kind
   * @param direction UNDER where the grade given is further down the scheme than the reference
   *     grade, OVER where it is further up; null without an order, and for errors of every kind
   * @param evidence STRONG or MODERATE
   * @param errors how often, beside the others
   * @param severityExcess severity times those found beyond the others' share, per 1,000 checks of
   *     the person
   * @param shrunkenSeverityExcess the same with the number drawn towards the others'
   * @param teamFall by how much the team's error rate falls if this becomes as frequent as among
   *     the others; null where the report has no rate of it
   * @param guideline whether the whole team has the same mix-up
   * @param examples ids of up to five checked items that show it
   * @param sentence the same in words
   */
  public record Need(
      String reference,
      String grade,
      Direction direction,
      Evidence evidence,
      Beside errors,
      double severityExcess,
      double shrunkenSeverityExcess,
      Fall teamFall,
      boolean guideline,
      List<String> examples,
      String sentence) {}

  /**
   * Errors of one kind beside those of the others; not weighted.
   *
   * @param found errors
   * @param checked checks that could have shown them
   * @param share found among these
   * @param lower limit of the share, two-sided with the report's confidence
   * @param upper limit of the share
   * @param others share of the others in the same checks
   * @param oddsRatio odds over the others' odds; null where nobody else errs
   * @param oddsRatioAtLeast lower limit of it
   * @param confidence of that limit, one-sided: allows for all comparisons
   */
  public record Beside(
      long found,
      long checked,
      double share,
      double lower,
      double upper,
      double others,
      Double oddsRatio,
      double oddsRatioAtLeast,
      double confidence) {}

  /** Where the grade given is in the scheme, beside the reference grade. */
  public enum Direction {
    /** Further up. */
    OVER,
    /** Further down. */
    UNDER
  }

  /**
   * A fall of the team's rate.
   *
   * @param estimate in [0, 1]
   * @param lower limit, two-sided with the report's confidence
   * @param upper limit
   * @param shrunken the fall with the number of errors drawn towards the others'
   */
  public record Fall(double estimate, double lower, double upper, double shrunken) {}

  /**
   * What a training did.
   *
   * @param assessor id of the assessor
   * @param date of the training
   * @param reference reference grade of the mix-up it was about; null for every error
   * @param grade grade given; null for every error
   * @param foundBefore errors before it
   * @param checkedBefore checks before it
   * @param foundAfter errors after it
   * @param checkedAfter checks after it
   * @param predicted errors after it without an effect; null without a comparison
   * @param ratio of errors found after it to those predicted; null where none is predicted
   * @param lower limit of the ratio, two-sided with the report's confidence; null as the ratio
   * @param upper limit of the ratio
   * @param unadjusted the ratio as it looks, regression to the mean and all; null where it cannot
   *     be formed
   * @param conclusion in the words that are used
   * @param sentence the same in words
   */
  public record Trained(
      String assessor,
      String date,
      String reference,
      String grade,
      long foundBefore,
      long checkedBefore,
      long foundAfter,
      long checkedAfter,
      Double predicted,
      Double ratio,
      Double lower,
      Double upper,
      Double unadjusted,
      TrainingConclusion conclusion,
      String sentence) {}
}
