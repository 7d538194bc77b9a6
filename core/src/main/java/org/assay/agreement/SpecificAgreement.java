package org.assay.agreement;

import org.assay.internal.Check;

/**
 * Specific agreement on a grade: when one rating of an item is this grade, how often is another
 * one. For two grades these are positive and negative agreement.
 *
 * <pre>{@code
 * sum over items of c (c - 1) / sum over items of c (r - 1),  c ratings of the grade, r in all
 * }</pre>
 *
 * <p><b>Edges.</b> Undefined when no item with two ratings has the grade. Not corrected for chance.
 * <br>
 * <b>Source.</b> Cicchetti and Feinstein (1990), Journal of Clinical Epidemiology 43, 551-558; for
 * several raters Uebersax (1982), Educational and Psychological Measurement 42, 343-351.
 */
public final class SpecificAgreement extends PatternCoefficient {
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
