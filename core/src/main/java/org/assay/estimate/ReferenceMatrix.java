package org.assay.estimate;

import org.assay.data.GradingScheme;

/**
 * Somebody's grades beside a reference: the same questions whatever the reference is made of, so
 * that matrices of several references can stand side by side.
 */
public interface ReferenceMatrix {
  /** What a grade is compared with. */
  enum ReferenceKind {
    /** The grade a QA officer arrived at. */
    QA_VERDICTS,
    /** The grade that most of the others gave the same item; nobody's own grade counts for it. */
    CONSENSUS,
    /** The grade that a model infers from all gradings; nobody has seen it. */
    LATENT
  }

  /**
   * What grades are compared with.
   *
   * @return the kind of reference
   */
  ReferenceKind kind();

  /**
   * Number of grades, K.
   *
   * @return at least 1
   */
  int grades();

  /**
   * Gradings that have a reference.
   *
   * @return at least 0
   */
  double gradings();

  /**
   * How often a grade was given where another is the reference.
   *
   * @param reference code of the reference grade
   * @param grade code of the grade given
   * @return a count, not weighted; of a latent reference an expected one
   */
  double count(int reference, int grade);

  /**
   * P(grade given | reference grade).
   *
   * @param reference code of the reference grade
   * @param grade code of the grade given
   * @return the share; undefined UNUSED_GRADE without a grading with that reference
   */
  MatrixShare gradeGivenReference(int reference, int grade);

  /**
   * P(reference grade | grade given).
   *
   * @param reference code of the reference grade
   * @param grade code of the grade given
   * @return the share; undefined UNUSED_GRADE where the grade was never given
   */
  MatrixShare referenceGivenGrade(int reference, int grade);

  /**
   * Rates of errors and kappa.
   *
   * @param scheme of the same grades
   * @return what the matrix comes down to
   */
  MatrixRates rates(GradingScheme scheme);
}
