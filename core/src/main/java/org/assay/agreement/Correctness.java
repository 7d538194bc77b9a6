package org.assay.agreement;

import java.util.Optional;
import org.assay.count.WeightedConfusion;
import org.assay.data.GradingScheme;
import org.assay.internal.Check;
import org.assay.interval.WeightedClopperPearson;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * How one assessor's grades compare with the reference grades.
 *
 * <pre>{@code
 * error rate = sum of weights of the pairs that differ / sum of weights
 * severity   = sum of weight x severity(reference, grade) / sum of weights
 * }</pre>
 *
 * <p><b>Interval.</b> Clopper and Pearson's, (1 - confidenceLevel) / 2 on either side: exact where
 * all weights are equal, so that it covers at least as often as it says; else the limits of {@link
 * WeightedClopperPearson}. <br>
 * <b>Edges.</b> All undefined (NO_PAIRS) without a pair; kappa also (NO_VARIATION) when both used
 * one and the same grade.
 *
 * @param errorRate in [0, 1]
 * @param limits interval around the error rate; null without a pair
 * @param severity mean severity of a grading, at least 0
 * @param kappa unweighted, at most 1
 */
public record Correctness(Outcome errorRate, Interval limits, Outcome severity, Outcome kappa) {

  /** Name of the interval, as in the protocol. */
  public static final String INTERVAL = "clopperPearson";

  /**
   * The limits, for code that handles absence itself.
   *
   * @return the interval, or empty when there is none
   */
  public Optional<Interval> interval() {
    return Optional.ofNullable(limits);
  }

  /**
   * Compares grades with reference grades.
   *
   * @param table of one assessor
   * @param scheme same grades; how severe each mix-up is
   * @param confidenceLevel of the interval, in (0, 1)
   * @return the comparison
   */
  public static Correctness of(
      WeightedConfusion table, GradingScheme scheme, double confidenceLevel) {
    Check.openUnit("confidenceLevel", confidenceLevel);
    if (scheme.size() != table.grades()) {
      throw new IllegalArgumentException(
          "scheme must have the grades of the table, " + table.grades() + ", got " + scheme.size());
    }
    double all = table.total();
    if (all == 0) {
      Outcome none = Outcome.undefined(Undefined.NO_PAIRS);
      return new Correctness(none, null, none, none);
    }
    int grades = table.grades();
    double errors = 0;
    double severity = 0;
    double[] totals = new double[grades * grades];
    for (int reference = 0; reference < grades; reference++) {
      for (int grade = 0; grade < grades; grade++) {
        double weight = table.sum(reference, grade);
        totals[reference * grades + grade] = weight;
        errors += reference == grade ? 0 : weight;
        severity += weight * scheme.severity(reference, grade);
      }
    }
    double rate = Math.min(1, errors / all);
    return new Correctness(
        Outcome.of(rate),
        interval(table, rate, all, confidenceLevel),
        Outcome.of(severity / all),
        kappa(grades, totals));
  }

  private static Interval interval(
      WeightedConfusion table, double rate, double all, double confidence) {
    double variance = table.errorSquares() / all / all;
    double share = table.largestWeight() / all;
    double side = (1 + confidence) / 2;
    return Interval.within(
        0,
        1,
        Math.min(rate, WeightedClopperPearson.lower(rate, variance, side)),
        Math.max(rate, WeightedClopperPearson.upper(rate, variance, share, share * share, side)),
        confidence,
        INTERVAL);
  }

  private static Outcome kappa(int grades, double[] totals) {
    Disagreement d = CohenKappa.with(Weights.identity(grades)).evaluate(totals);
    return d.isDefined() ? Outcome.of(d.coefficient()) : Outcome.undefined(Undefined.NO_VARIATION);
  }
}
