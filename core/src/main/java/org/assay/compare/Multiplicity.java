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
}
