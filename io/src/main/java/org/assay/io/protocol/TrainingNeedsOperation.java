package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.assay.io.schema.Form;
import org.assay.io.schema.Required;
import org.assay.io.schema.Within;
import org.assay.needs.Evidence;
import org.assay.needs.NeedOptions;
import org.assay.needs.TrainingEffect.TrainingConclusion;

/** Op {@code trainingNeeds}: who errs more than the others, and at which boundary. */
final class TrainingNeedsOperation {
  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>(
          "trainingNeeds", Input.class, Params.class, Result.class, TrainingNeedAnswers::of);

  private TrainingNeedsOperation() {}

  /**
   * The gradings that were checked.
   *
   * @param gradings one row per grading: assessor, reference grade, grade, and where they matter
   *     weight, stream, item, period and times
   * @param grades the grades in order; those seen when left out
   * @param severity of each mix-up, a row per reference grade; 1 each when left out
   * @param cohorts cohort by assessor, as texts; who is left out is in none
   * @param trainings that people had, by the periods of the gradings
   */
  record Input(
      @Required List<Grading> gradings,
      List<@Form(Form.LABEL) Object> grades,
      List<List<@Within("[0, )") Double>> severity,
      Map<String, String> cohorts,
      List<Trained> trainings) {}

  /**
   * A grading that was checked.
   *
   * @param assessor who graded
   * @param reference reference grade
   * @param grade grade given
   * @param weight inverse of the probability with which the check was drawn, above 0; 1 when left
   *     out
   * @param stream where the item came from, as a text; errors are compared within a stream
   * @param item id of it, as a text, for examples
   * @param period number of the period (week) within which errors may go together; 0 when left out
   * @param times how many such gradings there are; 1 when left out
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Grading(
      @Required @Form(Form.LABEL) Object assessor,
      @Required @Form(Form.LABEL) Object reference,
      @Required @Form(Form.LABEL) Object grade,
      @Within("(0, )") Double weight,
      String stream,
      String item,
      @Within("[0, 100000]") Integer period,
      @Within("[1, 1000000000]") Integer times) {}

  /**
   * A training.
   *
   * @param assessor who was trained
   * @param from first period after it
   * @param since first period that counts as before it; 0 when left out
   * @param reference reference grade of the mix-up it was about; every error when left out
   * @param grade grade given; every error when left out
   */
  record Trained(
      @Required @Form(Form.LABEL) Object assessor,
      @Required @Within("[0, 100000]") Integer from,
      @Within("[0, 100000]") Integer since,
      @Form(Form.LABEL) Object reference,
      @Form(Form.LABEL) Object grade) {}

  /**
   * What is worth naming.
   *
   * @param falseDiscoveryRate share of names that may be wrong on average, and chance of any name
   *     where nobody differs; 0.05 when left out
   * @param effect smallest odds ratio worth naming; 1.25 when left out
   * @param guidelineShare share of a reference grade's gradings from which a mix-up of everybody is
   *     a problem of the guideline; 0.05 when left out
   * @param confidence of two-sided limits; 0.95 when left out
   */
  record Params(
      @Within("(0, 1)") Double falseDiscoveryRate,
      @Within("[1, )") Double effect,
      @Within("(0, 1)") Double guidelineShare,
      @Within("(0, 1)") Double confidence) {
    Params {
      falseDiscoveryRate =
          falseDiscoveryRate == null ? NeedOptions.FALSE_DISCOVERY_RATE : falseDiscoveryRate;
      effect = effect == null ? NeedOptions.LEAST_EFFECT : effect;
      guidelineShare = guidelineShare == null ? NeedOptions.GUIDELINE_SHARE : guidelineShare;
      confidence = confidence == null ? 0.95 : confidence;
    }
  }

  /**
   * What is shown.
   *
   * @param grades the grades in order
   * @param of what shares are taken of: REFERENCE_GRADE, or GRADE_GIVEN where the weights follow it
   * @param assessors one per assessor, in the order of their first grading
   * @param needs of those named, in the order of the assessors, the largest severity first
   * @param cohorts needs of cohorts, the same; assessor is the cohort
   * @param guideline mix-ups that everybody makes
   * @param trainings what trainings did, in their order; left out without
   * @param comparisons how many were possible
   * @param varianceExcess of errors of one person and period beyond independent ones, relative;
   *     null where nobody has two periods
   */
  record Result(
      List<@Form(Form.LABEL) Object> grades,
      Of of,
      List<Assessor> assessors,
      List<Need> needs,
      List<Need> cohorts,
      List<Guideline> guideline,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Effect> trainings,
      long comparisons,
      Double varianceExcess) {}

  /** What shares are taken of. */
  enum Of {
    /** Checks with the reference grade. */
    REFERENCE_GRADE,
    /** Checks with the grade given. */
    GRADE_GIVEN
  }

  /**
   * An assessor.
   *
   * @param id as given
   * @param checked checks in streams and grades in which others were checked, too
   * @param evidence how well more errors than those of the others are shown
   * @param found errors; null with too few checks, as what follows
   * @param expected errors that the others' shares give in the same checks
   * @param severityExcess severity of the errors found less that of those expected, per check
   */
  record Assessor(
      String id,
      long checked,
      Evidence evidence,
      Long found,
      Double expected,
      Double severityExcess) {}

  /**
   * A need.
   *
   * @param assessor as given
   * @param reference reference grade; null for errors of every kind, which no boundary is shown for
   * @param grade grade given; null with reference
   * @param evidence STRONG or MODERATE
   * @param found errors
   * @param checked checks that could have shown them
   * @param share found among these
   * @param lower limit of the share, Clopper and Pearson's, wider where errors go together
   * @param upper limit of the share
   * @param others share of the others in the same checks
   * @param oddsRatio odds over the others' odds (Mantel and Haenszel); null where nobody else errs
   * @param oddsRatioAtLeast exact lower limit of it, above 1, all comparisons allowed for
   * @param pValue exact
   * @param adjusted smallest false-discovery rate at which it is named
   * @param severityExcess severity times those found beyond the others' share, per check
   * @param shrunkenSeverityExcess the same with the number drawn towards the others'
   * @param examples up to five items that show it; left out without items
   */
  record Need(
      String assessor,
      @Form(Form.LABEL) Object reference,
      @Form(Form.LABEL) Object grade,
      Evidence evidence,
      long found,
      long checked,
      double share,
      double lower,
      double upper,
      double others,
      Double oddsRatio,
      double oddsRatioAtLeast,
      double pValue,
      double adjusted,
      double severityExcess,
      double shrunkenSeverityExcess,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> examples) {}

  /**
   * A mix-up of everybody.
   *
   * @param reference reference grade
   * @param grade grade given
   * @param found checks with it
   * @param checked checks with this reference grade
   * @param share of this grade where that is the reference grade, weighted
   * @param shareAtLeast lower limit of it
   * @param adjusted smallest false-discovery rate at which it is named
   * @param people who were checked
   * @param peopleAbove of them, whose share is about as large
   */
  record Guideline(
      @Form(Form.LABEL) Object reference,
      @Form(Form.LABEL) Object grade,
      long found,
      long checked,
      double share,
      double shareAtLeast,
      double adjusted,
      long people,
      long peopleAbove) {}

  /**
   * What a training did.
   *
   * @param assessor as given
   * @param foundBefore errors before it
   * @param checkedBefore checks before it
   * @param foundAfter errors after it
   * @param checkedAfter checks after it
   * @param predicted errors after it without an effect, regression to the mean allowed for
   * @param ratio of errors after it to those predicted; null where none is predicted
   * @param lower limit of the ratio
   * @param upper limit of the ratio; null as the ratio
   * @param unadjusted the ratio as it looks; null where it cannot be formed
   * @param pValue chance of so few errors without an effect
   * @param adjusted the same, all trainings allowed for (Holm)
   * @param conclusion in the words that are used
   */
  record Effect(
      String assessor,
      long foundBefore,
      long checkedBefore,
      long foundAfter,
      long checkedAfter,
      double predicted,
      Double ratio,
      double lower,
      Double upper,
      Double unadjusted,
      double pValue,
      double adjusted,
      TrainingConclusion conclusion) {}
}
