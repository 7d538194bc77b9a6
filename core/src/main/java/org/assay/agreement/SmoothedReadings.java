package org.assay.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.agreement.JointEstimates.Reading;
import org.assay.count.ConfusionMatrix;
import org.assay.count.DistinctVectors;
import org.assay.count.RatingRows;
import org.assay.internal.Check;
import org.assay.internal.StretchedQuantiles;
import org.assay.result.TestResult;

/**
 * Test that kappas of pairs of raters on the same items are equal, with two items added to those
 * that were seen: the one to use, whatever the sample.
 *
 * <pre>{@code
 * added  1/2 item unanimous, each grade alike, and 3/2 items with every row of grades alike
 * x      arcsin of the kappas of all items, the added ones among them
 * V      their covariance by the delta method from the same items
 * T²     = (C x)' (C V C')⁻¹ (C x)                    C: differences from the first
 * F      = T² (m - G + 1) / ((m - 1)(G - 1))  on  G - 1 and m - G + 1
 * m      = max(min(n, 20), n min(1, 2 (1 - largest share of a grade)))
 * }</pre>
 *
 * <p>Hotelling's test of {@link JointEstimates} takes what was not seen for impossible: its p is at
 * most .05 in up to .24 of the samples of 30 or 50 items in which the kappas are equal, this one's
 * in at most .06 in all 132 settings of {@code bench/results/dependent-kappas.md}, with equal and
 * with unequal grade shares of the raters. Two kappas of .4 and .8 with two even grades are told
 * apart by this test and by Hotelling's in .48 and .52 of samples of 30 items, .70 and .73 of 50,
 * and all of 200; with a rare grade in far fewer. Deterministic; with many items both are the same.
 *
 * <p><b>Ranges and edges.</b> Complete items only. Undefined as {@link JointEstimates#equal()} is,
 * by the items that were seen, and TOO_FEW_ITEMS when m is at most the number of differences. A
 * kappa of at most -1, which only asymmetric weights allow, is compared as it is, without arcsin.
 * <br>
 * <b>Cost.</b> O((distinct rows + grades²) x readings²). <br>
 * <b>Source.</b> Agresti and Min (2005), Statistics in Medicine 24, 729-740, for two added items of
 * a matched comparison. The number of added items, the arcsine and m were chosen by measurement.
 */
public final class SmoothedReadings {
  private static final double ADDED = 2;
  private static final double UNANIMOUS = 0.25; // of the added items
  private static final String METHOD = "equal coefficients of the same items, two items added";

  private final int grades;
  private final List<int[]> pairs;
  private final double[] values;
  private final double[][] influence; // by reading and cell, of the compared values

  private SmoothedReadings(PairCoefficient coefficient, List<double[]> tables, List<int[]> pairs) {
    this.grades = coefficient.grades();
    this.pairs = pairs;
    this.values = tables.stream().mapToDouble(t -> coefficient.evaluate(t).coefficient()).toArray();
    this.influence = tables.stream().map(coefficient::gradient).toArray(double[][]::new);
    if (Arrays.stream(values).allMatch(x -> Math.abs(x) < 1)) {
      for (int g = 0; g < values.length; g++) {
        double slope = 1 / Math.sqrt(1 - values[g] * values[g]);
        values[g] = Math.asin(values[g]);
        influence[g] = Arrays.stream(influence[g]).map(u -> slope * u).toArray();
      }
    }
  }

  /**
   * The test.
   *
   * @param coefficient kappa with its weights
   * @param rows the items; only those that everybody rated are used
   * @param pairs two columns each, at least two pairs
   * @return T² with as many degrees of freedom as there are differences, and p
   */
  public static TestResult of(PairCoefficient coefficient, RatingRows rows, List<int[]> pairs) {
    Check.atLeast("pairs", 2, pairs.size());
    RatingRows complete = rows.complete();
    TestResult seen =
        JointEstimates.of(
                complete, pairs.stream().map(pair -> Reading.of(coefficient, pair)).toList())
            .equal();
    if (!seen.statistic().defined()) {
      return new TestResult(seen.statistic(), pairs.size() - 1, seen.statistic(), METHOD);
    }
    var tables = new ArrayList<double[]>();
    for (int[] pair : pairs) {
      tables.add(smoothed(complete.pairs(pair[0], pair[1])));
    }
    var readings = new SmoothedReadings(coefficient, tables, pairs);
    DistinctVectors distinct = complete.snapshot();
    double informative =
        StretchedQuantiles.informative(
            (double) complete.pairs(pairs.get(0)[0], pairs.get(0)[1]).total(),
            commonest(distinct, coefficient.grades(), pairs));
    return JointEstimates.hotelling(
        readings.differences(), readings.variance(distinct), informative, METHOD);
  }

  private static double[] smoothed(ConfusionMatrix pairs) {
    int grades = pairs.grades();
    double[] table = new double[grades * grades];
    for (int k = 0; k < grades; k++) {
      for (int l = 0; l < grades; l++) {
        double alike = k == l ? UNANIMOUS / grades : 0;
        table[k * grades + l] =
            pairs.count(k, l) + ADDED * (alike + (1 - UNANIMOUS) / grades / grades);
      }
    }
    return table;
  }

  /** Largest share of a grade among the ratings of the raters in question. */
  private static double commonest(DistinctVectors distinct, int grades, List<int[]> pairs) {
    int[] columns = pairs.stream().flatMapToInt(Arrays::stream).distinct().toArray();
    double[] ratings = new double[grades];
    for (int v = 0; v < distinct.size(); v++) {
      for (int column : columns) {
        ratings[distinct.vector(v)[column]] += distinct.count(v);
      }
    }
    return Arrays.stream(ratings).max().orElseThrow() / Arrays.stream(ratings).sum();
  }

  private double[] differences() {
    double[] differences = new double[values.length - 1];
    for (int g = 0; g < differences.length; g++) {
      differences[g] = values[g + 1] - values[0];
    }
    return differences;
  }

  private double[][] variance(DistinctVectors distinct) {
    double[][] covariance = new double[values.length][values.length];
    for (int g = 0; g < values.length; g++) {
      for (int h = 0; h <= g; h++) {
        covariance[g][h] = ofSeen(distinct, g, h) + ADDED * ofAdded(g, h);
        covariance[h][g] = covariance[g][h];
      }
    }
    double[][] variance = new double[values.length - 1][values.length - 1];
    for (int g = 1; g < values.length; g++) {
      for (int h = 1; h < values.length; h++) {
        variance[g - 1][h - 1] =
            covariance[g][h] - covariance[g][0] - covariance[0][h] + covariance[0][0];
      }
    }
    return variance;
  }

  private double ofSeen(DistinctVectors distinct, int g, int h) {
    double sum = 0;
    for (int v = 0; v < distinct.size(); v++) {
      int[] row = distinct.vector(v);
      sum += distinct.count(v) * influence[g][cell(row, g)] * influence[h][cell(row, h)];
    }
    return sum;
  }

  private int cell(int[] row, int g) {
    return row[pairs.get(g)[0]] * grades + row[pairs.get(g)[1]];
  }

  /** Mean product of the influences of an added item. */
  private double ofAdded(int g, int h) {
    double unanimous = 0;
    for (int k = 0; k < grades; k++) {
      unanimous += influence[g][k * grades + k] * influence[h][k * grades + k];
    }
    return UNANIMOUS * unanimous / grades + (1 - UNANIMOUS) * ofIndependent(g, h);
  }

  /** The same for grades that are independent: raters of one reading only contribute their mean. */
  private double ofIndependent(int g, int h) {
    int[] one = pairs.get(g);
    int[] other = pairs.get(h);
    if (one[0] == other[0] && one[1] == other[1]) {
      return meanProduct(influence[g], influence[h]);
    }
    if (one[0] == other[1] && one[1] == other[0]) {
      return meanProduct(influence[g], transposed(influence[h]));
    }
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        if (one[i] == other[j]) {
          return meanProduct(means(influence[g], i), means(influence[h], j));
        }
      }
    }
    return Arrays.stream(influence[g]).average().orElseThrow()
        * Arrays.stream(influence[h]).average().orElseThrow();
  }

  private static double meanProduct(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum / x.length;
  }

  private double[] transposed(double[] cells) {
    double[] transposed = new double[cells.length];
    for (int k = 0; k < grades; k++) {
      for (int l = 0; l < grades; l++) {
        transposed[l * grades + k] = cells[k * grades + l];
      }
    }
    return transposed;
  }

  /** Means over the other rater's grade, by the grade of the first (0) or second (1) rater. */
  private double[] means(double[] cells, int rater) {
    double[] means = new double[grades];
    for (int k = 0; k < grades; k++) {
      for (int l = 0; l < grades; l++) {
        means[rater == 0 ? k : l] += cells[k * grades + l] / grades;
      }
    }
    return means;
  }
}
