package org.assay.count;

import org.assay.internal.Check;

/**
 * Sums of weights of (reference grade, grade) pairs, where a checked item stands for more than
 * itself.
 *
 * <p>State is a K x K table of {@code double} sums, the sum of squared weights of the errors and
 * the largest weight, which limits of the error rate need. Merge is associative up to rounding;
 * {@link ConfusionMatrix} counts exactly where every weight is 1. Not thread-safe.
 */
public final class WeightedConfusion {
  private final int grades;
  private final double[] sums; // sums[reference * grades + grade]
  private double errorSquares;
  private double largest;

  private WeightedConfusion(int grades) {
    this.grades = grades;
    this.sums = new double[Math.multiplyExact(grades, grades)];
  }

  /**
   * An empty table.
   *
   * @param grades number of grades K, at least 1
   * @return the accumulator
   */
  public static WeightedConfusion create(int grades) {
    return new WeightedConfusion(Check.atLeast("grades", 1, grades));
  }

  /**
   * Counts a pair.
   *
   * @param reference code of the reference grade
   * @param grade code of the grade
   * @param weight above 0, finite: how many items the pair stands for
   */
  public void add(int reference, int grade, double weight) {
    Check.index("reference", reference, grades, "grades");
    Check.index("grade", grade, grades, "grades");
    Check.positive("weight", weight);
    sums[reference * grades + grade] += weight;
    largest = Math.max(largest, weight);
    if (reference != grade) {
      errorSquares += weight * weight;
    }
  }

  /**
   * Adds the sums of another table, which is unchanged.
   *
   * @param other same number of grades
   * @return this
   */
  public WeightedConfusion merge(WeightedConfusion other) {
    if (other.grades != grades) {
      throw new IllegalArgumentException(
          "other must have the same grades: this has " + grades + ", other has " + other.grades);
    }
    for (int c = 0; c < sums.length; c++) {
      sums[c] += other.sums[c];
    }
    errorSquares += other.errorSquares;
    largest = Math.max(largest, other.largest);
    return this;
  }

  /**
   * Number of grades, K.
   *
   * @return at least 1
   */
  public int grades() {
    return grades;
  }

  /**
   * Sum of the weights of a cell.
   *
   * @param reference code of the reference grade
   * @param grade code of the grade
   * @return at least 0
   */
  public double sum(int reference, int grade) {
    return sums[
        Check.index("reference", reference, grades, "grades") * grades
            + Check.index("grade", grade, grades, "grades")];
  }

  /**
   * Sum of all weights.
   *
   * @return at least 0
   */
  public double total() {
    double total = 0;
    for (double sum : sums) {
      total += sum;
    }
    return total;
  }

  /**
   * Sum of the squared weights of pairs with different grades.
   *
   * @return at least 0
   */
  public double errorSquares() {
    return errorSquares;
  }

  /**
   * The largest weight.
   *
   * @return 0 without a pair
   */
  public double largestWeight() {
    return largest;
  }
}
