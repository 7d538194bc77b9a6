package org.assay.compare;

import org.assay.count.ConfusionMatrix;
import org.assay.result.TestResult;
import org.assay.result.Undefined;

/**
 * Tests that two raters use K grades alike: Bowker's of a symmetric table, Stuart and Maxwell's and
 * Bhapkar's of equal margins.
 *
 * <p>For counts n_ij (rows the first rater's grades) with margins n_i. and n_.j:
 *
 * <pre>{@code
 * Bowker           B = sum over i < j with n_ij + n_ji > 0 of (n_ij - n_ji)² / (n_ij + n_ji)
 * Stuart-Maxwell   Q = d' V⁻ d,   d_i = n_i. - n_.i,
 *                  V_ii = n_i. + n_.i - 2 n_ii,   V_ij = -(n_ij + n_ji)
 * Bhapkar          W = d' (V - d d' / n)⁻ d = Q / (1 - Q / n)
 * }</pre>
 *
 * with V⁻ a generalised inverse. V is the Laplacian of the graph that joins two grades whenever
 * they were mixed up, so its rank is K less the number of connected parts and d lies in its range:
 * Q and its degrees of freedom (the rank) are exact whatever grades are unused, and the choice of
 * generalised inverse does not matter.
 *
 * <p><b>Agrees with</b> DescTools, coin and statsmodels where V has rank K - 1. <b>Differs from</b>
 * R {@code mcnemar.test}, which is NaN when a pair of grades never occurs, and statsmodels {@code
 * symmetry}, which counts a degree of freedom for it; from irr {@code stuart.maxwell.mh}, which
 * drops grades with equal margins and so tests another hypothesis.
 *
 * <p><b>Cost.</b> O(K³). <b>Source.</b> Bowker (1948), JASA 43, 572-574; Stuart (1955), Biometrika
 * 42, 412-416; Maxwell (1970), British Journal of Psychiatry 116, 651-655; Bhapkar (1966), JASA 61,
 * 228-235; the relation of W and Q: Ireland, Ku and Kullback (1969), JASA 64, 1323-1341.
 */
public final class MarginalHomogeneity {
  private MarginalHomogeneity() {}

  /**
   * Bowker's test of symmetry.
   *
   * @param table rows are the first rater's grades
   * @return degrees of freedom: pairs of grades that occur; undefined (ZERO_VARIANCE) when none
   *     does
   */
  public static TestResult bowker(ConfusionMatrix table) {
    double statistic = 0;
    int pairs = 0;
    for (int i = 0; i < table.grades(); i++) {
      for (int j = 0; j < i; j++) {
        double sum = (double) table.count(i, j) + table.count(j, i);
        if (sum > 0) {
          double difference = table.count(i, j) - table.count(j, i);
          statistic += difference * difference / sum;
          pairs++;
        }
      }
    }
    return result(statistic, pairs, "Bowker");
  }

  /**
   * Stuart and Maxwell's test of equal margins.
   *
   * @param table rows are the first rater's grades
   * @return degrees of freedom: rank of V; undefined (ZERO_VARIANCE) when the raters never differ
   */
  public static TestResult stuartMaxwell(ConfusionMatrix table) {
    LaplacianForm form = form(table);
    return result(form.value(), form.rank(), "Stuart-Maxwell");
  }

  /**
   * Bhapkar's test of equal margins; more powerful than Stuart and Maxwell's, the same in large
   * samples.
   *
   * @param table rows are the first rater's grades
   * @return degrees of freedom: rank of V; undefined (ZERO_VARIANCE) when the raters never differ,
   *     or when every item moves the same way, so that the differences have no variance (Q = n)
   */
  public static TestResult bhapkar(ConfusionMatrix table) {
    LaplacianForm form = form(table);
    double n = table.total();
    double remaining = 1 - form.value() / n;
    if (form.rank() > 0 && remaining < 1e-12) { // Q = n but for rounding
      return TestResult.undefined(Undefined.ZERO_VARIANCE, form.rank(), "Bhapkar");
    }
    return result(form.value() / remaining, form.rank(), "Bhapkar");
  }

  private static TestResult result(double statistic, int degreesOfFreedom, String method) {
    return degreesOfFreedom == 0
        ? TestResult.undefined(Undefined.ZERO_VARIANCE, 0, method)
        : TestResult.chiSquared(statistic, degreesOfFreedom, method);
  }

  private static LaplacianForm form(ConfusionMatrix table) {
    int k = table.grades();
    double[][] edges = new double[k][k];
    double[] d = new double[k];
    for (int i = 0; i < k; i++) {
      long net = 0;
      for (int j = 0; j < k; j++) {
        net += table.count(i, j) - table.count(j, i);
        edges[i][j] = (double) table.count(i, j) + table.count(j, i);
      }
      d[i] = net;
    }
    return LaplacianForm.of(edges, d);
  }
}
