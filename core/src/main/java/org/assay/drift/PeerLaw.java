package org.assay.drift;

/**
 * How the errors of a stratum and period fall on one assessor and on the others, given how many
 * there were: the law that is left when whatever moves everybody has been conditioned out.
 *
 * <p>With n of N checks an assessor's own, T errors among the N, and odds of an error omega times
 * the others', the own errors have Fisher's noncentral hypergeometric law. Its log-likelihood is
 *
 * <pre>{@code
 * x ln omega - K(omega),   dK / d ln omega = mean(omega)
 * mean (N - n - T + mean) = omega (n - mean) (T - mean)
 * }</pre>
 *
 * where the mean is the one of Cornfield (1956), exact as N grows. The means of all strata of a
 * period are summed first, and K is integrated from them once, by cubic interpolation. N and T may
 * be fractional: the checks of others count by their level, and less once they are thought to have
 * changed. An assessor with a small share of N gives the binomial law with the team's own rate, K =
 * n ln(1 - p + p omega), which the same formula tends to.
 */
final class PeerLaw {
  /** Below this share of the checks the team's rate does not depend on whether one is in it. */
  static final double SMALL_SHARE = 0.02;

  private final LevelGrid grid;

  PeerLaw(LevelGrid grid) {
    this.grid = grid;
  }

  /** Adds the means of n own checks, given all errors and checks, at the coarse nodes. */
  void addMeans(double[] means, double n, double total, double all) {
    for (int i = 0; i < means.length; i++) {
      means[i] += mean(grid.odds(i * LevelGrid.COARSE), n, total, all);
    }
  }

  /**
   * Subtracts K from a log-likelihood.
   *
   * @param means at the coarse nodes, of everything in a period
   * @param logLikelihood by node
   */
  static void integrate(double[] means, double[] logLikelihood) {
    double h = LevelGrid.COARSE * LevelGrid.STEP;
    double k = 0;
    int last = means.length - 1;
    for (int i = 0; i < last; i++) {
      double before = i > 0 ? means[i - 1] : 2 * means[0] - means[1];
      double after = i + 2 <= last ? means[i + 2] : 2 * means[last] - means[last - 1];
      double next = k + h / 24 * (13 * (means[i] + means[i + 1]) - before - after);
      for (int j = 1; j <= LevelGrid.COARSE; j++) {
        double u = (double) j / LevelGrid.COARSE; // Hermite
        double at =
            k * (1 + 2 * u) * (1 - u) * (1 - u)
                + next * u * u * (3 - 2 * u)
                + h * (means[i] * u * (1 - u) * (1 - u) - means[i + 1] * u * u * (1 - u));
        logLikelihood[i * LevelGrid.COARSE + j] -= at;
      }
      k = next;
    }
  }

  /** Cornfield's mean: the smaller root, in the form that does not cancel. */
  static double mean(double omega, double n, double total, double all) {
    double b = (omega - 1) * (n + total) + all;
    double d = b * b - 4 * omega * (omega - 1) * n * total;
    return 2 * omega * n * total / (b + Math.sqrt(Math.max(0, d)));
  }

  /** K of one check at the team's own rate, by node. */
  double[] perCheck(double rate) {
    double[] k = new double[grid.nodes()];
    for (int g = 0; g < k.length; g++) {
      k[g] = Math.log1p(rate * (grid.odds(g) - 1));
    }
    return k;
  }

  /** Subtracts K of n checks at the team's own rate. */
  static void subtract(double[] logLikelihood, int n, double[] perCheck) {
    for (int g = 0; g < logLikelihood.length; g++) {
      logLikelihood[g] -= n * perCheck[g];
    }
  }
}
