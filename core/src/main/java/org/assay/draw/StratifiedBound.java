package org.assay.draw;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.assay.internal.Check;

/**
 * Upper bound of the defective items of a stratified lot, exact for every way they may be spread
 * over the strata.
 *
 * <p>A total is ruled out only when every spread of it is (union-intersection). The likelihood of a
 * spread is a product of hypergeometric terms, each log-concave in its stratum's count, so the most
 * likely spread of a total is found by adding one item after the other where it costs least.
 *
 * <ul>
 *   <li>Without errors: a total is ruled out when its most likely spread would give no error with
 *       probability at most the risk.
 *   <li>With errors: when the evidence against its most likely spread, a product of beta-binomial
 *       mixtures over hypergeometric likelihoods, is at least 1 / risk (an e-value, so valid at any
 *       number of errors and somewhat wide).
 * </ul>
 *
 * <p><b>Cost.</b> O(bound x log strata).
 */
public final class StratifiedBound {
  private static final double ERROR_SHAPE = 0.5;
  private static final double RIGHT_SHAPE = 25; // a weak guess of 2 %

  private StratifiedBound() {}

  /**
   * What was found in a stratum.
   *
   * @param size items
   * @param checked items checked at random
   * @param errors errors among them
   */
  public record Found(long size, long checked, long errors) {
    public Found {
      Check.atLeast("size", 1, size);
      Check.range("checked", 0, size, checked);
      Check.range("errors", 0, checked, errors);
    }

    // ln of P(errors | defective + 1) / P(errors | defective); falls with defective
    private double step(long defective) {
      double left = (double) (size - defective);
      return Math.log(left - (checked - errors))
          - Math.log(left)
          + Math.log(defective + 1.0)
          - Math.log(defective + 1.0 - errors);
    }

    // ln P(errors | no defective items but those found)
    private double least() {
      double log = 0;
      for (long i = 0; i < errors; i++) {
        log += Math.log((double) (checked - i) / (size - i));
      }
      return log;
    }

    // ln P(errors) when the rate has the beta distribution
    private double predicted() {
      double choices =
          Gamma.logGamma(checked + 1.0)
              - Gamma.logGamma(errors + 1.0)
              - Gamma.logGamma(checked - errors + 1.0);
      return choices
          + Beta.logBeta(ERROR_SHAPE + errors, RIGHT_SHAPE + checked - errors)
          - Beta.logBeta(ERROR_SHAPE, RIGHT_SHAPE);
    }
  }

  private record Next(double step, int stratum) {}

  /**
   * The bound.
   *
   * @param strata what was found
   * @param risk 1 - confidence, in (0, 1)
   * @return the largest number of defective items that is not ruled out
   */
  public static long upper(List<Found> strata, double risk) {
    Check.openUnit("risk", risk);
    long[] defective = new long[strata.size()];
    var queue = new PriorityQueue<Next>(Comparator.<Next>comparingDouble(Next::step).reversed());
    long total = 0;
    double likelihood = 0;
    double threshold = Math.log(risk);
    boolean anyError = strata.stream().anyMatch(f -> f.errors() > 0);
    for (int h = 0; h < defective.length; h++) {
      Found found = strata.get(h);
      defective[h] = found.errors();
      total += found.errors();
      likelihood += found.least();
      threshold += anyError ? found.predicted() : 0;
      offer(queue, found, h, defective[h]);
    }
    while (!queue.isEmpty()) {
      Next next = queue.remove();
      if (next.step < 0 && likelihood + next.step <= threshold) {
        return total;
      }
      likelihood += next.step;
      total++;
      defective[next.stratum]++;
      offer(queue, strata.get(next.stratum), next.stratum, defective[next.stratum]);
    }
    return total;
  }

  private static void offer(PriorityQueue<Next> queue, Found found, int h, long defective) {
    if (defective < found.size() - (found.checked() - found.errors())) {
      queue.add(new Next(found.step(defective), h));
    }
  }
}
