package org.assay.agreement;

import org.assay.count.ConfusionMatrix;

/**
 * Shares of a pair table.
 *
 * @param pairs n
 * @param disagreement sum of d_kl p_kl
 * @param first p_k., shares of the first rater
 * @param second p_.k, shares of the second rater
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record PairShares(double pairs, double disagreement, double[] first, double[] second) {

  /** From the K x K totals that start at {@code from}. */
  static PairShares of(double[] totals, int from, Weights weights) {
    int grades = weights.grades();
    double[] first = new double[grades];
    double[] second = new double[grades];
    double pairs = 0;
    double disagreement = 0;
    for (int k = 0; k < grades; k++) {
      for (int l = 0; l < grades; l++) {
        double n = totals[from + k * grades + l];
        first[k] += n;
        second[l] += n;
        pairs += n;
        disagreement += weights.disagreement(k, l) * n;
      }
    }
    for (int k = 0; k < grades; k++) {
      first[k] /= pairs;
      second[k] /= pairs;
    }
    return new PairShares(pairs, disagreement / pairs, first, second);
  }

  static PairShares of(ConfusionMatrix table, Weights weights) {
    double[] totals = new double[table.grades() * table.grades()];
    for (int k = 0; k < table.grades(); k++) {
      for (int l = 0; l < table.grades(); l++) {
        totals[k * table.grades() + l] = table.count(k, l);
      }
    }
    return of(totals, 0, weights);
  }

  /**
   * Cohen's disagreements. With one rater who gave one grade throughout, that by chance is the
   * observed one by algebra; it must not differ from it by rounding, since every error is then 0.
   */
  Disagreement chanceByRater(Weights weights) {
    if (pairs == 0) {
      return Disagreement.NONE;
    }
    double expected =
        isConstant(first) || isConstant(second)
            ? disagreement
            : QuadraticForm.value(weights, first, second);
    return Disagreement.of(disagreement, expected);
  }

  /** Whether a rater, but not both alike, gave one grade throughout. */
  boolean hasConstantRater() {
    return isConstant(first) != isConstant(second);
  }

  private static boolean isConstant(double[] shares) {
    int given = 0;
    for (double share : shares) {
      given += share > 0 ? 1 : 0;
    }
    return given == 1;
  }

  /**
   * Fills the derivatives of observed and expected disagreement by the table's cells.
   *
   * @param by derivatives of the expected disagreement by the shares of both raters
   */
  void differentiate(Weights weights, double[][] by, double[] observed, double[] expected) {
    double mean = 0; // scaling all cells alike must change nothing
    for (int k = 0; k < first.length; k++) {
      mean += by[0][k] * first[k] + by[1][k] * second[k];
    }
    for (int k = 0; k < first.length; k++) {
      for (int l = 0; l < first.length; l++) {
        int cell = k * first.length + l;
        observed[cell] = (weights.disagreement(k, l) - disagreement) / pairs;
        expected[cell] = (by[0][k] + by[1][l] - mean) / pairs;
      }
    }
  }

  /** The derivatives of Cohen's disagreements, see {@link #chanceByRater}. */
  void differentiateByRater(Weights weights, double[] observed, double[] expected) {
    differentiate(weights, CohenKappa.expectedBy(weights, first, second), observed, expected);
    if (!isConstant(first) && !isConstant(second)) {
      return;
    }
    for (int k = 0; k < first.length; k++) {
      for (int l = 0; l < first.length; l++) {
        int cell = k * first.length + l;
        expected[cell] = first[k] > 0 && second[l] > 0 ? observed[cell] : expected[cell];
      }
    }
  }
}
