package org.assay.agreement;

/**
 * Observed and expected disagreement, 1 minus the agreements, and the coefficient from them. Kept
 * in this form because it is exact where agreement is near 1: no disagreement is 0, not a
 * difference of two rounded numbers.
 *
 * @param observed NaN when no item has two ratings
 * @param expected 0 when agreement by chance is certain
 * @param coefficient NaN when it does not exist
 */
record Disagreement(double observed, double expected, double coefficient) {
  static final Disagreement NONE = new Disagreement(Double.NaN, Double.NaN, Double.NaN);

  static Disagreement of(double observed, double expected) {
    return new Disagreement(
        observed, expected, expected > 0 ? 1 - observed / expected : Double.NaN);
  }

  boolean hasPairs() {
    return !Double.isNaN(observed);
  }

  boolean isDefined() {
    return !Double.isNaN(coefficient);
  }
}
