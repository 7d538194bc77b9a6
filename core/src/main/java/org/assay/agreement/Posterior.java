package org.assay.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.count.DistinctVectors;
import org.assay.internal.StretchedQuantiles;

/**
 * What a coefficient may be in the populations of {@link Dirichlet}, and its limits.
 *
 * <pre>{@code
 * limits  quantiles of the draws, stretched as if there were m items, see StretchedQuantiles
 * m       max(min(n, 20), 3 d n)            where 3 d < r
 *         max(min(n, 50), n min(1, r))      elsewhere
 * d       share of the items with two ratings whose ratings differ
 * r       2 (1 - largest share of a grade)
 * }</pre>
 *
 * <p><b>Why d.</b> The width stands on the items that differ. With eight of them among 50, as for
 * quadratic kappa .8 of five even grades, limits stretched for 50 items are too short: they held in
 * .93 of samples. Where rare grades rather than agreement make them few, the prior does most of it.
 * <b>Why that prior.</b> With 20 items and grades 90/4/3/2/1 a sixth of the samples with true kappa
 * .8 have nothing but disagreeing items beside the commonest grade. A prior of one item, a quarter
 * unanimous, kept kappa of three raters below .8 there; one of 1.2 items, a third unanimous, does
 * not, and still has mass enough that disagrees to hold the lower limits at even grades. Measured
 * in {@code bench/results/small-samples.md}.
 */
final class Posterior {
  private static final int DRAWS = 4_000;
  private static final int FEWEST = 1_000;
  private static final double WORK = 2e8; // numbers touched, beyond which draws are saved
  private static final double FEW_DIFFERING = 20;
  private static final double FEW_OTHERS = 50; // with another grade than the commonest

  private final Coefficient coefficient;
  private final ItemTotals items;
  private final List<int[]> vectors = new ArrayList<>();
  private final boolean[] pairable;
  private final double meanWeight;
  private final double differing; // share of the pairable items whose ratings differ

  Posterior(Coefficient coefficient, Sample sample, ItemTotals items) {
    this.coefficient = coefficient;
    this.items = items;
    this.pairable = new boolean[items.rows()];
    double weight = 0;
    double compared = 0;
    double differ = 0;
    for (Sample.Slice slice : sample.slices()) {
      DistinctVectors distinct = slice.items();
      for (int v = 0; v < distinct.size(); v++) {
        if (coefficient.ratings(distinct.vector(v)) > 0) {
          pairable[vectors.size()] = items.isPairable(vectors.size());
          weight += distinct.count(v) * slice.weight();
          if (items.isPairable(vectors.size())) {
            compared += distinct.count(v);
            differ += differs(distinct.vector(v)) ? distinct.count(v) : 0;
          }
          vectors.add(distinct.vector(v));
        }
      }
    }
    this.meanWeight = weight / items.items();
    this.differing = differ / compared;
  }

  private boolean differs(int[] vector) {
    long[] grades = new long[coefficient.grades()];
    coefficient.addGrades(vector, 1, grades);
    return Arrays.stream(grades).filter(count -> count > 0).limit(2).count() > 1;
  }

  /**
   * Stretched quantiles of the coefficient in the populations.
   *
   * @param value the coefficient, which lies inside
   * @param units those that can disagree
   * @param seen share of the population among the items
   * @param confidence in (0, 1)
   */
  Limits limits(double value, long units, double seen, double confidence) {
    double least = coefficient.correctsForChance() ? -1 : 0;
    double informative = informative((double) units);
    double[] limits = StretchedQuantiles.limits(draws(), least, informative, seen, confidence);
    return new Limits(Math.min(value, limits[0]), Math.max(value, limits[1]));
  }

  private double informative(double units) {
    double others = 2 * (1 - items.commonest());
    return 3 * differing < others
        ? Math.max(Math.min(units, FEW_DIFFERING), units * Math.min(1, 3 * differing))
        : Math.max(Math.min(units, FEW_OTHERS), units * Math.min(1, others));
  }

  /** Values in the populations, ascending. */
  double[] draws() {
    double[] totals = new double[items.sum().length];
    int draws = (int) Math.max(FEWEST, Math.min(DRAWS, WORK / (totals.length + items.entries())));
    var populations = new Dirichlet(vectors, items.counts(), pairable, coefficient.grades());
    double[] weights = new double[items.rows()];
    double[] values = new double[draws];
    for (int b = 0; b < draws; b++) {
      Arrays.fill(totals, 0);
      populations.draw(
          weights,
          coefficient::like,
          (vector, weight) ->
              coefficient.contribute(vector, (t, x) -> totals[t] += meanWeight * weight * x));
      for (int row = 0; row < weights.length; row++) {
        items.add(row, weights[row], totals);
      }
      Disagreement d = coefficient.evaluate(totals);
      values[b] = d.isDefined() ? d.coefficient() : Double.NaN;
    }
    return Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
  }
}
