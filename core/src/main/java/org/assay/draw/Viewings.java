package org.assay.draw;

import java.util.stream.IntStream;
import org.assay.data.Codes;
import org.assay.internal.Check;

/**
 * How often gradings are expected to be looked at when overlapping lots draw from them.
 *
 * <pre>{@code
 * chance of a grading = max over its lots of n / N       n drawn of N
 * viewings            = sum of the chances
 * }</pre>
 *
 * <p>A grading has one ticket in all lots that it is in (a unit's, an assessor's, a month's, a
 * quarter's), and a lot draws those with the smallest. So a grading that one lot draws is among the
 * first that the others would draw, and it is viewed once for all of them: with N large, when its
 * ticket is below n / N in any of its lots.
 *
 * <p>Not thread-safe. 8 bytes per grading.
 */
public final class Viewings {
  private final double[] chance;

  private Viewings(int gradings) {
    this.chance = new double[Check.atLeast("gradings", 0, gradings)];
  }

  /**
   * Nothing is drawn yet.
   *
   * @param gradings number of gradings in the table
   * @return an accumulator
   */
  public static Viewings of(int gradings) {
    return new Viewings(gradings);
  }

  /**
   * A lot draws a share of its gradings.
   *
   * @param rows the gradings of the lot that can be drawn
   * @param share drawn of them, in [0, 1]
   */
  public void draw(IntStream rows, double share) {
    Check.closedUnit("share", share);
    rows.forEach(row -> draw(row, share));
  }

  /**
   * A lot draws a share of its gradings, this one among them.
   *
   * @param row of the grading
   * @param share drawn of the lot, in [0, 1]
   */
  public void draw(int row, double share) {
    chance[row] = Math.max(chance[row], share);
  }

  /**
   * Viewings in all.
   *
   * @return expected number of gradings drawn by any lot
   */
  public double total() {
    double sum = 0;
    for (double c : chance) {
      sum += c;
    }
    return sum;
  }

  /**
   * Viewings by the grade given.
   *
   * @param grade of each grading
   * @param grades of the scheme
   * @return expected numbers by code
   */
  public double[] byGrade(Codes grade, int grades) {
    double[] sums = new double[grades];
    for (int row = 0; row < chance.length; row++) {
      sums[grade.get(row)] += chance[row];
    }
    return sums;
  }
}
