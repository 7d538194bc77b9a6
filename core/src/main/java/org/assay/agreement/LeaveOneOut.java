package org.assay.agreement;

import java.util.ArrayList;
import java.util.List;
import org.assay.count.DistinctVectors;
import org.assay.count.PeerPatterns;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * What a team's coefficient would be without one of its assessors.
 *
 * <p>All of the assessor's gradings are taken out; the items stay as long as anybody else graded
 * them. The coefficient's totals are sums over items, so leaving an assessor out is a subtraction
 * and costs O(the assessor's distinct patterns), not another pass over the gradings.
 *
 * @param assessor code of the one left out
 * @param without the coefficient of the others' gradings; undefined (NO_PAIRS) when no item has two
 *     of them, (NO_VARIATION) when they used one grade
 * @param influence coefficient of all less {@code without}: above 0 when the assessor raises the
 *     team's agreement; undefined when one of the two is
 */
public record LeaveOneOut(int assessor, Outcome without, Outcome influence) {
  /** Expected disagreement this small is what rounding leaves of a subtraction. */
  private static final double ROUNDING = 1e-12;

  /**
   * Leaves out each assessor in turn.
   *
   * @param coefficient which, with weights of as many grades as the data have
   * @param peers the team's items
   * @return one per assessor, in the order of their codes
   */
  public static List<LeaveOneOut> of(PatternCoefficient coefficient, PeerPatterns peers) {
    coefficient.requireGrades(peers.grades());
    DistinctVectors items = peers.items().snapshot();
    double[] totals = new double[coefficient.totals(peers.grades())];
    long pairable = 0;
    for (int v = 0; v < items.size(); v++) {
      add(coefficient, items.vector(v), (double) items.count(v), totals);
      pairable += coefficient.isPairable(items.vector(v)) ? items.count(v) : 0;
    }
    long all = pairable;
    Outcome whole = value(coefficient, totals, all);
    var left = new ArrayList<LeaveOneOut>();
    peers.forEach(
        (assessor, views) -> left.add(without(coefficient, totals, all, whole, assessor, views)));
    return left;
  }

  private static LeaveOneOut without(
      PatternCoefficient coefficient,
      double[] totals,
      long pairable,
      Outcome whole,
      int assessor,
      DistinctVectors views) {
    int grades = coefficient.grades();
    double[] rest = totals.clone();
    long remaining = pairable;
    int[] before = new int[grades];
    int[] after = new int[grades];
    for (int v = 0; v < views.size(); v++) {
      int[] view = views.vector(v);
      for (int k = 0; k < grades; k++) {
        after[k] = view[grades + k];
        before[k] = view[k] + after[k];
      }
      double times = views.count(v);
      add(coefficient, before, -times, rest);
      add(coefficient, after, times, rest);
      remaining -= coefficient.isPairable(before) ? views.count(v) : 0;
      remaining += coefficient.isPairable(after) ? views.count(v) : 0;
    }
    Outcome value = value(coefficient, rest, remaining);
    return new LeaveOneOut(
        assessor,
        value,
        whole.defined() && value.defined()
            ? Outcome.of(whole.value() - value.value())
            : whole.defined() ? value : whole);
  }

  private static void add(
      PatternCoefficient coefficient, int[] counts, double times, double[] totals) {
    if (coefficient.ratings(counts) > 0) {
      coefficient.contribute(counts, (total, x) -> totals[total] += times * x);
    }
  }

  private static Outcome value(PatternCoefficient coefficient, double[] totals, long pairable) {
    if (pairable == 0) {
      return Outcome.undefined(Undefined.NO_PAIRS);
    }
    Disagreement disagreement = coefficient.evaluate(totals);
    return disagreement.isDefined() && disagreement.expected() > ROUNDING
        ? Outcome.of(disagreement.coefficient())
        : Outcome.undefined(Undefined.NO_VARIATION);
  }
}
