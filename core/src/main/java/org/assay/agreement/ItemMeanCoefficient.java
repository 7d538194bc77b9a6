package org.assay.agreement;

import java.math.BigDecimal;

/**
 * A coefficient whose observed disagreement is the mean over items of the disagreement between two
 * of the item's ratings, and whose chance disagreement is a function of the mean grade shares.
 *
 * <pre>{@code
 * item i:  c_k ratings of grade k, r in all; d_kl = 1 - weight of grades k and l
 * observed = mean over items with r >= 2 of sum_kl d_kl c_k c_l / (r (r - 1))
 * pi_k     = mean over items with r >= 1 of c_k / r
 * }</pre>
 */
abstract sealed class ItemMeanCoefficient extends PatternCoefficient
    permits PercentAgreement, FleissKappa, GwetAc, BrennanPrediger {
  private static final int RATED = 0;
  private static final int PAIRABLE = 1;
  private static final int DISAGREEMENT = 2;
  private static final int SHARES = 3;

  ItemMeanCoefficient(String name, Weights weights) {
    super(name, weights);
  }

  /** Chance disagreement from mean grade shares. */
  abstract double expected(double[] shares);

  /** Derivatives of {@link #expected} by the shares. */
  abstract double[] expectedBy(double[] shares);

  /**
   * Chance disagreement times the squared total, in exact numbers; a common factor does not matter.
   *
   * @param shares of the grades
   * @param total their sum
   */
  ExactInfluence.ExactForm exactForm(ExactInfluence exact, BigDecimal[] shares, BigDecimal total) {
    BigDecimal twice = total.multiply(BigDecimal.valueOf(2)); // a constant: the total squared
    return new ExactInfluence.ExactForm(
        total.multiply(total), (change, ofTotal) -> twice.multiply(ofTotal));
  }

  @Override
  final int totals(int width) {
    return SHARES + width;
  }

  @Override
  final void contribute(int[] counts, TotalSink sink) {
    double ratings = ratings(counts);
    if (ratings == 0) {
      return;
    }
    sink.add(RATED, 1);
    for (int k = 0; k < counts.length; k++) {
      if (counts[k] > 0) {
        sink.add(SHARES + k, counts[k] / ratings);
      }
    }
    if (ratings >= 2) {
      sink.add(PAIRABLE, 1);
      sink.add(DISAGREEMENT, disagreement(counts) / (ratings * (ratings - 1)));
    }
  }

  private double disagreement(int[] counts) {
    double sum = 0;
    for (int k = 0; k < counts.length; k++) {
      for (int l = 0; counts[k] > 0 && l < counts.length; l++) {
        sum += weights().disagreement(k, l) * counts[k] * counts[l];
      }
    }
    return sum;
  }

  @Override
  final Disagreement evaluate(double[] totals) {
    return totals[PAIRABLE] == 0
        ? Disagreement.NONE
        : Disagreement.of(totals[DISAGREEMENT] / totals[PAIRABLE], expected(shares(totals)));
  }

  @Override
  final void differentiate(double[] totals, double[] observed, double[] expected) {
    observed[PAIRABLE] = -totals[DISAGREEMENT] / (totals[PAIRABLE] * totals[PAIRABLE]);
    observed[DISAGREEMENT] = 1 / totals[PAIRABLE];
    double[] shares = shares(totals);
    double[] by = expectedBy(shares);
    for (int k = 0; k < shares.length; k++) {
      expected[SHARES + k] = by[k] / totals[RATED];
      expected[RATED] -= by[k] * shares[k] / totals[RATED];
    }
  }

  private static double[] shares(double[] totals) {
    double[] shares = new double[totals.length - SHARES];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = totals[SHARES + k] / totals[RATED];
    }
    return shares;
  }
}
