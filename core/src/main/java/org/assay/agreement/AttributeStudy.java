package org.assay.agreement;

import java.util.List;
import org.assay.compare.Concordance;
import org.assay.count.RatingRows;
import org.assay.data.Gradings;
import org.assay.internal.Check;
import org.assay.interval.ProportionInterval;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Attribute agreement analysis of a designed study: assessors grade the same items, some of them
 * more than once (trials), against a standard.
 *
 * <p>Four questions, each with the items that tell about it, how many of them match, and exact
 * limits: does an assessor agree with themselves over all trials ({@link Appraiser#within}), and
 * with the standard in all of them ({@link Appraiser#againstStandard}); do all assessors agree with
 * one another in all trials ({@link #between}), and with the standard ({@link
 * #allAgainstStandard})? Beside the shares stand Fleiss' kappa, in all and of each grade, and for
 * ordered grades Kendall's W and tau-b.
 *
 * <p>The study need not be balanced: within an assessor an item tells with two trials or more,
 * between assessors when two of them graded it, and against the standard when it has one.
 *
 * <p><b>Limits.</b> Clopper-Pearson. Some programs put all of the error probability on the one side
 * that is left when all items match, or none does: {@link Ends#ONE_SIDED_AT_THE_END} does so, too
 * (15 of 15: from 81.90 %, where {@link Ends#TWO_SIDED} has 78.20 %). The method of each interval
 * says which it is.
 *
 * <p><b>What it cannot tell.</b> Whether the standard is right, and how people grade when they do
 * not know that they are tested. The more trials and assessors there are, the fewer items match by
 * chance alone: shares of studies of different sizes do not compare, kappas do.
 *
 * <p><b>Cost.</b> One pass over the gradings. Immutable and thread-safe.
 *
 * <p><b>Source.</b> AIAG, Measurement Systems Analysis, 4th edition (2010), chapter III section C;
 * Fleiss (1971), Psychological Bulletin 76, 378-382; Clopper and Pearson (1934), Biometrika 26,
 * 404-413.
 *
 * @param appraisers every assessor, by code
 * @param between items on which everybody gave one grade in all trials
 * @param betweenKappa of all trials of all assessors
 * @param betweenOrder Kendall's W of all trials of all assessors; undefined for grades without
 *     order
 * @param allAgainstStandard items with a standard that everybody gave in all trials
 * @param allKappa means of all assessors' kappas with the standard
 * @param items items with a standard on which somebody erred, most errors first
 */
public record AttributeStudy(
    List<Appraiser> appraisers,
    Matched between,
    Kappas betweenKappa,
    Outcome betweenOrder,
    Matched allAgainstStandard,
    StandardKappas allKappa,
    List<ItemErrors> items) {
  /** In place of a grade: the item has no standard. */
  public static final int NO_STANDARD = -1;

  public AttributeStudy {
    appraisers = List.copyOf(appraisers);
    items = List.copyOf(items);
  }

  /** What a limit is where all items match, or none does. */
  public enum Ends {
    /** The two-sided limit of every other count. */
    TWO_SIDED,
    /** A one-sided limit with all of 1 - confidence, as some programs print it. */
    ONE_SIDED_AT_THE_END
  }

  /**
   * Items that match.
   *
   * @param inspected items that tell
   * @param matched of them, where all gradings asked for are one grade
   * @param interval exact limits of the share; 0 to 1 without items
   */
  public record Matched(long inspected, long matched, Interval interval) {
    static Matched of(long matched, long inspected, Ends ends, double confidence) {
      boolean isEnd = inspected > 0 && (matched == 0 || matched == inspected);
      if (ends == Ends.TWO_SIDED || !isEnd) {
        return new Matched(
            inspected,
            matched,
            ProportionInterval.CLOPPER_PEARSON.of(matched, inspected, confidence));
      }
      Interval oneSided =
          ProportionInterval.CLOPPER_PEARSON.of(
              matched,
              inspected,
              confidence,
              matched == 0 ? ProportionInterval.Sides.UPPER : ProportionInterval.Sides.LOWER);
      return new Matched(
          inspected,
          matched,
          new Interval(
              oneSided.lower(),
              oneSided.upper(),
              confidence,
              oneSided.method() + ", one-sided at the end"));
    }
  }

  /**
   * Fleiss' kappa.
   *
   * @param all of all grades
   * @param byGrade each grade against the rest, by code
   */
  public record Kappas(AgreementEstimate all, List<AgreementEstimate> byGrade) {
    public Kappas {
      byGrade = List.copyOf(byGrade);
    }
  }

  /**
   * Fleiss' kappa of a trial and the standard, the mean of all trials. It has no standard error:
   * the trials share their items.
   *
   * @param all of all grades
   * @param byGrade each grade against the rest, by code
   * @param order Kendall's tau-b with the standard; undefined for grades without order
   */
  public record StandardKappas(Outcome all, List<Outcome> byGrade, Outcome order) {
    public StandardKappas {
      byGrade = List.copyOf(byGrade);
    }
  }

  /**
   * An assessor in the study.
   *
   * @param assessor code of the assessor
   * @param within items graded twice or more, and those that got one grade
   * @param withinKappa of the trials
   * @param withinOrder Kendall's W of the trials; undefined for grades without order
   * @param againstStandard items with a standard, and those that got it in all trials
   * @param standardKappa with the standard
   * @param disagreement how the others differ from the standard
   */
  public record Appraiser(
      int assessor,
      Matched within,
      Kappas withinKappa,
      Outcome withinOrder,
      Matched againstStandard,
      StandardKappas standardKappa,
      Disagreement disagreement) {}

  /**
   * How an assessor differs from the standard.
   *
   * @param above items that got one grade in all trials, later in the scheme than the standard
   * @param canBeAbove items whose standard is not the last grade
   * @param below items that got one grade in all trials, earlier in the scheme
   * @param canBeBelow items whose standard is not the first grade
   * @param mixed items with a standard that got different grades
   * @param inspected items with a standard
   */
  public record Disagreement(
      long above, long canBeAbove, long below, long canBeBelow, long mixed, long inspected) {}

  /**
   * An item that was graded otherwise than its standard.
   *
   * @param item code of the item
   * @param gradings of all assessors in all trials
   * @param wrong of them
   */
  public record ItemErrors(int item, long gradings, long wrong) {}

  /**
   * The study that a table of gradings is. Gradings of an item by the same assessor are trials, in
   * the order of their times, or of their rows where times are equal or not recorded.
   *
   * @param gradings each row once
   * @param standard by code of the item a code of the scheme, or {@link #NO_STANDARD}
   * @param ends limits where all items match, or none does
   * @param confidence of the limits, in (0, 1)
   * @return every table of the study
   * @throws IllegalArgumentException if there is no grading, or standard is of another length or
   *     holds a code that is not of the scheme
   */
  public static AttributeStudy of(Gradings gradings, int[] standard, Ends ends, double confidence) {
    Check.openUnit("confidence", confidence);
    Check.atLeast("gradings", 1, gradings.size());
    int items = gradings.item().ids().size();
    if (standard.length != items) {
      throw new IllegalArgumentException(
          "standard must have one entry per item, " + items + ", got " + standard.length);
    }
    for (int item = 0; item < items; item++) {
      Check.range(
          "standard of item " + item, NO_STANDARD, gradings.scheme().size() - 1L, standard[item]);
    }
    return new AttributeCounts(gradings, standard).study(ends, confidence);
  }

  /** Kendall's W where grades have an order. */
  static Outcome order(boolean isOrdered, RatingRows trials) {
    return isOrdered && trials.raters() > 1
        ? Concordance.of(trials, true).coefficient()
        : Outcome.undefined(Undefined.NOT_APPLICABLE);
  }
}
