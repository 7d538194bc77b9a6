package org.assay.agreement;

/**
 * Observed and expected disagreement, 1 minus the agreements. Kept in this form because it is exact
 * where agreement is near 1: no disagreement is 0, not a difference of two rounded ones.
 *
 * @param observed NaN when no item has two ratings
 * @param expected 0 when agreement by chance is certain
 */
record Disagreement(double observed, double expected) {
  static final Disagreement NONE = new Disagreement(Double.NaN, Double.NaN);

  boolean hasPairs() {
    return !Double.isNaN(observed);
  }

  /** Whether the coefficient 1 - observed / expected exists. */
  boolean isDefined() {
    return hasPairs() && expected > 0;
  }

  double coefficient() {
    return 1 - observed / expected;
  }
}
