package org.assay.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.internal.MultinomialSampler;

/** The coefficient with items left out or drawn again, computed on patterns instead of items. */
final class Resampling {
  /** Replicates whose totals are summed together, which compilers vectorise. */
  private static final int BLOCK = 64;

  private final Coefficient coefficient;
  private final ItemTotals items;

  Resampling(Coefficient coefficient, ItemTotals items) {
    this.coefficient = coefficient;
    this.items = items;
  }

  /**
   * The coefficient without one item of each row's kind.
   *
   * @return one value a row; NaN where it does not exist
   */
  double[] leaveOneOut() {
    double[] sum = items.sum();
    double[] left = new double[sum.length];
    double[] values = new double[items.rows()];
    for (int row = 0; row < values.length; row++) {
      System.arraycopy(sum, 0, left, 0, sum.length);
      items.add(row, -1, left);
      values[row] = value(left);
    }
    return values;
  }

  /** Square root of (n - 1) / n times the sum of squares over leave-one-out values; or NaN. */
  double jackknifeStandardError() {
    double[] values = leaveOneOut();
    double n = items.items();
    double first = values[0]; // so that equal values have a mean without rounding
    double mean = 0;
    for (int row = 0; row < values.length; row++) {
      mean += items.items(row) / n * (values[row] - first);
    }
    double squares = 0;
    for (int row = 0; row < values.length; row++) {
      double d = values[row] - first - mean;
      squares += items.items(row) * d * d;
    }
    return Math.sqrt((n - 1) / n * squares);
  }

  /**
   * Values over samples of as many items drawn with replacement: a multinomial draw on the rows, so
   * the cost does not depend on the number of items.
   *
   * @param together coefficients of the same items, which share the draws
   * @return for each the replicates in which it exists, ascending
   */
  static double[][] bootstrap(List<Resampling> together, int replicates, long seed) {
    var random = new SplittableRandom(seed);
    ItemTotals items = together.get(0).items;
    var sampler = new MultinomialSampler(items.counts());
    double[][] values = new double[together.size()][replicates];
    double[][] drawn = new double[items.rows()][BLOCK];
    for (int from = 0; from < replicates; from += BLOCK) {
      int block = Math.min(BLOCK, replicates - from);
      for (int b = 0; b < block; b++) {
        long[] times = sampler.sample(random);
        for (int row = 0; row < drawn.length; row++) {
          drawn[row][b] = times[row];
        }
      }
      for (int c = 0; c < values.length; c++) {
        double[][] totals = together.get(c).items.sums(drawn);
        for (int b = 0; b < block; b++) {
          values[c][from + b] = together.get(c).value(totals, b);
        }
      }
    }
    for (int c = 0; c < values.length; c++) {
      values[c] = Arrays.stream(values[c]).filter(x -> !Double.isNaN(x)).sorted().toArray();
    }
    return values;
  }

  private double value(double[][] totals, int replicate) {
    double[] own = new double[totals.length];
    Arrays.setAll(own, t -> totals[t][replicate]);
    return value(own);
  }

  private double value(double[] totals) {
    Disagreement d = coefficient.evaluate(totals);
    return d.isDefined() ? d.coefficient() : Double.NaN;
  }
}
