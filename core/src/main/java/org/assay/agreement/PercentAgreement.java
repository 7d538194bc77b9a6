package org.assay.agreement;

import org.assay.count.RatingPatterns;
import org.assay.internal.Check;

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

  /**
   * Specific agreement on a grade: when one rating of an item is this grade, how often is another
   * one. For two grades these are positive and negative agreement.
   *
   * <pre>{@code
   * sum over items of c (c - 1) / sum over items of c (r - 1),  c ratings of the grade, r in all
   * }</pre>
   *
   * <p><b>Edges.</b> Undefined when no item with two ratings has the grade. Not corrected for
   * chance. <br>
   * <b>Source.</b> Cicchetti and Feinstein (1990), Journal of Clinical Epidemiology 43, 551-558;
   * for several raters Uebersax (1982), Educational and Psychological Measurement 42, 343-351.
   */
  public static final class SpecificAgreement extends PatternCoefficient {
    private static final int CHANCES = 0;
    private static final int OTHERS = 1;

    private final int grade;

    private SpecificAgreement(int grades, int grade) {
      super("specificAgreement", Weights.identity(grades));
      this.grade = Check.index("grade", grade, grades, "grades");
    }

    /**
     * Specific agreement on a grade.
     *
     * @param grades number of grades
     * @param grade code of the grade
     * @return the coefficient
     */
    public static SpecificAgreement on(int grades, int grade) {
      return new SpecificAgreement(grades, grade);
    }

    @Override
    boolean usesPairableOnly() {
      return true;
    }

    @Override
    boolean correctsForChance() {
      return false;
    }

    @Override
    boolean isPairable(int[] counts) {
      return counts[grade] > 0 && super.isPairable(counts);
    }

    @Override
    int totals(int width) {
      return 2;
    }

    @Override
    void contribute(int[] counts, TotalSink sink) {
      if (isPairable(counts)) {
        double ratings = ratings(counts);
        sink.add(CHANCES, counts[grade] * (ratings - 1));
        sink.add(OTHERS, counts[grade] * (ratings - counts[grade]));
      }
    }

    @Override
    Disagreement evaluate(double[] totals) {
      return totals[CHANCES] == 0
          ? Disagreement.NONE
          : Disagreement.of(totals[OTHERS] / totals[CHANCES], 1);
    }

    @Override
    void differentiate(double[] totals, double[] observed, double[] expected) {
      observed[CHANCES] = -totals[OTHERS] / (totals[CHANCES] * totals[CHANCES]);
      observed[OTHERS] = 1 / totals[CHANCES];
    }
  }
}
