package org.assay.agreement;

import java.math.BigDecimal;
import org.assay.count.RatingPatterns;

/**
 * Gwet's AC1, or AC2 with weights: chance agreement is small when one grade prevails, so that a
 * rare grade does not push the coefficient to 0.
 *
 * <pre>{@code
 * AC = (p_a - p_e) / (1 - p_e),  p_e = sum of all weights / (K (K - 1)) x sum_k pi_k (1 - pi_k)
 * }</pre>
 *
 * <p><b>Edges.</b> K counts the declared grades, also the unused ones. Defined (and 1) when one of
 * several declared grades was used throughout; undefined with fewer than two grades. <br>
 * <b>Source.</b> Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29-48.
 * <b>Agrees with</b> irrCAC {@code gwet.ac1.raw}.
 */
public final class GwetAc extends ItemMeanCoefficient {
  private GwetAc(Weights weights) {
    super("gwetAC", weights);
  }

  /**
   * AC2 with weights; AC1 with the identity.
   *
   * @param weights K x K
   * @return the coefficient
   */
  public static GwetAc with(Weights weights) {
    return new GwetAc(weights);
  }

  /**
   * AC1.
   *
   * @param patterns the items
   * @return the estimate with the defaults
   */
  public static AgreementEstimate of(RatingPatterns patterns) {
    return with(Weights.identity(patterns.grades())).estimate(patterns);
  }

  @Override
  double expected(double[] shares) {
    double spread = 0;
    for (double share : shares) {
      spread += share * (1 - share);
    }
    return 1 - factor() * spread;
  }

  @Override
  double[] expectedBy(double[] shares) {
    double[] by = new double[shares.length];
    for (int k = 0; k < by.length; k++) {
      by[k] = -factor() * (1 - 2 * shares[k]);
    }
    return by;
  }

  private double factor() {
    return weights().sum() / (grades() * (grades() - 1.0));
  }

  // K (K - 1) T^2 - W sum S (T - S), W the sum of the weights.
  @Override
  ExactInfluence.ExactForm exactForm(ExactInfluence exact, BigDecimal[] shares, BigDecimal total) {
    BigDecimal w = BigDecimal.ZERO;
    for (int k = 0; k < grades(); k++) {
      for (int l = 0; l < grades(); l++) {
        w = w.add(BigDecimal.ONE.subtract(new BigDecimal(weights().disagreement(k, l))));
      }
    }
    BigDecimal weight = w;
    BigDecimal rest = BigDecimal.valueOf(grades() * (grades() - 1L)).subtract(weight);
    BigDecimal two = BigDecimal.valueOf(2);
    return new ExactInfluence.ExactForm(
        rest.multiply(total)
            .multiply(total)
            .add(weight.multiply(ExactInfluence.dot(shares, shares))),
        (change, ofTotal) ->
            two.multiply(
                rest.multiply(total)
                    .multiply(ofTotal)
                    .add(weight.multiply(ExactInfluence.dot(shares, change)))));
  }
}
