package org.assay.agreement;

import java.util.Arrays;
import org.assay.agreement.KrippendorffAlpha.KrippendorffMetric;
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

  /**
   * The named ways to turn scores of grades into {@link Weights}.
   *
   * <p>With scores x_1 .. x_K, smallest m, largest M, and ranks among the scores, the weight of two
   * grades scored a and b is 1 - d(a, b) / max d, where d is
   *
   * <pre>{@code
   * identity   1 unless a = b
   * linear     |a - b|
   * quadratic  (a - b)^2
   * radical    sqrt |a - b|
   * ordinal    C(1 + |rank a - rank b|, 2): the pairs of grades from one to the other
   * ratio      ((a - b) / (a + b))^2; the distance of 0 and 0 is 0
   * circular   sin^2(pi (a - b) / (M - m + 1)): the last grade is next to the first
   * bipolar    (a - b)^2 / ((a + b - 2 m) (2 M - a - b)): steps near the ends weigh more
   * }</pre>
   *
   * <p><b>Source.</b> Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., section 3.5; Cohen
   * (1968), Psychological Bulletin 70, 213-220. <b>Agrees with</b> irrCAC 1.4, except that ratio
   * weights of a score 0 are defined here. <b>Differs from</b> irr, vcd, psych and scikit-learn,
   * which take the position of a label for its score. "Ordinal" here is a fixed matrix;
   * Krippendorff's ordinal metric, which depends on the frequencies of the data, is {@link
   * KrippendorffMetric#ORDINAL}.
   */
  public enum WeightScheme {
    /** Agreement or none. */
    IDENTITY,
    /** One minus the distance. */
    LINEAR,
    /** One minus the squared distance. */
    QUADRATIC,
    /** From the ranks of the scores. */
    ORDINAL,
    /** One minus the square root of the distance. */
    RADICAL,
    /** From the distance relative to the sum; needs scores of at least 0. */
    RATIO,
    /** Grades on a circle. */
    CIRCULAR,
    /** From both ends of the scale. */
    BIPOLAR;

    /**
     * The weights of grades with given scores.
     *
     * @param scores one per grade, finite and all different; at least 0 for {@link #RATIO}
     * @return K x K weights
     * @throws IllegalArgumentException if scores repeat, are not finite, or are negative for ratio
     *     weights
     */
    public Weights of(double... scores) {
      Check.atLeast("scores length", 1, scores.length);
      double[] sorted = scores.clone();
      Arrays.sort(sorted);
      for (int k = 0; k < sorted.length; k++) {
        Check.finite("score", sorted[k]);
        if (k > 0 && sorted[k] == sorted[k - 1]) {
          throw new IllegalArgumentException(
              "scores must be different, got " + sorted[k] + " twice");
        }
      }
      double smallest = sorted[0];
      double largest = sorted[sorted.length - 1];
      if (this == RATIO && smallest < 0) {
        throw new IllegalArgumentException(
            "scores must be >= 0 for ratio weights, got " + smallest);
      }
      double[][] d = new double[scores.length][scores.length];
      for (int k = 0; k < d.length; k++) {
        for (int l = 0; l < d.length; l++) {
          d[k][l] = k == l ? 0 : distance(scores[k], scores[l], smallest, largest, sorted);
        }
      }
      return Weights.fromDistances(d);
    }

    /**
     * The weights of grades scored 1 .. K.
     *
     * @param grades number of grades K, at least 1
     * @return K x K weights
     */
    public Weights ofGrades(int grades) {
      double[] scores = new double[Check.atLeast("grades", 1, grades)];
      Arrays.setAll(scores, k -> k + 1);
      return of(scores);
    }

    private double distance(double a, double b, double smallest, double largest, double[] sorted) {
      double gap = Math.abs(a - b);
      return switch (this) {
        case IDENTITY -> 1;
        case LINEAR -> gap;
        case QUADRATIC -> gap * gap;
        case RADICAL -> Math.sqrt(gap);
        case ORDINAL -> {
          double steps = Math.abs(Arrays.binarySearch(sorted, a) - Arrays.binarySearch(sorted, b));
          yield (1 + steps) * steps / 2;
        }
        case RATIO -> gap / (a + b) * (gap / (a + b));
        case CIRCULAR -> {
          double sine = Math.sin(Math.PI * gap / (largest - smallest + 1));
          yield sine * sine;
        }
        case BIPOLAR -> gap * gap / ((a + b - 2 * smallest) * (2 * largest - a - b));
      };
    }
  }
}
