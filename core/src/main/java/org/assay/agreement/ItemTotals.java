package org.assay.agreement;

import java.util.Arrays;
import org.assay.count.DistinctVectors;

/**
 * What each distinct vector adds to the totals of a coefficient, as sparse rows, with the number of
 * items that have it. Items without a rating are left out.
 */
final class ItemTotals {
  private final int totals;
  private final int[] start; // row v is index[start[v]] .. index[start[v + 1] - 1]
  private final int[] index;
  private final double[] value;
  private final long[] items;
  private final boolean[] pairable;
  private final long ratings;
  private final boolean completePairs;

  ItemTotals(Coefficient coefficient, DistinctVectors vectors) {
    this.totals = coefficient.totals(vectors.width());
    var sink = new Sink();
    int[] starts = new int[vectors.size() + 1];
    long[] counts = new long[vectors.size()];
    boolean[] pairs = new boolean[vectors.size()];
    int rows = 0;
    long allRatings = 0;
    boolean twoEach = true;
    for (int v = 0; v < vectors.size(); v++) {
      int[] vector = vectors.vector(v);
      int given = coefficient.ratings(vector);
      if (given == 0) {
        continue;
      }
      coefficient.contribute(vector, sink);
      counts[rows] = vectors.count(v);
      pairs[rows] = coefficient.isPairable(vector);
      twoEach &= given == 2;
      allRatings = Math.addExact(allRatings, Math.multiplyExact(counts[rows], given));
      starts[++rows] = sink.size;
    }
    this.start = Arrays.copyOf(starts, rows + 1);
    this.index = sink.index;
    this.value = sink.value;
    this.items = Arrays.copyOf(counts, rows);
    this.pairable = Arrays.copyOf(pairs, rows);
    this.ratings = allRatings;
    this.completePairs = twoEach;
  }

  int rows() {
    return items.length;
  }

  long items(int row) {
    return items[row];
  }

  boolean isPairable(int row) {
    return pairable[row];
  }

  long items() {
    return Arrays.stream(items).reduce(0, Math::addExact);
  }

  long pairableItems() {
    long n = 0;
    for (int row = 0; row < items.length; row++) {
      n += pairable[row] ? items[row] : 0;
    }
    return n;
  }

  /** Whether every item has exactly two ratings. */
  boolean isCompletePairs() {
    return completePairs;
  }

  long ratings() {
    return ratings;
  }

  /** Totals over all items. */
  double[] sum() {
    double[] sum = new double[totals];
    for (int row = 0; row < items.length; row++) {
      add(row, (double) items[row], sum);
    }
    return sum;
  }

  /** Adds what {@code times} items with a row's vector add. */
  void add(int row, double times, double[] sum) {
    for (int e = start[row]; e < start[row + 1]; e++) {
      sum[index[e]] += times * value[e];
    }
  }

  /** Inner product of a row with a gradient: the influence of one such item. */
  double dot(int row, double[] gradient) {
    double sum = 0;
    for (int e = start[row]; e < start[row + 1]; e++) {
      sum += value[e] * gradient[index[e]];
    }
    return sum;
  }

  private static final class Sink implements Coefficient.TotalSink {
    private int[] index = new int[64];
    private double[] value = new double[64];
    private int size;

    @Override
    public void add(int total, double amount) {
      if (size == index.length) {
        index = Arrays.copyOf(index, 2 * size);
        value = Arrays.copyOf(value, 2 * size);
      }
      index[size] = total;
      value[size++] = amount;
    }
  }
}
