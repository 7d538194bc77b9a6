package org.assay.agreement;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.assay.agreement.AgreementEstimate.Caution;
import org.assay.count.RatingRows;

/**
 * Conger's kappa, the exact kappa of several fixed raters: chance follows from the grade
 * frequencies of each pair of raters. For two raters without missing ratings it is {@link
 * CohenKappa}.
 *
 * <pre>{@code
 * kappa = (p_a - p_e) / (1 - p_e),  p_e = mean over pairs g, h of raters of sum_kl w_kl p_gk p_hl,
 * p_gk = share of grade k among the ratings of rater g;  p_a as in PercentAgreement
 * }</pre>
 *
 * <p><b>Edges.</b> Raters without a rating are left out. Undefined when p_e = 1, without two
 * raters, and when no item has two ratings. <br>
 * <b>Cost.</b> O(rows x raters + raters x grades^2). <br>
 * <b>Source.</b> Conger (1980), Psychological Bulletin 88, 322-328. <b>Agrees with</b> irrCAC
 * {@code conger.kappa.raw}, irr {@code kappam.fleiss(exact = TRUE)}, NLTK {@code multi_kappa}.
 */
public final class CongerKappa extends RaterCoefficient {
  private static final int PAIRABLE = 0;
  private static final int DISAGREEMENT = 1;
  private static final int FREQUENCIES = 2; // then raters x grades

  private CongerKappa(Weights weights) {
    super("congerKappa", weights);
  }

  /**
   * Conger's kappa with weights.
   *
   * @param weights K x K
   * @return the coefficient
   */
  public static CongerKappa with(Weights weights) {
    return new CongerKappa(weights);
  }

  /**
   * Unweighted Conger's kappa.
   *
   * @param rows the items
   * @return the estimate with the defaults
   */
  public static AgreementEstimate of(RatingRows rows) {
    return with(Weights.identity(rows.grades())).estimate(rows);
  }

  @Override
  int totals(int width) {
    return FREQUENCIES + Math.multiplyExact(width, grades());
  }

  @Override
  void contribute(int[] row, TotalSink sink) {
    double pairs = 0;
    double ratings = 0;
    for (int g = 0; g < row.length; g++) {
      if (row[g] == RatingRows.MISSING) {
        continue;
      }
      sink.add(FREQUENCIES + g * grades() + row[g], 1);
      for (int h = 0; h < g; h++) {
        if (row[h] != RatingRows.MISSING) {
          pairs += 2 * weights().disagreement(row[h], row[g]); // the first rater's is the row
        }
      }
      ratings++;
    }
    if (ratings >= 2) {
      sink.add(PAIRABLE, 1);
      sink.add(DISAGREEMENT, pairs / (ratings * (ratings - 1)));
    }
  }

  @Override
  Disagreement evaluate(double[] totals) {
    if (totals[PAIRABLE] == 0) {
      return Disagreement.NONE;
    }
    Shares shares = shares(totals);
    double expected = 0;
    if (shares.areEqualByAlgebra(totals[PAIRABLE])) {
      double observed = totals[DISAGREEMENT] / totals[PAIRABLE];
      return Disagreement.of(observed, observed);
    }
    double[] before = new double[grades()];
    for (double[] of : shares.raters) {
      expected += 2 * QuadraticForm.value(weights(), before, of);
      add(of, before);
    }
    return Disagreement.of(
        totals[DISAGREEMENT] / totals[PAIRABLE], expected / shares.orderedPairs());
  }

  @Override
  void differentiate(double[] totals, double[] observed, double[] expected) {
    observed[PAIRABLE] = -totals[DISAGREEMENT] / (totals[PAIRABLE] * totals[PAIRABLE]);
    observed[DISAGREEMENT] = 1 / totals[PAIRABLE];
    Shares shares = shares(totals);
    if (shares.areEqualByAlgebra(totals[PAIRABLE])) {
      expected[PAIRABLE] = observed[PAIRABLE];
      expected[DISAGREEMENT] = observed[DISAGREEMENT];
      return;
    }
    double[] before = new double[grades()];
    for (int g = 0; g < shares.raters.length; g++) {
      double[] of = shares.raters[g];
      if (shares.ratings[g] == 0) {
        continue;
      }
      double[] by = QuadraticForm.bySecond(weights(), before);
      add(of, before);
      add(QuadraticForm.byFirst(weights(), shares.without(before)), by);
      Arrays.setAll(by, k -> 2 * by[k]);
      double mean = 0;
      for (int k = 0; k < by.length; k++) {
        mean += by[k] * of[k];
      }
      for (int k = 0; k < by.length; k++) {
        expected[FREQUENCIES + g * grades() + k] =
            (by[k] - mean) / (shares.ratings[g] * shares.orderedPairs());
      }
    }
  }

  @Override
  Set<Caution> cautions(double[] totals) {
    boolean constant =
        Arrays.stream(shares(totals).raters)
            .anyMatch(of -> Arrays.stream(of).anyMatch(share -> share == 1));
    return constant ? EnumSet.of(Caution.NO_VARIATION_RATER) : EnumSet.noneOf(Caution.class);
  }

  private static void add(double[] more, double[] sum) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += more[k];
    }
  }

  private Shares shares(double[] totals) {
    int raters = (totals.length - FREQUENCIES) / grades();
    Shares shares = new Shares(raters, grades());
    for (int g = 0; g < raters; g++) {
      for (int k = 0; k < grades(); k++) {
        shares.ratings[g] += totals[FREQUENCIES + g * grades() + k];
      }
      shares.active += shares.ratings[g] > 0 ? 1 : 0;
      for (int k = 0; k < grades() && shares.ratings[g] > 0; k++) {
        shares.raters[g][k] = totals[FREQUENCIES + g * grades() + k] / shares.ratings[g];
        shares.sum[k] += shares.raters[g][k];
      }
    }
    return shares;
  }

  private static final class Shares {
    private final double[][] raters;
    private final double[] ratings;
    private final double[] sum;
    private int active;

    Shares(int count, int grades) {
      raters = new double[count][grades];
      ratings = new double[count];
      sum = new double[grades];
    }

    /**
     * Whether all raters but one gave one grade throughout, on the same items: the disagreement by
     * chance is then the observed one, whatever that one rater did.
     */
    boolean areEqualByAlgebra(double items) {
      int varying = 0;
      for (int g = 0; g < raters.length; g++) {
        if (ratings[g] != items) {
          return false;
        }
        varying += Arrays.stream(raters[g]).filter(share -> share > 0).count() > 1 ? 1 : 0;
      }
      return varying <= 1;
    }

    double orderedPairs() {
      return active * (active - 1.0);
    }

    /** Sum of the shares of the raters that are not in a part of it. */
    double[] without(double[] part) {
      double[] others = new double[sum.length];
      Arrays.setAll(others, k -> Math.max(0, sum[k] - part[k]));
      return others;
    }
  }
}
