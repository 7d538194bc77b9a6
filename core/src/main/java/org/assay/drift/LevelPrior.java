package org.assay.drift;

import org.assay.internal.LogGamma;

/**
 * How far the levels of a team's assessors lie apart: a Gamma distribution of mean 1, its width
 * learnt from the baselines of all of them and averaged over what they leave open.
 */
final class LevelPrior {
  private static final double[] WIDTHS = {.1, .15, .2, .25, .3, .35, .4, .5, .6, .8, 1};

  private final double[] weights; // by level
  private final double shape;

  private LevelPrior(double[] weights, double shape) {
    this.weights = weights;
    this.shape = shape;
  }

  /**
   * Learns the width.
   *
   * @param logLikelihood of each assessor's baseline, by level
   */
  static LevelPrior of(double[][] logLikelihood) {
    double[][] laws = new double[WIDTHS.length][];
    double[] evidence = new double[WIDTHS.length];
    double best = Double.NEGATIVE_INFINITY;
    double[][] likelihood = relative(logLikelihood);
    for (int s = 0; s < WIDTHS.length; s++) {
      laws[s] = law(1 / (WIDTHS[s] * WIDTHS[s]));
      for (double[] own : likelihood) {
        double sum = 0;
        for (int g = 0; g < own.length; g++) {
          sum += laws[s][g] * own[g];
        }
        evidence[s] += Math.log(Math.max(Double.MIN_NORMAL, sum));
      }
      best = Math.max(best, evidence[s]);
    }
    double[] weights = new double[LevelGrid.LEVELS];
    double variance = 0;
    double all = 0;
    for (int s = 0; s < WIDTHS.length; s++) {
      double share = Math.exp(evidence[s] - best);
      all += share;
      variance += share * WIDTHS[s] * WIDTHS[s];
      for (int g = 0; g < weights.length; g++) {
        weights[g] += share * laws[s][g];
      }
    }
    for (int g = 0; g < weights.length; g++) {
      weights[g] /= all;
    }
    return new LevelPrior(weights, all / variance);
  }

  private static double[][] relative(double[][] logLikelihood) {
    double[][] likelihood = new double[logLikelihood.length][];
    for (int a = 0; a < likelihood.length; a++) {
      double most = Double.NEGATIVE_INFINITY;
      for (double l : logLikelihood[a]) {
        most = Math.max(most, l);
      }
      likelihood[a] = new double[logLikelihood[a].length];
      for (int g = 0; g < likelihood[a].length; g++) {
        likelihood[a][g] = Math.exp(logLikelihood[a][g] - most);
      }
    }
    return likelihood;
  }

  // Gamma(k, 1/k) at the nodes, per step of the log scale.
  private static double[] law(double k) {
    double[] law = new double[LevelGrid.LEVELS];
    double sum = 0;
    for (int g = 0; g < law.length; g++) {
      double log = (LevelGrid.LOWEST + g) * LevelGrid.STEP;
      law[g] = Math.exp(k * Math.log(k) - LogGamma.of(k) + k * log - k * Math.exp(log));
      sum += law[g];
    }
    for (int g = 0; g < law.length; g++) {
      law[g] /= sum;
    }
    return law;
  }

  /** Weight of each level; they add up to 1. */
  double[] weights() {
    return weights;
  }

  /** Shape of the Gamma distribution with the variance that was learnt. */
  double shape() {
    return shape;
  }
}
