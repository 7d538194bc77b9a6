package org.assay.estimate;

import org.assay.data.ErrorClass;
import org.assay.estimate.DesignSample.Part;

/** What a rate is about: what a check is to it, by its reference grade and the grade given. */
@FunctionalInterface
public interface RateParts {
  /**
   * What a check is to the rate.
   *
   * @param reference code of the reference grade
   * @param grade code of the grade
   * @return any part but UNREAD
   */
  Part of(int reference, int grade);

  /**
   * How often an error of a class happens.
   *
   * @param errors which mix-ups count
   * @return the parts
   */
  static RateParts errors(ErrorClass errors) {
    return (reference, grade) ->
        errors.counts(reference, grade)
            ? Part.ERROR
            : errors.isPossible(grade) ? Part.CLEAN : Part.NEVER_AN_ERROR;
  }

  /**
   * How often a grade is given where another is the reference.
   *
   * @param reference code of the reference grade the rate is about
   * @param grade code of the grade that is counted
   * @return the parts
   */
  static RateParts gradeGivenReference(int reference, int grade) {
    return (r, g) -> r != reference ? Part.OUTSIDE : g == grade ? Part.ERROR : Part.CLEAN;
  }

  /**
   * How often another grade is the reference where one was given.
   *
   * @param reference code of the reference grade that is counted
   * @param grade code of the grade the rate is about
   * @return the parts
   */
  static RateParts referenceGivenGrade(int reference, int grade) {
    return (r, g) -> g != grade ? Part.OUTSIDE : r == reference ? Part.ERROR : Part.CLEAN;
  }
}
