package org.assay.agreement;

import org.assay.count.DistinctVectors;
import org.assay.count.RatingRows;
import org.assay.internal.Check;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/** A coefficient read off counted rows, with the influence of an item of each row on it. */
final class Influence {
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
    double[] gradient = coefficient.gradient(totals);
    for (int v = 0; v < vectors.length; v++) {
      if (coefficient.ratings(vectors[v]) > 0) {
        int row = v;
        coefficient.contribute(vectors[v], (total, x) -> influence[row] += x * gradient[total]);
      }
    }
    return new Influence(Outcome.of(disagreement.coefficient()), influence, used, items);
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

  double covariance(Influence other, DistinctVectors distinct) {
    double sum = 0;
    for (int v = 0; v < influence.length; v++) {
      sum += distinct.count(v) * influence[v] * other.influence[v];
    }
    return sum;
  }
}
