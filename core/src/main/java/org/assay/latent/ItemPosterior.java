package org.assay.latent;

import java.util.Arrays;

/**
 * The probabilities of the classes of an item, given its gradings: products of probabilities as
 * they are, and again with logarithms where they come near the smallest double.
 */
final class ItemPosterior {
  static final double SMALL = 1e-280; // where products of probabilities lose digits

  private final ItemGradings data;
  private final ModelShape shape;
  private final double[] emission;
  private double[] weights;

  ItemPosterior(ItemGradings data, ModelShape shape) {
    this.data = data;
    this.shape = shape;
    this.emission = new double[shape.cellOf.length];
    this.weights = new double[shape.classes];
  }

  /** Takes parameters. */
  ItemPosterior use(double[] x) {
    weights = Arrays.copyOf(x, shape.classes);
    shape.emission(x, emission);
    return this;
  }

  /** Probability of each (code, class); not a copy. */
  double[] emission() {
    return emission;
  }

  double weight(int c) {
    return weights[c];
  }

  /**
   * Probabilities of the classes of an item under the parameters in use.
   *
   * @param item in [0, items)
   * @param p one place per class
   * @return log-likelihood of the item
   */
  double of(int item, double[] p) {
    double sum = product(item, p);
    if (sum > SMALL) {
      for (int c = 0; c < p.length; c++) {
        p[c] /= sum;
      }
      return Math.log(sum);
    }
    return logarithmic(item, p);
  }

  double product(int item, double[] p) {
    int classes = p.length;
    System.arraycopy(weights, 0, p, 0, classes);
    int[] codes = data.codes();
    for (int at = data.from(item); at < data.to(item); at++) {
      int cell = codes[at] * classes;
      for (int c = 0; c < classes; c++) {
        p[c] *= emission[cell + c];
      }
    }
    clamp(item, p, 0);
    double sum = 0;
    for (double each : p) {
      sum += each;
    }
    return sum;
  }

  double logarithmic(int item, double[] p) {
    int classes = p.length;
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      p[c] = Math.log(weights[c]);
      for (int at = data.from(item); at < data.to(item); at++) {
        p[c] += Math.log(emission[data.codes()[at] * classes + c]);
      }
    }
    clamp(item, p, Double.NEGATIVE_INFINITY);
    for (double each : p) {
      most = Math.max(most, each);
    }
    if (most == Double.NEGATIVE_INFINITY) { // no class allows it: nothing can be said of the item
      Arrays.fill(p, 0);
      return most;
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      p[c] = Math.exp(p[c] - most);
      sum += p[c];
    }
    for (int c = 0; c < classes; c++) {
      p[c] /= sum;
    }
    return most + Math.log(sum);
  }

  private void clamp(int item, double[] p, double excluded) {
    int known = data.known(item);
    if (known != ItemGradings.UNKNOWN) {
      for (int c = 0; c < p.length; c++) {
        if (shape.gradeOf[c] != known) {
          p[c] = excluded;
        }
      }
    }
  }
}
