package org.assay.agreement;

/** Krippendorff's ordinal metric of given frequencies, and how it changes with them. */
final class OrdinalMetric {
  private final double[] frequencies;
  private final double[] middle; // pairable ratings below grade k, and half of those of k

  OrdinalMetric(double[] frequencies) {
    this.frequencies = frequencies;
    this.middle = new double[frequencies.length];
    double below = 0;
    for (int k = 0; k < frequencies.length; k++) {
      middle[k] = below + frequencies[k] / 2;
      below += frequencies[k];
    }
  }

  double distance(int k, int l) {
    double gap = middle[k] - middle[l];
    return gap * gap;
  }

  /** The largest distance, that of the outermost grades. */
  double largest() {
    return distance(0, frequencies.length - 1);
  }

  /**
   * Derivatives by the frequencies of the sum over k, l of mass[k][l] times the distance.
   *
   * @param mass K x K, only read off the diagonal
   */
  double[] derivatives(double[][] mass) {
    int grades = frequencies.length;
    double[] byMiddle = new double[grades];
    for (int k = 0; k < grades; k++) {
      for (int l = 0; l < grades; l++) {
        double slope = 2 * mass[k][l] * (middle[k] - middle[l]);
        byMiddle[k] += slope;
        byMiddle[l] -= slope;
      }
    }
    double[] by = new double[grades]; // frequency g moves its own middle by half, later ones by all
    double later = 0;
    for (int g = grades - 1; g >= 0; g--) {
      by[g] = byMiddle[g] / 2 + later;
      later += byMiddle[g];
    }
    return by;
  }
}
