package org.assay.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import org.assay.count.DistinctVectors;
import org.assay.count.RatingRows;
import org.assay.internal.Check;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * A coefficient read off counted rows, with the influence of an item of each row on it. Influences
 * that are 0 by algebra are 0 here: {@link ExactInfluence} knows them for coefficients of patterns;
 * otherwise they are 0 when all of them are what rounding leaves of the derivatives.
 */
final class Influence {
  private static final double ROUNDING = 1e-12; // of the terms that should cancel

  private final Outcome value;
  private final double[] influence; // by distinct row; 0 where the row is not used
  private final boolean[] used;
  private final long items;

  private Influence(Outcome value, double[] influence, boolean[] used, long items) {
    this.value = value;
    this.influence = influence;
    this.used = used;
    this.items = items;
  }

  static Influence of(JointEstimates.Reading reading, RatingRows rows, DistinctVectors distinct) {
    Coefficient coefficient = reading.coefficient();
    coefficient.requireGrades(rows.grades());
    for (int column : reading.columns()) {
      Check.index("column", column, rows.raters(), "raters");
    }
    if (coefficient instanceof RaterCoefficient byRater) {
      byRater.requireRaters(reading.columns().size());
    }
    int[][] vectors = new int[distinct.size()][];
    boolean[] used = new boolean[distinct.size()];
    long items = 0;
    double[] totals = null;
    for (int v = 0; v < vectors.length; v++) {
      vectors[v] = vector(coefficient, distinct.vector(v), reading);
      used[v] = coefficient.isPairable(vectors[v]);
      items += used[v] ? distinct.count(v) : 0;
      double times = distinct.count(v);
      if (totals == null) {
        totals = new double[coefficient.totals(vectors[v].length)];
      }
      if (coefficient.ratings(vectors[v]) > 0) {
        double[] sums = totals;
        coefficient.contribute(vectors[v], (total, x) -> sums[total] += times * x);
      }
    }
    double[] influence = new double[vectors.length];
    Disagreement disagreement = totals == null ? Disagreement.NONE : coefficient.evaluate(totals);
    if (!disagreement.isDefined()) {
      Undefined reason = disagreement.hasPairs() ? Undefined.NO_VARIATION : Undefined.NO_PAIRS;
      return new Influence(Outcome.undefined(reason), influence, used, items);
    }
    if (isExactlyZero(coefficient, vectors, distinct)) {
      return new Influence(Outcome.of(disagreement.coefficient()), influence, used, items);
    }
    double[] gradient = coefficient.gradient(totals);
    for (int v = 0; v < vectors.length; v++) {
      if (coefficient.ratings(vectors[v]) > 0) {
        int row = v;
        coefficient.contribute(vectors[v], (total, x) -> influence[row] += x * gradient[total]);
      }
    }
    if (largest(influence) <= ROUNDING * coefficient.termSize(totals)) {
      Arrays.fill(influence, 0);
    }
    return new Influence(Outcome.of(disagreement.coefficient()), influence, used, items);
  }

  private static boolean isExactlyZero(
      Coefficient coefficient, int[][] vectors, DistinctVectors distinct) {
    var rated = new ArrayList<int[]>();
    var times = new ArrayList<Long>();
    for (int v = 0; v < vectors.length; v++) {
      if (coefficient.ratings(vectors[v]) > 0) {
        rated.add(vectors[v]);
        times.add(distinct.count(v));
      }
    }
    return ExactInfluence.isZero(
        coefficient, rated, times.stream().mapToLong(Long::longValue).toArray());
  }

  static double largest(double[] numbers) {
    double largest = 0;
    for (double x : numbers) {
      largest = Math.max(largest, Math.abs(x));
    }
    return largest;
  }

  private static int[] vector(Coefficient coefficient, int[] row, JointEstimates.Reading reading) {
    int[] own = reading.columns().stream().mapToInt(column -> row[column]).toArray();
    return coefficient instanceof RaterCoefficient ? own : counts(own, coefficient.grades());
  }

  private static int[] counts(int[] row, int grades) {
    int[] counts = new int[grades];
    for (int code : row) {
      if (code != RatingRows.MISSING) {
        counts[code]++;
      }
    }
    return counts;
  }

  Outcome value() {
    return value;
  }

  /** Items with two ratings among the columns. */
  long items() {
    return items;
  }

  boolean overlaps(Influence other) {
    for (int v = 0; v < used.length; v++) {
      if (used[v] && other.used[v]) {
        return true;
      }
    }
    return false;
  }

  /**
   * Variance of the difference of two coefficients, item by item: 0 where every item has the same
   * influence on both but for rounding, as when both are the same by algebra.
   */
  double differenceVariance(Influence other, DistinctVectors distinct) {
    double sum = 0;
    double largest = 0;
    for (int v = 0; v < influence.length; v++) {
      double difference = influence[v] - other.influence[v];
      sum += distinct.count(v) * difference * difference;
      largest = Math.max(largest, Math.abs(difference));
    }
    return largest <= ROUNDING * (largest(influence) + largest(other.influence)) ? 0 : sum;
  }

  double covariance(Influence other, DistinctVectors distinct) {
    double sum = 0;
    for (int v = 0; v < influence.length; v++) {
      sum += distinct.count(v) * influence[v] * other.influence[v];
    }
    return sum;
  }
}
