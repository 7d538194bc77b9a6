package org.assay.agreement;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assay.internal.BinomialSampler;

/** The coefficient with items left out or drawn again, computed on patterns instead of items. */
final class Resampling {
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
    double mean = 0;
    for (int row = 0; row < values.length; row++) {
      mean += items.items(row) / n * values[row];
    }
    double squares = 0;
    for (int row = 0; row < values.length; row++) {
      squares += items.items(row) * (values[row] - mean) * (values[row] - mean);
    }
    return Math.sqrt((n - 1) / n * squares);
  }

  /**
   * Values over samples of as many items drawn with replacement: a multinomial draw on the rows, so
   * the cost does not depend on the number of items.
   *
   * @return the replicates in which the coefficient exists, ascending
   */
  double[] bootstrap(int replicates, long seed) {
    var random = new SplittableRandom(seed);
    double[] values = new double[replicates];
    double[] sum = new double[items.sum().length];
    int defined = 0;
    for (int b = 0; b < replicates; b++) {
      Arrays.fill(sum, 0);
      long left = items.items();
      long leftInRows = left;
      for (int row = 0; row < items.rows() && left > 0; row++) {
        long drawn = BinomialSampler.sample(left, (double) items.items(row) / leftInRows, random);
        leftInRows -= items.items(row);
        left -= drawn;
        if (drawn > 0) {
          items.add(row, (double) drawn, sum);
        }
      }
      double value = value(sum);
      if (!Double.isNaN(value)) {
        values[defined++] = value;
      }
    }
    values = Arrays.copyOf(values, defined);
    Arrays.sort(values);
    return values;
  }

  private double value(double[] totals) {
    Disagreement d = coefficient.evaluate(totals);
    return d.isDefined() ? d.coefficient() : Double.NaN;
  }
}
