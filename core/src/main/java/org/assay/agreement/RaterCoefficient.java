package org.assay.agreement;

import org.assay.count.RatingRows;

/** A coefficient that asks who gave a rating: each rater has marginal frequencies of their own. */
public abstract sealed class RaterCoefficient extends Coefficient
    permits PairCoefficient, CongerKappa, LightKappa {
  RaterCoefficient(String name, Weights weights) {
    super(name, weights);
  }

  /**
   * The coefficient with the defaults of {@link Inference#standard()}.
   *
   * @param rows same number of grades as the weights
   * @return value, standard error, interval and diagnostics
   */
  public final AgreementEstimate estimate(RatingRows rows) {
    return estimate(rows, Inference.standard());
  }

  /**
   * The coefficient.
   *
   * @param rows same number of grades as the weights
   * @param inference how to compute standard error and interval
   * @return value, standard error, interval and diagnostics
   */
  public final AgreementEstimate estimate(RatingRows rows, Inference inference) {
    requireGrades(rows.grades());
    requireRaters(rows.raters());
    return estimate(rows.snapshot(), inference);
  }

  void requireRaters(int raters) {}

  @Override
  final int ratings(int[] row) {
    int ratings = 0;
    for (int code : row) {
      ratings += code == RatingRows.MISSING ? 0 : 1;
    }
    return ratings;
  }
}
