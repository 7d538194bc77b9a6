package org.assay.compare;

import java.util.Arrays;
import org.assay.internal.Check;
import org.assay.internal.Risk;

/**
 * Picks among many e-values, for example one per assessor, with a bound on the share of wrong
 * picks.
 *
 * <p>The e-BH procedure: with k the largest number such that k of the m e-values are at least m /
 * (k q), those k are picked, a tie included. The expected share of wrong picks is at most q,
 * whatever the dependence between the assessors.
 *
 * <p><b>When to look.</b> Each e-value is valid at a look that was chosen from its own past: by the
 * verdicts counted in it, or by anything that says nothing about the items it will draw next. Lots
 * that share a ticket order do not keep this by themselves: an assessor's checks are among the
 * <em>next</em> draws of the unit's lot, so that whoever stops the unit's lot with those verdicts
 * in sight has chosen by its future, and no bound covers that. Fix the looks beforehand (each
 * batch, each week), or judge each lot with every verdict that has come in.
 *
 * <p>For one look at fixed sample sizes Holm's adjustment of p-values (family-wise) needs no
 * e-values: {@link org.assay.compare.Multiplicity#HOLM}.
 *
 * <p><b>Source.</b> Wang and Ramdas (2022), JRSS B 84, 822-852, False discovery rate control with
 * e-values.
 */
public final class EvidenceSelection {
  /** Above this an e-value is shown as if it were this: nobody needs to know. */
  private static final double LARGEST = 1e300;

  private EvidenceSelection() {}

  /**
   * The e-value of a logarithm, to be shown.
   *
   * @param logEValue natural logarithm of an e-value
   * @return the e-value, 1e300 when it is larger
   */
  public static double eValue(double logEValue) {
    return Math.min(LARGEST, Math.exp(logEValue));
  }

  /**
   * The picks.
   *
   * @param logEValues natural logarithms of the e-values, as of {@code EProcess.logCertify}
   * @param falseDiscoveryRate q in (0, 1)
   * @return for each e-value whether it is picked
   */
  public static boolean[] pick(double[] logEValues, double falseDiscoveryRate) {
    Check.openUnit("falseDiscoveryRate", falseDiscoveryRate);
    double[] sorted = logEValues.clone();
    for (int i = 0; i < sorted.length; i++) {
      if (Double.isNaN(sorted[i])) {
        throw new IllegalArgumentException("logEValues[" + i + "] must be a number, got NaN");
      }
    }
    Arrays.sort(sorted);
    int m = sorted.length;
    int k = m;
    while (k > 0 && !Risk.isReached(sorted[m - k], k * falseDiscoveryRate / m)) {
      k--;
    }
    boolean[] picked = new boolean[m];
    for (int i = 0; i < m && k > 0; i++) {
      picked[i] = Risk.isReached(logEValues[i], k * falseDiscoveryRate / m);
    }
    return picked;
  }
}
