package org.assay.agreement;

import org.assay.count.ConfusionMatrix;

/**
 * Scott's pi of two raters: agreement corrected for the chance that follows from the mean of the
 * two raters' grade frequencies. On complete pairs it is {@link FleissKappa}.
 *
 * <pre>{@code
 * pi = (p_o - p_e) / (1 - p_e),  p_e = sum_kl w_kl m_k m_l,  m_k = (p_k. + p_.k) / 2
 * }</pre>
 *
 * <p><b>Edges.</b> Undefined when one grade was used throughout and when no item has both ratings.
 * <br>
 * <b>Source.</b> Scott (1955), Public Opinion Quarterly 19, 321-325. <b>Agrees with</b> irrCAC
 * {@code scott2.table}.
 */
public final class ScottPi extends PairCoefficient {
  private ScottPi(Weights weights) {
    super("scottPi", weights.symmetric());
  }

  /**
   * Scott's pi with weights.
   *
   * @param weights K x K
   * @return the coefficient
   */
  public static ScottPi with(Weights weights) {
    return new ScottPi(weights);
  }

  /**
   * Unweighted pi of a pair table.
   *
   * @param pairs rows are the first rater's grades
   * @return the estimate with the defaults
   */
  public static AgreementEstimate of(ConfusionMatrix pairs) {
    return with(Weights.identity(pairs.grades())).estimate(pairs);
  }

  @Override
  double expected(double[] first, double[] second) {
    double[] mean = mean(first, second);
    return QuadraticForm.value(weights(), mean, mean);
  }

  @Override
  double[][] expectedBy(double[] first, double[] second) {
    double[] by = QuadraticForm.byBoth(weights(), mean(first, second));
    for (int k = 0; k < by.length; k++) {
      by[k] /= 2;
    }
    return new double[][] {by, by};
  }

  private static double[] mean(double[] first, double[] second) {
    double[] mean = new double[first.length];
    for (int k = 0; k < mean.length; k++) {
      mean[k] = (first[k] + second[k]) / 2;
    }
    return mean;
  }
}
