package org.assay.agreement;

import org.assay.count.RatingPatterns;

/**
 * Observed agreement: the mean over items of the share of pairs of ratings that agree, or of their
 * weight. Not corrected for chance.
 *
 * <pre>{@code
 * p_a = mean over items with r >= 2 ratings of sum_k c_k (w_k1 c_1 + ... + w_kK c_K - 1) / (r (r - 1))
 * }</pre>
 *
 * <p><b>Edges.</b> Defined whenever an item has two ratings, also when one grade was used
 * throughout. <br>
 * <b>Source.</b> Gwet (2014), 4th ed., chapter 2. <b>Agrees with</b> irrCAC {@code pa.coeff.raw}.
 */
public final class PercentAgreement extends ItemMeanCoefficient {
  private PercentAgreement(Weights weights) {
    super("percentAgreement", weights);
  }

  /**
   * Percent agreement with weights.
   *
   * @param weights K x K
   * @return the coefficient
   */
  public static PercentAgreement with(Weights weights) {
    return new PercentAgreement(weights);
  }

  /**
   * Unweighted percent agreement.
   *
   * @param patterns the items
   * @return the estimate with the defaults
   */
  public static AgreementEstimate of(RatingPatterns patterns) {
    return with(Weights.identity(patterns.grades())).estimate(patterns);
  }

  @Override
  boolean correctsForChance() {
    return false;
  }

  @Override
  double expected(double[] shares) {
    return 1;
  }

  @Override
  double[] expectedBy(double[] shares) {
    return new double[shares.length];
  }
}
