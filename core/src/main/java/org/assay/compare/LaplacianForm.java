package org.assay.compare;

/**
 * The quadratic form d' L⁻ d of a weighted graph's Laplacian L, and the rank of L.
 *
 * <p>L has -w_ij off the diagonal and the row sums of w on it; d sums to 0 over every connected
 * part. Nodes are eliminated one by one: node k with total weight s adds d_k² / s, and its
 * neighbours i, j get w_ik w_kj / s more weight between them and d_k w_ik / s more of d. Weights
 * are only ever added, so that a node is left without weight exactly when it is the last of its
 * part, and the rank needs no tolerance.
 *
 * @param value d' L⁻ d
 * @param rank nodes less connected parts
 */
record LaplacianForm(double value, int rank) {
  /**
   * Computes the form.
   *
   * @param w symmetric weights, at least 0, the diagonal ignored; overwritten
   * @param d one per node; overwritten
   */
  static LaplacianForm of(double[][] w, double[] d) {
    double value = 0;
    int rank = 0;
    for (int k = d.length - 1; k > 0; k--) {
      double s = 0;
      for (int i = 0; i < k; i++) {
        s += w[i][k];
      }
      if (s > 0) {
        value += d[k] * d[k] / s;
        rank++;
        for (int i = 0; i < k; i++) {
          double share = w[i][k] / s;
          d[i] += share * d[k];
          for (int j = 0; j < k; j++) {
            w[i][j] += share * w[k][j];
          }
        }
      }
    }
    return new LaplacianForm(value, rank);
  }
}
