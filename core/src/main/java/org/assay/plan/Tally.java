package org.assay.plan;

import org.assay.internal.DiscreteDistribution;
import org.assay.internal.Normal;

/**
 * Where a question stands, as {@link FurtherChecks} needs it: what some further checks with some
 * further errors would conclude, and how likely that is.
 */
sealed interface Tally permits ProcessTally, LotTally, DesignTally {
  /** Checks made so far. */
  double checked();

  /** The rate assumed to be the true one. */
  double rate();

  /** Most further checks that can be made. */
  long most();

  /** Most further errors there can be. */
  long mostErrors();

  /** Whether there is no end at which everything has been checked. */
  boolean isEndless();

  /** Whether the rate assumed to be the true one keeps the limit. */
  boolean keepsLimit();

  /** Whether {@code more} checks with {@code errors} further errors show that the limit is kept. */
  boolean passes(long more, long errors);

  /** Whether {@code more} checks with {@code errors} further errors show that it is not. */
  boolean fails(long more, long errors);

  /** Number of errors among {@code more} checks at the rate assumed to be the true one. */
  DiscreteDistribution future(long more);

  /** About how many further checks put that many further errors at the bound with a given tail. */
  long about(long errors, double tail, boolean pass);

  /** Closed formulas that are right within a few per cent, to start a search from. */
  final class Approximation {
    private Approximation() {}

    /** Checks at which k errors lie at the given tail of a rate: below its mean or above it. */
    static double size(double k, double rate, double tail, boolean below) {
      double mean = mean(k, tail, below);
      return mean / rate + (k - mean) / 2;
    }

    /** The same without replacement from a lot; Wise (1954), Biometrika 41, 317-329. */
    static double size(double k, double defective, double lot, double tail, boolean below) {
      double n = size(k, Math.min(1, defective / lot), tail, below);
      for (int i = 0; i < 3; i++) {
        n = Math.max(0, Math.min(lot, n));
        double rate = (defective - k / 2) / (lot - (n - 1) / 2);
        n = size(k, Math.max(1 / lot, Math.min(1, rate)), tail, below);
      }
      return Math.max(0, Math.min(lot, n));
    }

    // Poisson mean with P(X <= k) = tail, or P(X >= k) = tail: Wilson and Hilferty (1931)
    private static double mean(double k, double tail, boolean below) {
      double shape = below ? k + 1 : Math.max(k, 0.1);
      double z = Normal.upper(tail) * (below ? 1 : -1);
      double root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
      return shape * Math.max(0, root * root * root);
    }
  }
}
