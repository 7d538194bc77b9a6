package org.assay.agreement;

/** The chance that two independent ratings disagree, sum of d_kl p_k q_l, and its derivatives. */
final class QuadraticForm {
  private QuadraticForm() {}

  static double value(Weights weights, double[] p, double[] q) {
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      for (int l = 0; p[k] != 0 && l < q.length; l++) {
        sum += weights.disagreement(k, l) * p[k] * q[l];
      }
    }
    return sum;
  }

  /** sum over l of d_kl q_l for each k: the derivatives by p. */
  static double[] byFirst(Weights weights, double[] q) {
    double[] by = new double[q.length];
    for (int k = 0; k < by.length; k++) {
      for (int l = 0; l < q.length; l++) {
        by[k] += weights.disagreement(k, l) * q[l];
      }
    }
    return by;
  }

  /** sum over k of d_kl p_k for each l: the derivatives by q. */
  static double[] bySecond(Weights weights, double[] p) {
    double[] by = new double[p.length];
    for (int k = 0; k < p.length; k++) { // outside, so that weights are read along their rows
      for (int l = 0; l < by.length; l++) {
        by[l] += weights.disagreement(k, l) * p[k];
      }
    }
    return by;
  }

  /** Derivatives of the form with both arguments equal to p. */
  static double[] byBoth(Weights weights, double[] p) {
    double[] by = byFirst(weights, p);
    double[] second = bySecond(weights, p);
    for (int k = 0; k < by.length; k++) {
      by[k] += second[k];
    }
    return by;
  }
}
