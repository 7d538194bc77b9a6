package org.assay.needs;

import java.util.Arrays;
import org.assay.internal.HypergeometricSum;

/**
 * Errors of one kind of one group beside those of everybody, stratum by stratum; of strata in which
 * others were checked, too.
 */
final class PeerCounts {
  private static final double NOTHING = 1e-300;

  private long[] all = new long[4]; // checks of everybody, by stratum
  private long[] errors = new long[4]; // of everybody
  private long[] own = new long[4]; // checks of the group
  private int strata;
  private long found;
  private long checked;
  private double expected;
  private double mean;
  private double noise; // variance of what is expected, since the others' shares are estimates
  private double oddsAbove; // numerator and denominator of the odds ratio
  private double oddsBelow;
  private HypergeometricSum law; // once asked for

  /** Adds a stratum; one without checks of the group or of others says nothing. */
  void add(long everybody, long theirErrors, long group, long groupErrors) {
    long others = everybody - group;
    if (group == 0 || others == 0) {
      return;
    }
    if (strata == all.length) {
      all = Arrays.copyOf(all, 2 * strata);
      errors = Arrays.copyOf(errors, 2 * strata);
      own = Arrays.copyOf(own, 2 * strata);
    }
    all[strata] = everybody;
    errors[strata] = theirErrors;
    own[strata++] = group;
    long othersErrors = theirErrors - groupErrors;
    found += groupErrors;
    checked += group;
    expected += (double) group * othersErrors / others;
    mean += (double) group * theirErrors / everybody;
    noise += othersErrors * ((double) group / others) * ((double) group / others);
    oddsAbove += (double) groupErrors * (others - othersErrors) / everybody;
    oddsBelow += (double) othersErrors * (group - groupErrors) / everybody;
  }

  /** The same errors among all checks of the group that could have shown them. */
  PeerCounts among(long all) {
    checked = all;
    return this;
  }

  /** Errors of the group. */
  long found() {
    return found;
  }

  /** Checks of the group. */
  long checked() {
    return checked;
  }

  /** Errors that the others' shares give in the group's checks. */
  double expected() {
    return expected;
  }

  /** Variance of found less expected where nobody differs and checks are independent. */
  double chance() {
    return expected + noise;
  }

  /** Errors that everybody's shares give in them. */
  double mean() {
    return mean;
  }

  /** Mantel and Haenszel's odds ratio; infinite where nobody else errs, NaN where nobody does. */
  double oddsRatio() {
    return oddsAbove / oddsBelow;
  }

  /** Whether the margins leave more than one number of errors. */
  boolean varies() {
    for (int s = 0; s < strata; s++) {
      if (errors[s] > 0 && errors[s] < all[s]) {
        return true;
      }
    }
    return false;
  }

  /**
   * Chance of the most errors that the margins allow: nothing that is found can have a smaller one.
   * 0 when it is below 1e-300.
   */
  double leastTail() {
    double product = 1;
    for (int s = 0; s < strata && product > NOTHING; s++) {
      // C(K, n) / C(N, n) or C(n, K) / C(N, K), whichever has fewer factors
      long few = Math.min(errors[s], own[s]);
      long many = Math.max(errors[s], own[s]);
      for (long i = 0; i < few && product > NOTHING; i++) {
        product *= (double) (many - i) / (all[s] - i);
      }
    }
    return product > NOTHING ? product : 0;
  }

  /** The exact law of the group's errors, all margins given; not before the last stratum. */
  HypergeometricSum law() {
    if (law == null) {
      law = new HypergeometricSum();
      for (int s = 0; s < strata; s++) {
        law.add(all[s], errors[s], own[s]);
      }
    }
    return law;
  }
}
