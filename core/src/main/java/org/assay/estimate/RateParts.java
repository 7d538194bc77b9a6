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
   * @return ERROR, CLEAN, NEVER_AN_ERROR or OUTSIDE
   */
  Part of(int reference, int grade);

  /**
   * What a selection without a reference grade is to the rate when its verdict is the one that
   * makes the rate highest.
   *
   * @param grade code of the grade
   * @return ERROR wherever an error is possible; OUTSIDE by default
   */
  default Part highest(int grade) {
    return Part.OUTSIDE;
  }

  /**
   * What a selection without a reference grade is to the rate when its verdict is the one that
   * makes the rate lowest.
   *
   * @param grade code of the grade
   * @return CLEAN wherever that is possible; OUTSIDE by default
   */
  default Part lowest(int grade) {
    return Part.OUTSIDE;
  }

  /**
   * How often an error of a class happens.
   *
   * @param errors which mix-ups count
   * @return the parts
   */
  static RateParts errors(ErrorClass errors) {
    return new RateParts() {
      @Override
      public Part of(int reference, int grade) {
        return errors.counts(reference, grade) ? Part.ERROR : lowest(grade);
      }

      @Override
      public Part highest(int grade) {
        return errors.isPossible(grade) ? Part.ERROR : Part.NEVER_AN_ERROR;
      }

      @Override
      public Part lowest(int grade) {
        return errors.isPossible(grade) ? Part.CLEAN : Part.NEVER_AN_ERROR;
      }
    };
  }

  /**
   * How often a grade is given where another is the reference.
   *
   * @param reference code of the reference grade the rate is about
   * @param grade code of the grade that is counted
   * @return the parts
   */
  static RateParts gradeGivenReference(int reference, int grade) {
    return new RateParts() {
      @Override
      public Part of(int r, int g) {
        return r != reference ? Part.OUTSIDE : g == grade ? Part.ERROR : Part.CLEAN;
      }

      @Override
      public Part highest(int g) {
        return g == grade ? Part.ERROR : Part.OUTSIDE;
      }

      @Override
      public Part lowest(int g) {
        return g == grade ? Part.OUTSIDE : Part.CLEAN;
      }
    };
  }

  /**
   * How often another grade is the reference where one was given.
   *
   * @param reference code of the reference grade that is counted
   * @param grade code of the grade the rate is about
   * @return the parts
   */
  static RateParts referenceGivenGrade(int reference, int grade) {
    return new RateParts() {
      @Override
      public Part of(int r, int g) {
        return g != grade ? Part.OUTSIDE : r == reference ? Part.ERROR : Part.CLEAN;
      }

      @Override
      public Part highest(int g) {
        return g == grade ? Part.ERROR : Part.OUTSIDE;
      }

      @Override
      public Part lowest(int g) {
        return g == grade ? Part.CLEAN : Part.OUTSIDE;
      }
    };
  }
}
