package org.assay.agreement;

import java.util.EnumSet;
import java.util.Set;
import org.assay.agreement.AgreementEstimate.Caution;
import org.assay.count.ConfusionMatrix;
import org.assay.internal.Check;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Cohen's kappa of two raters, or weighted kappa: agreement corrected for the chance that follows
 * from each rater's own grade frequencies.
 *
 * <pre>{@code
 * kappa = (p_o - p_e) / (1 - p_e),  p_o = sum_kl w_kl p_kl,  p_e = sum_kl w_kl p_k. p_.l
 * }</pre>
 *
 * <p><b>Edges.</b> Undefined when both raters used the same one grade throughout (p_e = 1) and when
 * no item has both ratings. 0 when one rater used one grade throughout, with {@link
 * Caution#NO_VARIATION_RATER}. <br>
 * <b>Standard error.</b> With {@link Inference.StandardError#DELTA} that of Fleiss, Cohen and
 * Everitt (1969), Psychological Bulletin 72, 323-327; the default has divisor n (n - 1) in place of
 * n^2. <br>
 * <b>Source.</b> Cohen (1960), Educational and Psychological Measurement 20, 37-46; Cohen (1968).
 * <b>Agrees with</b> vcd {@code Kappa}, statsmodels {@code cohens_kappa}, irrCAC {@code
 * kappa2.table}; <b>differs from</b> epiR's default, whose interval stands on the error under
 * independence.
 */
public final class CohenKappa extends PairCoefficient {
  private CohenKappa(Weights weights) {
    super("cohenKappa", weights);
  }

  /**
   * Weighted kappa.
   *
   * @param weights K x K
   * @return the coefficient
   */
  public static CohenKappa with(Weights weights) {
    return new CohenKappa(weights);
  }

  /**
   * Unweighted kappa of a pair table.
   *
   * @param pairs rows are the first rater's grades
   * @return the estimate with the defaults
   */
  public static AgreementEstimate of(ConfusionMatrix pairs) {
    return with(Weights.identity(pairs.grades())).estimate(pairs);
  }

  /**
   * Largest unweighted kappa that the marginal frequencies allow.
   *
   * <pre>{@code
   * (sum_k min(p_k., p_.k) - p_e) / (1 - p_e)
   * }</pre>
   *
   * <b>Source.</b> Cohen (1960), p. 42.
   *
   * @param pairs rows are the first rater's grades
   * @return at most 1; undefined like kappa itself
   */
  public static Outcome maximum(ConfusionMatrix pairs) {
    return maximum(PairShares.of(pairs, Weights.identity(pairs.grades())));
  }

  private static Outcome maximum(PairShares shares) {
    if (shares.pairs() == 0) {
      return Outcome.undefined(Undefined.NO_PAIRS);
    }
    Weights identity = Weights.identity(shares.first().length);
    double expected = QuadraticForm.value(identity, shares.first(), shares.second());
    if (expected <= 0) {
      return Outcome.undefined(Undefined.NO_VARIATION);
    }
    double agreement = 0;
    for (int k = 0; k < shares.first().length; k++) {
      agreement += Math.min(shares.first()[k], shares.second()[k]);
    }
    return Outcome.of(1 - (1 - agreement) / expected);
  }

  /**
   * Standard error that kappa would have if the raters were independent: for a test of that, not
   * for an interval.
   *
   * <pre>{@code
   * n (1 - p_e)^2 var = sum_kl p_k. p_.l (w_kl - v_k. - v_.l)^2 - p_e^2,
   * v_k. = sum_l w_kl p_.l,  v_.l = sum_k w_kl p_k.
   * }</pre>
   *
   * <b>Source.</b> Fleiss, Cohen and Everitt (1969), equation 9.
   *
   * @param pairs rows are the first rater's grades; same number of grades as the weights
   * @return at least 0; undefined like kappa itself
   */
  public Outcome standardErrorNull(ConfusionMatrix pairs) {
    requireGrades(pairs.grades());
    PairShares shares = PairShares.of(pairs, weights());
    if (shares.pairs() == 0) {
      return Outcome.undefined(Undefined.NO_PAIRS);
    }
    double expected = expected(shares.first(), shares.second());
    if (expected <= 0) {
      return Outcome.undefined(Undefined.NO_VARIATION);
    }
    double[] row = QuadraticForm.byFirst(weights(), shares.second());
    double[] column = QuadraticForm.bySecond(weights(), shares.first());
    double variance = 0; // the deviations d_kl - row_k - column_l have mean -expected
    for (int k = 0; k < grades(); k++) {
      for (int l = 0; l < grades(); l++) {
        double deviation = weights().disagreement(k, l) - row[k] - column[l] + expected;
        variance += shares.first()[k] * shares.second()[l] * deviation * deviation;
      }
    }
    return Outcome.of(Math.sqrt(variance / shares.pairs()) / expected);
  }

  /**
   * What the observed agreement p_o becomes after an adjustment for prevalence and bias.
   *
   * <pre>{@code
   * PABAK = (K p_o - 1) / (K - 1)
   * }</pre>
   *
   * <b>Source.</b> Byrt, Bishop and Carlin (1993), Journal of Clinical Epidemiology 46, 423-429.
   * <b>Differs from</b> epiR, which takes 2 p_o - 1 also for more than two grades.
   *
   * @param pairs of K at least 2 grades
   * @return in [-1 / (K - 1), 1]; undefined without pairs
   */
  public static Outcome pabak(ConfusionMatrix pairs) {
    int grades = Check.atLeast("grades", 2, pairs.grades());
    long items = pairs.total();
    return items == 0
        ? Outcome.undefined(Undefined.NO_PAIRS)
        : Outcome.of(1 - (double) (items - pairs.agreeing()) / items * grades / (grades - 1.0));
  }

  @Override
  double expected(double[] first, double[] second) {
    return QuadraticForm.value(weights(), first, second);
  }

  @Override
  double[][] expectedBy(double[] first, double[] second) {
    return expectedBy(weights(), first, second);
  }

  static double[][] expectedBy(Weights weights, double[] first, double[] second) {
    return new double[][] {
      QuadraticForm.byFirst(weights, second), QuadraticForm.bySecond(weights, first)
    };
  }

  @Override
  Disagreement evaluate(double[] totals) {
    return PairShares.of(totals, 0, weights()).chanceByRater(weights());
  }

  @Override
  void differentiate(double[] totals, double[] observed, double[] expected) {
    PairShares.of(totals, 0, weights()).differentiateByRater(weights(), observed, expected);
  }

  @Override
  Outcome maximum(double[] totals) {
    return weights().equals(Weights.identity(grades()))
        ? maximum(PairShares.of(totals, 0, weights()))
        : super.maximum(totals);
  }

  @Override
  Set<Caution> cautions(double[] totals) {
    return PairShares.of(totals, 0, weights()).hasConstantRater()
        ? EnumSet.of(Caution.NO_VARIATION_RATER)
        : EnumSet.noneOf(Caution.class);
  }
}
