package org.assay.latent;

import java.util.Arrays;

/** The M-step, and what is maximised: the log-likelihood, with the logarithm of a prior if any. */
final class Maximisation {
  private final ModelShape shape;
  private final double[] prior; // pseudo-counts by parameter; null for none

  Maximisation(ModelShape shape, double[] prior) {
    this.shape = shape;
    this.prior = prior;
  }

  /** Parameters from expected counts; a block without counts is 0 throughout. */
  double[] of(double[] counts) {
    double[] x = counts.clone();
    if (prior != null) {
      for (int p = 0; p < x.length; p++) {
        x[p] += prior[p];
      }
    }
    shape.normalise(x);
    return x;
  }

  /** What the prior adds to the log-likelihood: sum of pseudo-count times log x. */
  double logPrior(double[] x) {
    double sum = 0;
    if (prior != null) {
      for (int p = 0; p < x.length; p++) {
        sum += prior[p] > 0 ? prior[p] * Math.log(x[p]) : 0;
      }
    }
    return sum;
  }

  /**
   * Expected counts when each item's class is shared out as its gradings are, the start of Dawid
   * and Skene.
   */
  static double[] voteCounts(ItemGradings data, ModelShape shape) {
    double[] emitted = new double[shape.cellOf.length];
    double[] ofClasses = new double[shape.classes];
    double[] share = new double[shape.classes];
    for (int i = 0; i < data.items(); i++) {
      int from = data.from(i);
      int to = data.to(i);
      if (from == to) {
        continue;
      }
      Arrays.fill(share, 0);
      if (data.known(i) == ItemGradings.UNKNOWN) {
        for (int at = from; at < to; at++) {
          share[data.grade(at)]++; // classes 0 to K - 1 are the grades in every model
        }
        for (int k = 0; k < shape.grades; k++) {
          share[k] /= to - from;
        }
      } else {
        share[data.known(i)] = 1;
      }
      for (int at = from; at < to; at++) {
        int cell = data.codes()[at] * shape.classes;
        for (int k = 0; k < shape.grades; k++) {
          emitted[cell + k] += share[k];
        }
      }
      for (int k = 0; k < shape.grades; k++) {
        ofClasses[k] += share[k];
      }
    }
    return shape.counts(emitted, ofClasses);
  }
}
