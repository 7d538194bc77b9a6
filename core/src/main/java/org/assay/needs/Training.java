package org.assay.needs;

/**
 * Somebody was trained.
 *
 * @param assessor code of the assessor
 * @param since first period that counts as before it, 0 for all
 * @param from first period after it, above since
 * @param reference code of the reference grade of the mix-up it was about, {@link #ALL} for every
 *     error
 * @param grade code of the grade given, {@link #ALL} for every error
 */
public record Training(int assessor, int since, int from, int reference, int grade) {
  /** In place of a grade: the training was about every error. */
  public static final int ALL = -1;

  public Training {
    if ((reference == ALL) != (grade == ALL)) {
      throw new IllegalArgumentException(
          "reference and grade must be given together, got " + reference + " and " + grade);
    }
  }

  /**
   * A training about every error.
   *
   * @param assessor code of the assessor
   * @param from first period after it
   * @return the training
   */
  public static Training ofAll(int assessor, int from) {
    return new Training(assessor, 0, from, ALL, ALL);
  }
}
