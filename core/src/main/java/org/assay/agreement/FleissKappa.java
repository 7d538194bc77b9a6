package org.assay.agreement;

import java.math.BigDecimal;
import org.assay.count.DistinctVectors;
import org.assay.count.RatingPatterns;
import org.assay.internal.Check;
import org.assay.result.Undefined;

/**
 * Fleiss' kappa: agreement corrected for the chance that two ratings drawn at random from the mean
 * grade shares agree. For two raters it is Scott's pi.
 *
 * <pre>{@code
 * kappa = (p_a - p_e) / (1 - p_e),  p_e = sum_kl w_kl pi_k pi_l,  pi_k = mean over items of c_k / r
 * }</pre>
 *
 * <p><b>Edges.</b> Undefined when one grade was used throughout (p_e = 1) and when no item has two
 * ratings. Items rated once tell about the shares only. <br>
 * <b>Cost.</b> O(patterns x grades^2). <br>
 * <b>Source.</b> Fleiss (1971), Psychological Bulletin 76, 378-382; missing ratings as in Gwet
 * (2014), section 2.4. <b>Agrees with</b> irrCAC {@code fleiss.kappa.raw}; <b>differs from</b> the
 * standard errors of irr {@code kappam.fleiss}, DescTools and JASP, which hold only when the true
 * kappa is 0.
 */
public final class FleissKappa extends ItemMeanCoefficient {
  private FleissKappa(Weights weights) {
    super("fleissKappa", weights);
  }

  /**
   * Fleiss' kappa with weights.
   *
   * @param weights K x K
   * @return the coefficient
   */
  public static FleissKappa with(Weights weights) {
    return new FleissKappa(weights);
  }

  /**
   * Unweighted Fleiss' kappa.
   *
   * @param patterns the items
   * @return the estimate with the defaults
   */
  public static AgreementEstimate of(RatingPatterns patterns) {
    return with(Weights.identity(patterns.grades())).estimate(patterns);
  }

  /**
   * Kappa of one grade against all others put together.
   *
   * @param patterns the items
   * @param grade code of the grade
   * @param inference how to compute standard error and interval
   * @return the estimate; undefined with UNUSED_GRADE when nobody gave the grade
   */
  public static AgreementEstimate ofGrade(RatingPatterns patterns, int grade, Inference inference) {
    int[] oneAgainstRest = new int[patterns.grades()];
    oneAgainstRest[Check.index("grade", grade, patterns.grades(), "grades")] = 1;
    RatingPatterns two = patterns.regroup(oneAgainstRest, 2);
    AgreementEstimate kappa = with(Weights.identity(2)).estimate(two, inference);
    DistinctVectors distinct = two.snapshot();
    boolean used = false;
    for (int v = 0; v < distinct.size(); v++) {
      used |= distinct.vector(v)[1] > 0;
    }
    return used ? kappa : kappa.undefinedBecause(Undefined.UNUSED_GRADE);
  }

  @Override
  double expected(double[] shares) {
    return QuadraticForm.value(weights(), shares, shares);
  }

  @Override
  double[] expectedBy(double[] shares) {
    return QuadraticForm.byBoth(weights(), shares);
  }

  @Override
  ExactInfluence.ExactForm exactForm(ExactInfluence exact, BigDecimal[] shares, BigDecimal total) {
    return exact.quadratic(shares);
  }
}
