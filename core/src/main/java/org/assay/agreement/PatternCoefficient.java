package org.assay.agreement;

import org.assay.count.RatingPatterns;

/** A coefficient that does not ask who gave a rating: raters may differ from item to item. */
public abstract sealed class PatternCoefficient extends Coefficient
    permits ItemMeanCoefficient, KrippendorffAlpha, SpecificAgreement {
  PatternCoefficient(String name, Weights weights) {
    super(name, weights);
  }

  /**
   * The coefficient with the defaults of {@link Inference#standard()}.
   *
   * @param patterns same number of grades as the weights
   * @return value, standard error, interval and diagnostics
   */
  public final AgreementEstimate estimate(RatingPatterns patterns) {
    return estimate(patterns, Inference.standard());
  }

  /**
   * The coefficient.
   *
   * @param patterns same number of grades as the weights
   * @param inference how to compute standard error and interval
   * @return value, standard error, interval and diagnostics
   */
  public final AgreementEstimate estimate(RatingPatterns patterns, Inference inference) {
    requireGrades(patterns.grades());
    return estimate(patterns.snapshot(), inference);
  }

  @Override
  final int ratings(int[] counts) {
    int ratings = 0;
    for (int c : counts) {
      ratings = Math.addExact(ratings, c);
    }
    return ratings;
  }
}
