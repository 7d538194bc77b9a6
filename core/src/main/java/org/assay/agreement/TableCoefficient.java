package org.assay.agreement;

import java.util.Arrays;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * A coefficient of a population whose pairs of grades are known as shares, such as the weighted
 * table of references and grades of a sampling design.
 *
 * <p>A pair adds to the totals of the coefficient what an item with these two ratings does, times
 * its share; value and derivatives are those of the {@link Coefficient}, so that any of them can be
 * asked for.
 *
 * <p>Cost: O(K^3) once, then O(K^2) per table. Immutable and thread-safe.
 */
public final class TableCoefficient {
  private static final Outcome NO_PAIRS = Outcome.undefined(Undefined.NO_PAIRS);
  private static final Outcome NO_VARIATION = Outcome.undefined(Undefined.NO_VARIATION);

  private final Coefficient coefficient;
  private final int size; // of the totals
  private final int[][] total; // that a pair adds to, pairs row by row
  private final double[][] amount;

  private TableCoefficient(Coefficient coefficient) {
    this.coefficient = coefficient;
    int grades = coefficient.grades();
    this.total = new int[grades * grades][];
    this.amount = new double[grades * grades][];
    this.size = coefficient.totals(coefficient.pair(0, 0).length);
    for (int i = 0; i < grades; i++) {
      for (int j = 0; j < grades; j++) {
        contribution(coefficient.pair(i, j), i * grades + j);
      }
    }
  }

  private void contribution(int[] vector, int pair) {
    int[] totals = new int[size];
    double[] amounts = new double[size];
    int[] n = new int[1];
    coefficient.contribute(
        vector,
        (t, x) -> {
          totals[n[0]] = t;
          amounts[n[0]++] = x;
        });
    total[pair] = Arrays.copyOf(totals, n[0]);
    amount[pair] = Arrays.copyOf(amounts, n[0]);
  }

  /**
   * Prepares a coefficient.
   *
   * @param coefficient of two or more raters
   * @return the coefficient of tables
   */
  public static TableCoefficient of(Coefficient coefficient) {
    return new TableCoefficient(coefficient);
  }

  /**
   * Name of the coefficient.
   *
   * @return as {@link Coefficient#name}
   */
  public String name() {
    return coefficient.name();
  }

  /**
   * Number of grades.
   *
   * @return K, at least 1
   */
  public int grades() {
    return coefficient.grades();
  }

  /**
   * The coefficient.
   *
   * @param shares of the pairs, K x K, at least 0; their sum need not be 1
   * @return undefined without a pair, or when agreement by chance is certain
   */
  public Outcome value(double[][] shares) {
    Disagreement d = coefficient.evaluate(totals(shares));
    return d.isDefined() ? Outcome.of(d.coefficient()) : d.hasPairs() ? NO_VARIATION : NO_PAIRS;
  }

  /**
   * Agreement that chance alone would give.
   *
   * @param shares of the pairs, K x K, at least 0
   * @return at most 1; undefined without a pair
   */
  public Outcome chance(double[][] shares) {
    Disagreement d = coefficient.evaluate(totals(shares));
    return d.hasPairs() ? Outcome.of(1 - d.expected()) : NO_PAIRS;
  }

  /**
   * By how much the coefficient moves per share of the population that a pair gains; the mean of
   * the scores, by the shares, is 0.
   *
   * @param shares of the pairs, K x K, whose sum is 1; the coefficient must exist there
   * @return K x K
   */
  public double[][] scores(double[][] shares) {
    double[] gradient = coefficient.gradient(totals(shares));
    double[][] scores = new double[shares.length][shares.length];
    for (int i = 0; i < shares.length; i++) {
      for (int j = 0; j < shares.length; j++) {
        int pair = i * shares.length + j;
        for (int t = 0; t < total[pair].length; t++) {
          scores[i][j] += gradient[total[pair][t]] * amount[pair][t];
        }
      }
    }
    return scores;
  }

  private double[] totals(double[][] shares) {
    if (shares.length != grades()) {
      throw new IllegalArgumentException(
          "shares must have " + grades() + " grades, got " + shares.length);
    }
    double[] totals = new double[size];
    for (int pair = 0; pair < total.length; pair++) {
      double share = shares[pair / shares.length][pair % shares.length];
      for (int t = 0; share > 0 && t < total[pair].length; t++) {
        totals[total[pair][t]] += share * amount[pair][t];
      }
    }
    return totals;
  }

  @Override
  public String toString() {
    return name() + " of a table of " + grades() + " grades";
  }
}
