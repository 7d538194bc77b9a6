package org.assay.agreement;

import java.util.Arrays;
import org.assay.internal.Check;

/**
 * How much two grades agree: 1 on the diagonal, in [0, 1] elsewhere. Immutable.
 *
 * <p>Weights come from the <em>scores</em> of the grades, never from their position: grades scored
 * 1, 2, 5 are not equally far apart, and a declared grade that nobody used changes nothing for the
 * others. {@link WeightScheme} makes the named ones.
 */
public final class Weights {
  private final double[][] disagreement; // 1 - weight, which is exact where the weight is near 1

  private Weights(double[][] disagreement) {
    this.disagreement = disagreement;
  }

  /**
   * Full agreement on the same grade, none otherwise.
   *
   * @param grades number of grades K, at least 1
   * @return the identity
   */
  public static Weights identity(int grades) {
    Check.atLeast("grades", 1, grades);
    double[][] d = new double[grades][grades];
    for (int k = 0; k < grades; k++) {
      Arrays.fill(d[k], 1);
      d[k][k] = 0;
    }
    return new Weights(d);
  }

  /**
   * Weights of one's own.
   *
   * @param weights K x K; 1 on the diagonal, in [0, 1] elsewhere. It may be asymmetric: rows are
   *     then the grades of the first rater of a pair, and coefficients with exchangeable raters see
   *     the mean of the two sides
   * @return the weights
   * @throws IllegalArgumentException if the matrix is not square or an entry is out of range
   */
  public static Weights of(double[][] weights) {
    Check.atLeast("weights rows", 1, weights.length);
    double[][] d = new double[weights.length][weights.length];
    for (int k = 0; k < d.length; k++) {
      if (weights[k].length != d.length) {
        throw new IllegalArgumentException(
            "weights must be square: row "
                + k
                + " has length "
                + weights[k].length
                + ", there are "
                + d.length
                + " rows");
      }
      for (int l = 0; l < d.length; l++) {
        double w = weights[k][l];
        if (!(w >= 0 && w <= 1) || (k == l && w != 1)) {
          throw new IllegalArgumentException(
              "weights must be in [0, 1] with 1 on the diagonal, got "
                  + w
                  + " in row "
                  + k
                  + ", column "
                  + l);
        }
        d[k][l] = 1 - w;
      }
    }
    return new Weights(d);
  }

  /**
   * Weights from how far grades are apart: 1 - distance / largest distance.
   *
   * @param distances K x K, finite, at least 0, and 0 on the diagonal; one above 0 if K &gt; 1
   * @return the weights
   * @throws IllegalArgumentException if the matrix is not square or an entry is out of range
   */
  public static Weights fromDistances(double[][] distances) {
    double largest = 0;
    for (double[] row : distances) {
      for (double x : row) {
        if (!(x >= 0 && x < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException("distances must be finite and >= 0, got " + x);
        }
        largest = Math.max(largest, x);
      }
    }
    if (largest == 0 && distances.length > 1) {
      throw new IllegalArgumentException("distances must have one above 0, all are 0");
    }
    double[][] w = new double[distances.length][];
    for (int k = 0; k < w.length; k++) {
      w[k] = new double[distances[k].length];
      for (int l = 0; l < w[k].length; l++) {
        w[k][l] = 1 - (largest == 0 ? 0 : distances[k][l] / largest);
      }
    }
    return of(w);
  }

  /**
   * Number of grades, K.
   *
   * @return at least 1
   */
  public int grades() {
    return disagreement.length;
  }

  /**
   * Agreement of two grades.
   *
   * @param first code
   * @param second code
   * @return in [0, 1]
   */
  public double weight(int first, int second) {
    return 1 - disagreement(first, second);
  }

  double disagreement(int first, int second) {
    return disagreement[first][second];
  }

  /** The mean of the two sides, for coefficients whose raters are exchangeable. */
  Weights symmetric() {
    double[][] d = new double[grades()][grades()];
    for (int k = 0; k < d.length; k++) {
      for (int l = 0; l < d.length; l++) {
        d[k][l] = (disagreement[k][l] + disagreement[l][k]) / 2;
      }
    }
    return new Weights(d);
  }

  /** Sum of all K x K weights. */
  double sum() {
    double sum = 0;
    for (double[] row : disagreement) {
      for (double d : row) {
        sum += 1 - d;
      }
    }
    return sum;
  }

  /**
   * All weights.
   *
   * @return a K x K copy
   */
  public double[][] toArray() {
    double[][] w = new double[disagreement.length][disagreement.length];
    for (int k = 0; k < w.length; k++) {
      for (int l = 0; l < w.length; l++) {
        w[k][l] = weight(k, l);
      }
    }
    return w;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Weights other && Arrays.deepEquals(disagreement, other.disagreement);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(disagreement);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(toArray());
  }
}
