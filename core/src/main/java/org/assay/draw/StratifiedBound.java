package org.assay.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.assay.internal.Check;
import org.assay.internal.LogGamma;
import org.assay.internal.Risk;
import org.assay.interval.ProportionInterval;
import org.assay.interval.ProportionInterval.Sides;

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
 *       probability at most the risk. Exact.
 *   <li>With errors, when the strata are checked about evenly (sampling fractions within a factor
 *       of {@value #EVEN}): by the errors t in all n checks. They are a sum of independent zeros
 *       and ones (Vatutin and Mikhailov 1982), so that for t at most m - 1 they are t or fewer with
 *       at most the binomial probability P(Bin(n, m / n) &lt;= t) of the same mean (Hoeffding
 *       1956). The spread with the smallest mean m = sum D_h n_h / N_h has its defective items
 *       where least was checked. So a total is ruled out when that mean reaches n times the
 *       Clopper-Pearson limit of t in n: the bound of one sample, for any spread.
 *   <li>With errors, when they are checked unevenly: when the evidence against the most likely
 *       spread, a product of beta-binomial mixtures over hypergeometric likelihoods, is at least 1
 *       / risk (an e-value, so valid at any number of errors and somewhat wide).
 * </ul>
 *
 * <p>Strata that are checked throughout have the errors found and no others. Which of the last two
 * applies depends on sizes and checks alone, not on what was found, so that the bound holds.
 *
 * <p><b>Cost.</b> O(bound x log strata); O(strata) with errors and even fractions. <b>Source.</b>
 * Hoeffding (1956), Annals of Mathematical Statistics 27, 713-721, theorem 4; Vatutin and Mikhailov
 * (1982), Theory of Probability and Its Applications 27, 734-743.
 */
public final class StratifiedBound {
  private static final double EVEN = 2;
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

    private double fraction() {
      return (double) checked / size;
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
          LogGamma.of(checked + 1.0)
              - LogGamma.of(errors + 1.0)
              - LogGamma.of(checked - errors + 1.0);
      return choices
          + LogGamma.ofBeta(ERROR_SHAPE + errors, RIGHT_SHAPE + checked - errors)
          - LogGamma.ofBeta(ERROR_SHAPE, RIGHT_SHAPE);
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
    boolean anyError = strata.stream().anyMatch(f -> f.errors() > 0);
    return anyError && isEven(strata) ? pooled(strata, risk) : likeliest(strata, risk, anyError);
  }

  // Whether the fractions of the strata that are not checked throughout are about the same.
  private static boolean isEven(List<Found> strata) {
    double lowest = 1;
    double highest = 0;
    for (Found found : strata) {
      if (found.checked < found.size) {
        lowest = Math.min(lowest, found.fraction());
        highest = Math.max(highest, found.fraction());
      }
    }
    return lowest > 0 && highest <= EVEN * lowest;
  }

  /** The bound by the errors in all checks. */
  static long pooled(List<Found> strata, double risk) {
    long known = 0; // errors of strata that are checked throughout
    long errors = 0;
    long checked = 0;
    double mean = 0; // of the errors, when there are no more defective items than were found
    var open = new ArrayList<Found>();
    for (Found found : strata) {
      if (found.checked == found.size) {
        known += found.errors;
      } else {
        open.add(found);
        errors += found.errors;
        checked += found.checked;
        mean += found.errors * found.fraction();
      }
    }
    if (open.isEmpty()) {
      return known;
    }
    double limit =
        ProportionInterval.CLOPPER_PEARSON
            .of(errors, checked, Risk.complement(risk), Sides.UPPER)
            .upper();
    double enough = Math.max(checked * limit, errors + 1.0); // a mean that rules out
    open.sort(Comparator.comparingDouble(Found::fraction));
    long total = known + errors;
    for (Found found : open) {
      long room = found.size - found.checked;
      long taken =
          (long) Math.min((double) room, Math.ceil((enough - mean) / found.fraction()) - 1);
      total += Math.max(0, taken);
      mean += taken * found.fraction();
      if (taken < room) {
        break;
      }
    }
    return total;
  }

  /** The bound by the likelihood of the most likely spread. */
  static long likeliest(List<Found> strata, double risk, boolean anyError) {
    long[] defective = new long[strata.size()];
    var queue = new PriorityQueue<Next>(Comparator.<Next>comparingDouble(Next::step).reversed());
    long total = 0;
    double likelihood = 0;
    double threshold = Math.log(risk);
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
      if (next.step < 0 && Risk.isAtMost(Math.exp(likelihood + next.step - threshold), 1)) {
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
