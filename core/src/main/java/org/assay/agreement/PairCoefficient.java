package org.assay.agreement;

import org.assay.count.ConfusionMatrix;

/**
 * A coefficient of the pair table of two raters; items that only one of them rated are left out.
 */
abstract sealed class PairCoefficient extends RaterCoefficient permits CohenKappa, ScottPi {
  PairCoefficient(String name, Weights weights) {
    super(name, weights);
  }

  /** Chance disagreement from the shares of both raters. */
  abstract double expected(double[] first, double[] second);

  /** Derivatives of {@link #expected} by the shares of the first and of the second rater. */
  abstract double[][] expectedBy(double[] first, double[] second);

  /**
   * The coefficient of a pair table, with the defaults of {@link Inference#standard()}.
   *
   * @param pairs rows are the first rater's grades; same number of grades as the weights
   * @return value, standard error, interval and diagnostics
   */
  public final AgreementEstimate estimate(ConfusionMatrix pairs) {
    return estimate(pairs, Inference.standard());
  }

  /**
   * The coefficient of a pair table.
   *
   * @param pairs rows are the first rater's grades; same number of grades as the weights
   * @param inference how to compute standard error and interval
   * @return value, standard error, interval and diagnostics
   */
  public final AgreementEstimate estimate(ConfusionMatrix pairs, Inference inference) {
    requireGrades(pairs.grades());
    return estimate(pairs.snapshot(), inference);
  }

  @Override
  final void requireRaters(int raters) {
    if (raters != 2) {
      throw new IllegalArgumentException("raters must be 2 for " + name() + ", got " + raters);
    }
  }

  @Override
  final int totals(int width) {
    return grades() * grades();
  }

  @Override
  final void contribute(int[] row, TotalSink sink) {
    if (isPairable(row)) {
      sink.add(row[0] * grades() + row[1], 1);
    }
  }

  @Override
  Disagreement evaluate(double[] totals) {
    PairShares shares = PairShares.of(totals, 0, weights());
    return shares.pairs() == 0
        ? Disagreement.NONE
        : Disagreement.of(shares.disagreement(), expected(shares.first(), shares.second()));
  }

  @Override
  void differentiate(double[] totals, double[] observed, double[] expected) {
    PairShares shares = PairShares.of(totals, 0, weights());
    double[][] by = expectedBy(shares.first(), shares.second());
    shares.differentiate(weights(), by, observed, expected);
  }
}
