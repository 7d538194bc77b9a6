package org.assay.agreement;

import org.assay.count.RatingPatterns;

/**
 * The coefficient of Brennan and Prediger: chance means that all grades are equally likely. Also
 * known as Bennett's S and Randolph's free-marginal kappa; for two grades and raters it is PABAK.
 *
 * <pre>{@code
 * BP = (p_a - p_e) / (1 - p_e),  p_e = sum of all weights / K^2
 * }</pre>
 *
 * <p><b>Edges.</b> K counts the declared grades, also the unused ones. Undefined with fewer than
 * two grades. <br>
 * <b>Source.</b> Brennan and Prediger (1981), Educational and Psychological Measurement 41,
 * 687-699. <b>Agrees with</b> irrCAC {@code bp.coeff.raw}; statsmodels and irr count the grades
 * seen.
 */
public final class BrennanPrediger extends ItemMeanCoefficient {
  private BrennanPrediger(Weights weights) {
    super("brennanPrediger", weights);
  }

  /**
   * The coefficient with weights.
   *
   * @param weights K x K
   * @return the coefficient
   */
  public static BrennanPrediger with(Weights weights) {
    return new BrennanPrediger(weights);
  }

  /**
   * The unweighted coefficient.
   *
   * @param patterns the items
   * @return the estimate with the defaults
   */
  public static AgreementEstimate of(RatingPatterns patterns) {
    return with(Weights.identity(patterns.grades())).estimate(patterns);
  }

  @Override
  double expected(double[] shares) {
    return 1 - weights().sum() / ((double) grades() * grades());
  }

  @Override
  double[] expectedBy(double[] shares) {
    return new double[shares.length];
  }
}
