package org.assay.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.count.DistinctVectors;
import org.assay.internal.StretchedQuantiles;

/** What a coefficient may be in the populations of {@link Dirichlet}. */
final class Posterior {
  private static final int DRAWS = 4_000;
  private static final int FEWEST = 1_000;
  private static final double WORK = 2e8; // numbers touched, beyond which draws are saved

  private final Coefficient coefficient;
  private final ItemTotals items;
  private final List<int[]> vectors = new ArrayList<>();
  private final boolean[] pairable;
  private final double meanWeight;

  Posterior(Coefficient coefficient, Sample sample, ItemTotals items) {
    this.coefficient = coefficient;
    this.items = items;
    this.pairable = new boolean[items.rows()];
    double weight = 0;
    for (Sample.Slice slice : sample.slices()) {
      DistinctVectors distinct = slice.items();
      for (int v = 0; v < distinct.size(); v++) {
        if (coefficient.ratings(distinct.vector(v)) > 0) {
          pairable[vectors.size()] = items.isPairable(vectors.size());
          weight += distinct.count(v) * slice.weight();
          vectors.add(distinct.vector(v));
        }
      }
    }
    this.meanWeight = weight / items.items();
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
    double informative = StretchedQuantiles.informative((double) units, items.commonest());
    double[] limits = StretchedQuantiles.limits(draws(), least, informative, seen, confidence);
    return new Limits(Math.min(value, limits[0]), Math.max(value, limits[1]));
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
