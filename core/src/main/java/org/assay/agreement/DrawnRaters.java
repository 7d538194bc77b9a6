package org.assay.agreement;

import java.util.Arrays;
import org.assay.count.DistinctVectors;
import org.assay.count.RatingRows;
import org.assay.internal.Check;
import org.assay.result.Undefined;

/**
 * Agreement when the raters, too, are a sample: the standard error covers other raters as well as
 * other items.
 *
 * <pre>{@code
 * variance = variance over items, raters fixed  +  (R - 1) / R sum_g (x_(g) - mean x)^2,
 * x_(g) = the coefficient without rater g
 * }</pre>
 *
 * <p>The t limits have Satterthwaite's degrees of freedom for the sum, from items - 1 and R - 1.
 * <br>
 * <b>Source.</b> Gwet (2008), Psychometrika 73, 407-430; Satterthwaite (1946), Biometrics Bulletin
 * 2, 110-114.
 */
public final class DrawnRaters {
  private DrawnRaters() {}

  /**
   * A coefficient that does not ask who gave a rating.
   *
   * @param coefficient which
   * @param rows items by rater, at least 3 raters
   * @param inference linearised standard error, interval without bootstrap
   * @return the estimate; without a standard error (NOT_IDENTIFIED) when the coefficient does not
   *     exist without one of the raters
   */
  public static AgreementEstimate estimate(
      PatternCoefficient coefficient, RatingRows rows, Inference inference) {
    double[] left = new double[requireRaters(rows)];
    for (int g = 0; g < left.length; g++) {
      left[g] = value(coefficient.estimate(without(rows, g).patterns()));
    }
    return combine(
        coefficient,
        Sample.of(rows.patterns().snapshot()),
        coefficient.estimate(rows.patterns(), inference),
        left,
        inference);
  }

  /**
   * A coefficient that asks who gave a rating.
   *
   * @param coefficient which
   * @param rows items by rater, at least 3 raters
   * @param inference linearised standard error, interval without bootstrap
   * @return the estimate, as above
   */
  public static AgreementEstimate estimate(
      RaterCoefficient coefficient, RatingRows rows, Inference inference) {
    double[] left = new double[requireRaters(rows)];
    for (int g = 0; g < left.length; g++) {
      left[g] = value(coefficient.estimate(without(rows, g)));
    }
    return combine(
        coefficient,
        Sample.of(rows.snapshot()),
        coefficient.estimate(rows, inference),
        left,
        inference);
  }

  private static AgreementEstimate combine(
      Coefficient coefficient,
      Sample sample,
      AgreementEstimate fixed,
      double[] left,
      Inference inference) {
    if (!fixed.standardError().defined()) {
      return fixed;
    }
    if (Arrays.stream(left).anyMatch(Double::isNaN)) {
      return fixed.errorUndefinedBecause(Undefined.NOT_IDENTIFIED);
    }
    double mean = Arrays.stream(left).average().orElseThrow();
    double raters = 0;
    for (double x : left) {
      raters += (x - mean) * (x - mean) * (left.length - 1.0) / left.length;
    }
    double items = fixed.standardError().value() * fixed.standardError().value();
    double degrees =
        raters == 0
            ? fixed.diagnostics().items() - 1.0
            : (items + raters)
                * (items + raters)
                / (items * items / (fixed.diagnostics().items() - 1.0)
                    + raters * raters / (left.length - 1.0));
    return coefficient.estimate(sample.withRaterVariance(raters, degrees), inference);
  }

  private static int requireRaters(RatingRows rows) {
    return Check.atLeast("raters", 3, rows.raters());
  }

  private static double value(AgreementEstimate estimate) {
    return estimate.value().asOptional().orElse(Double.NaN);
  }

  private static RatingRows without(RatingRows rows, int rater) {
    RatingRows others = RatingRows.create(rows.raters(), rows.grades());
    DistinctVectors distinct = rows.snapshot();
    for (int v = 0; v < distinct.size(); v++) {
      int[] row = distinct.vector(v);
      row[rater] = RatingRows.MISSING;
      others.add(row, distinct.count(v));
    }
    return others;
  }
}
