package org.assay.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.internal.Check;
import org.assay.internal.Risk;
import org.assay.result.Outcome;

/**
 * Adjusts p-values for having asked several questions at once.
 *
 * <p>An adjusted p is the smallest error rate at which its hypothesis is rejected by the method, at
 * most 1. With m p-values and p_(i) the i-th smallest:
 *
 * <pre>{@code
 * BONFERRONI          m p
 * HOLM                max over j <= i of (m - j + 1) p_(j)
 * HOCHBERG            min over j >= i of (m - j + 1) p_(j)
 * BENJAMINI_HOCHBERG  min over j >= i of m p_(j) / j
 * BENJAMINI_YEKUTIELI min over j >= i of m p_(j) / j (1 + 1/2 + ... + 1/m)
 * }</pre>
 *
 * <p>The first two bound the chance of any false rejection whatever the dependence, HOCHBERG does
 * for independent or positively dependent tests; the last two bound the expected share of false
 * ones among the rejections, BENJAMINI_HOCHBERG for independent or positively dependent tests,
 * BENJAMINI_YEKUTIELI always.
 *
 * <p><b>Cost.</b> O(m log m). <b>Agrees with</b> R {@code p.adjust}. <b>Source.</b> Holm (1979),
 * Scandinavian Journal of Statistics 6, 65-70; Hochberg (1988), Biometrika 75, 800-802; Benjamini
 * and Hochberg (1995), JRSS B 57, 289-300; Benjamini and Yekutieli (2001), Annals of Statistics 29,
 * 1165-1188.
 */
public enum Multiplicity {
  /** Each p times their number. */
  BONFERRONI,
  /** Step-down, family-wise error rate. */
  HOLM,
  /** Step-up, family-wise error rate. */
  HOCHBERG,
  /** Step-up, false discovery rate. */
  BENJAMINI_HOCHBERG,
  /** Step-up, false discovery rate under any dependence. */
  BENJAMINI_YEKUTIELI;

  /**
   * Adjusts p-values, all of which exist.
   *
   * @param pValues each in [0, 1]
   * @return one per p-value, in the same order
   * @throws IllegalArgumentException if a value is outside [0, 1]
   */
  public double[] adjust(double[] pValues) {
    int m = pValues.length;
    for (int i = 0; i < m; i++) {
      Check.closedUnit("pValues[" + i + "]", pValues[i]);
    }
    int[] order = ascending(pValues);
    double[] adjusted = new double[m];
    double harmonic = this == BENJAMINI_YEKUTIELI ? harmonic(m) : 1;
    double running = this == HOLM ? 0 : 1;
    for (int step = 0; step < m; step++) {
      int place = this == HOLM ? step : m - 1 - step; // from 0, among the ascending
      int i = order[place];
      double p = pValues[i];
      double own =
          switch (this) {
            case BONFERRONI -> m * p;
            case HOLM, HOCHBERG -> (m - place) * p;
            case BENJAMINI_HOCHBERG, BENJAMINI_YEKUTIELI -> harmonic * m / (place + 1) * p;
          };
      running =
          switch (this) {
            case BONFERRONI -> own;
            case HOLM -> Math.max(running, own);
            default -> Math.min(running, own);
          };
      adjusted[i] = Math.min(1, running);
    }
    return adjusted;
  }

  /**
   * Whether a method rejects at an error rate, from an adjusted p-value.
   *
   * <p>Adjusted p-values are multiples of tail probabilities and can equal the rate: at a tie, up
   * to a relative 1e-12, the hypothesis is rejected, as everywhere that a probability meets a risk.
   *
   * @param adjusted of {@link #adjust}, in [0, 1]
   * @param rate in (0, 1)
   * @return true when the adjusted p is at most the rate
   */
  public static boolean isRejected(double adjusted, double rate) {
    return Risk.isAtMost(Check.closedUnit("adjusted", adjusted), Check.openUnit("rate", rate));
  }

  /**
   * Adjusts the p-values that exist; the others stay as they are and are not counted.
   *
   * @param pValues defined ones in [0, 1]
   * @return one per p-value, in the same order
   */
  public List<Outcome> adjust(List<Outcome> pValues) {
    double[] defined =
        pValues.stream().filter(Outcome::defined).mapToDouble(Outcome::value).toArray();
    double[] adjusted = adjust(defined);
    var all = new ArrayList<Outcome>(pValues.size());
    int next = 0;
    for (Outcome p : pValues) {
      all.add(p.defined() ? Outcome.of(adjusted[next++]) : p);
    }
    return all;
  }

  private static int[] ascending(double[] p) {
    Integer[] order = IntStream.range(0, p.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Double.compare(p[a], p[b]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private static double harmonic(int m) {
    double sum = 0;
    for (int i = m; i > 0; i--) {
      sum += 1.0 / i;
    }
    return sum;
  }

  /**
   * Picks among many e-values, for example one per assessor, with a bound on the share of wrong
   * picks.
   *
   * <p>The e-BH procedure: with k the largest number such that k of the m e-values are at least m /
   * (k q), those k are picked, a tie included. The expected share of wrong picks is at most q,
   * whatever the dependence between the assessors.
   *
   * <p><b>When to look.</b> Each e-value is valid at a look that was chosen from its own past: by
   * the verdicts counted in it, or by anything that says nothing about the items it will draw next.
   * Lots that share a ticket order do not keep this by themselves: an assessor's checks are among
   * the <em>next</em> draws of the unit's lot, so that whoever stops the unit's lot with those
   * verdicts in sight has chosen by its future, and no bound covers that. Fix the looks beforehand
   * (each batch, each week), or judge each lot with every verdict that has come in.
   *
   * <p>For one look at fixed sample sizes Holm's adjustment of p-values (family-wise) needs no
   * e-values: {@link org.assay.compare.Multiplicity#HOLM}.
   *
   * <p><b>Source.</b> Wang and Ramdas (2022), JRSS B 84, 822-852, False discovery rate control with
   * e-values.
   */
  public static final class EvidenceSelection {
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
}
