package org.assay.agreement;

import java.util.Arrays;
import java.util.List;
import org.assay.agreement.AgreementEstimate.Diagnostics;
import org.assay.count.DistinctVectors;
import org.assay.result.Outcome;

/**
 * What each distinct vector of a sample adds to the totals of a coefficient, as sparse rows, with
 * the number and weight of the items that have it. Items without a rating are left out.
 */
final class ItemTotals {
  private final int totals;
  private final int slices;
  private int rows;
  private int[] start = new int[17]; // row v is index[start[v]] .. index[start[v + 1] - 1]
  private int[] index = new int[64];
  private double[] value = new double[64];
  private long[] items = new long[16];
  private double[] weight = new double[16];
  private int[] slice = new int[16];
  private boolean[] pairable = new boolean[16];
  private long ratings;
  private long pairs;
  private final long[] gradeCounts;
  private boolean completePairs = true;

  ItemTotals(Coefficient coefficient, Sample sample) {
    int width = sample.slices().stream().mapToInt(s -> s.items().width()).findFirst().orElse(1);
    this.totals = coefficient.totals(width);
    this.gradeCounts = new long[coefficient.grades()];
    this.slices = sample.slices().size();
    for (int s = 0; s < slices; s++) {
      DistinctVectors vectors = sample.slices().get(s).items();
      for (int v = 0; v < vectors.size(); v++) {
        addRow(
            coefficient, vectors.vector(v), vectors.count(v), sample.slices().get(s).weight(), s);
      }
    }
  }

  private void addRow(
      Coefficient coefficient, int[] vector, long count, double itemWeight, int ofSlice) {
    int given = coefficient.ratings(vector);
    if (given == 0) {
      return;
    }
    if (rows == items.length) {
      start = Arrays.copyOf(start, 2 * rows + 1);
      items = Arrays.copyOf(items, 2 * rows);
      weight = Arrays.copyOf(weight, 2 * rows);
      slice = Arrays.copyOf(slice, 2 * rows);
      pairable = Arrays.copyOf(pairable, 2 * rows);
    }
    start[rows + 1] = start[rows];
    coefficient.contribute(vector, this::addEntry);
    items[rows] = count;
    weight[rows] = itemWeight;
    slice[rows] = ofSlice;
    pairable[rows] = coefficient.isPairable(vector);
    ratings = Math.addExact(ratings, Math.multiplyExact(count, given));
    if (pairable[rows]) {
      pairs = Math.addExact(pairs, Math.multiplyExact(count, coefficient.pairs(vector)));
    }
    coefficient.addGrades(vector, count, gradeCounts); // at most the ratings: no overflow
    completePairs &= given == 2;
    rows++;
  }

  private void addEntry(int total, double amount) {
    int e = start[rows + 1]++;
    if (e == index.length) {
      index = Arrays.copyOf(index, 2 * e);
      value = Arrays.copyOf(value, 2 * e);
    }
    index[e] = total;
    value[e] = amount;
  }

  /** Numbers that the rows hold. */
  int entries() {
    return start[rows];
  }

  int rows() {
    return rows;
  }

  long items(int row) {
    return items[row];
  }

  double weight(int row) {
    return weight[row];
  }

  boolean isPairable(int row) {
    return pairable[row];
  }

  long items() {
    return Arrays.stream(items, 0, rows).reduce(0, Math::addExact);
  }

  long pairableItems() {
    long n = 0;
    for (int row = 0; row < rows; row++) {
      n += pairable[row] ? items[row] : 0;
    }
    return n;
  }

  /** Slices with a rated item. */
  int slicesRated() {
    return (int) Arrays.stream(slice, 0, rows).distinct().count();
  }

  /** Slices with an item that can disagree with itself. */
  int slicesPairable() {
    boolean[] seen = new boolean[slices];
    int n = 0;
    for (int row = 0; row < rows; row++) {
      if (pairable[row] && !seen[slice[row]]) {
        seen[slice[row]] = true;
        n++;
      }
    }
    return n;
  }

  /** Whether every item has exactly two ratings. */
  boolean isCompletePairs() {
    return completePairs;
  }

  Diagnostics diagnostics(Outcome maximum) {
    List<Double> prevalence =
        ratings == 0
            ? List.of()
            : Arrays.stream(gradeCounts).mapToObj(c -> (double) c / ratings).toList();
    return new Diagnostics(items(), pairableItems(), pairs, ratings, prevalence, maximum);
  }

  /** Largest share of a grade among the ratings. */
  double commonest() {
    return ratings == 0 ? 1 : (double) Arrays.stream(gradeCounts).max().orElse(0) / ratings;
  }

  /** Number of items of each row. */
  long[] counts() {
    return Arrays.copyOf(items, rows);
  }

  /** Totals over all items. */
  double[] sum() {
    double[] sum = new double[totals];
    for (int row = 0; row < rows; row++) {
      add(row, (double) items[row], sum);
    }
    return sum;
  }

  /**
   * Totals over other numbers of items of each row's kind, for several samples at once.
   *
   * @param times rows x samples
   * @return totals x samples
   */
  double[][] sums(double[][] times) {
    double[][] sums = new double[totals][times.length == 0 ? 0 : times[0].length];
    for (int row = 0; row < rows; row++) {
      for (int e = start[row]; e < start[row + 1]; e++) {
        addScaled(times[row], weight[row] * value[e], sums[index[e]]);
      }
    }
    return sums;
  }

  private static void addScaled(double[] times, double factor, double[] sums) {
    for (int b = 0; b < sums.length; b++) {
      sums[b] += factor * times[b];
    }
  }

  /** Adds what {@code times} items with a row's vector and weight add. */
  void add(int row, double times, double[] sum) {
    double factor = times * weight[row];
    for (int e = start[row]; e < start[row + 1]; e++) {
      sum[index[e]] += factor * value[e];
    }
  }

  /** Inner product of a row with a gradient: the influence of one such item. */
  double influence(int row, double[] gradient) {
    double sum = 0;
    for (int e = start[row]; e < start[row + 1]; e++) {
      sum += value[e] * gradient[index[e]];
    }
    return weight[row] * sum;
  }

  /** Sum over clusters of the square of the cluster's influence. */
  double clusterSquares(double[] gradient) {
    double[] sums = new double[slices];
    for (int row = 0; row < rows; row++) {
      sums[slice[row]] += items[row] * influence(row, gradient);
    }
    return Arrays.stream(sums).map(u -> u * u).sum();
  }
}
