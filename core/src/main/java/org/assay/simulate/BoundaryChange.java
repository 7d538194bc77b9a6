package org.assay.simulate;

import org.assay.internal.Check;

/**
 * One cell of one assessor's confusion matrix that differs from the typical assessor's: a boundary
 * that is confused, for the whole year or for some weeks (drift). What the cell gains or loses, the
 * correct grade loses or gains.
 *
 * @param assessor who
 * @param reference reference grade
 * @param grade grade given instead
 * @param weeks when; null for always
 * @param easy P(grade | reference) for easy items
 * @param hard the same for hard items
 */
public record BoundaryChange(
    String assessor, String reference, String grade, Weeks weeks, double easy, double hard) {

  public BoundaryChange {
    Check.closedUnit("easy", easy);
    Check.closedUnit("hard", hard);
    if (Valid.required("reference", reference).equals(Valid.required("grade", grade))) {
      throw new IllegalArgumentException("grade must differ from reference, got " + grade);
    }
  }
}
