package org.assay.agreement;

import java.util.Optional;
import org.assay.internal.Check;
import org.assay.internal.FisherF;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.TestResult;
import org.assay.result.Undefined;

/**
 * Intraclass correlation: the share of the variation of scores that is due to the items.
 *
 * <p>With the mean squares B (items), J (raters), E (residual) and W (within items) of n items and
 * k raters:
 *
 * <pre>{@code
 * ICC(1,1) = (B - W) / (B + (k - 1) W)                     ICC(1,k) = (B - W) / B
 * ICC(2,1) = (B - E) / (B + (k - 1) E + k (J - E) / n)     ICC(2,k) = (B - E) / (B + (J - E) / n)
 * ICC(3,1) = (B - E) / (B + (k - 1) E)                     ICC(3,k) = (B - E) / B
 * }</pre>
 *
 * <p><b>Interval.</b> Exact for normal scores, from F quantiles, for forms 1 and 3; for form 2 with
 * Satterthwaite's degrees of freedom, and for ICC(2,k) the limits of ICC(2,1) stepped up by
 * Spearman and Brown. It is empty when the residual is 0.
 *
 * <p><b>Edges.</b> Undefined (NO_VARIATION) when all scores are alike, and for the forms with B in
 * the denominator when all items have the same mean. Can be negative.
 *
 * <p><b>Source.</b> Shrout and Fleiss (1979), Psychological Bulletin 86, 420-428; McGraw and Wong
 * (1996), Psychological Methods 1, 30-46. <b>Agrees with</b> irr {@code icc} for single ratings;
 * for ICC(2,k) McGraw and Wong give other approximate limits, which some packages use.
 *
 * @param form which of the six
 * @param value at most 1
 * @param limits interval around the value; null when there is none
 * @param test F test that the correlation is 0
 * @param meanSquares what it was computed from
 */
public record IntraclassCorrelation(
    IccForm form, Outcome value, Interval limits, TestResult test, MeanSquares meanSquares) {

  /**
   * The limits, for code that handles absence itself.
   *
   * @return the interval, or empty when there is none
   */
  public Optional<Interval> interval() {
    return Optional.ofNullable(limits);
  }

  /**
   * One form.
   *
   * @param form which of the six
   * @param squares mean squares of complete ratings
   * @param confidenceLevel of the interval, in (0, 1)
   * @return the estimate
   */
  public static IntraclassCorrelation of(
      IccForm form, MeanSquares squares, double confidenceLevel) {
    Check.openUnit("confidenceLevel", confidenceLevel);
    Outcome value = value(form, squares);
    double error = form.single() == IccForm.ICC_1_1 ? squares.within() : squares.residual();
    boolean testable = value.defined() && error > 0;
    return new IntraclassCorrelation(
        form,
        value,
        testable ? interval(form, squares, confidenceLevel) : null,
        test(form, squares, value, error),
        squares);
  }

  private static Outcome value(IccForm form, MeanSquares s) {
    double b = s.betweenItems();
    double e = s.residual();
    double k = s.raters();
    double raters = (s.betweenRaters() - e) / s.items();
    double above = b - (form.single() == IccForm.ICC_1_1 ? s.within() : e);
    double below =
        switch (form) {
          case ICC_1_1 -> b + (k - 1) * s.within();
          case ICC_2_1 -> b + (k - 1) * e + k * raters;
          case ICC_3_1 -> b + (k - 1) * e;
          case ICC_1_K, ICC_3_K -> b;
          case ICC_2_K -> b + raters;
        };
    return below == 0 ? Outcome.undefined(Undefined.NO_VARIATION) : Outcome.of(above / below);
  }

  private static TestResult test(IccForm form, MeanSquares s, Outcome value, double error) {
    double items = s.items() - 1.0;
    String method = form.mcGrawWong() + " = 0, F";
    if (!value.defined() || error == 0) {
      Undefined reason = value.reason().orElse(Undefined.ZERO_VARIANCE);
      return new TestResult(Outcome.undefined(reason), items, Outcome.undefined(reason), method);
    }
    double f = s.betweenItems() / error;
    return new TestResult(
        Outcome.of(f),
        items,
        Outcome.of(new FisherF(items, errorDegrees(form, s)).tails(f).upper()),
        method);
  }

  private static double errorDegrees(IccForm form, MeanSquares s) {
    double items = form.single() == IccForm.ICC_1_1 ? s.items() : s.items() - 1.0;
    return items * (s.raters() - 1);
  }

  private static Interval interval(IccForm form, MeanSquares s, double confidence) {
    double k = s.raters();
    double[] single =
        form.single() == IccForm.ICC_2_1
            ? agreementLimits(s, (1 + confidence) / 2)
            : ratioLimits(form, s, (1 + confidence) / 2);
    double lower = form.isAverage() ? k * single[0] / (1 + (k - 1) * single[0]) : single[0];
    double upper = form.isAverage() ? k * single[1] / (1 + (k - 1) * single[1]) : single[1];
    return Interval.within(-Double.MAX_VALUE, 1, lower, upper, confidence, "F");
  }

  // Shrout and Fleiss, equations 11 to 15; the step-up to k ratings is exact for these forms.
  private static double[] ratioLimits(IccForm form, MeanSquares s, double quantile) {
    double items = s.items() - 1.0;
    double degrees = errorDegrees(form, s);
    double error = form.single() == IccForm.ICC_1_1 ? s.within() : s.residual();
    double f = s.betweenItems() / error;
    double low = f / new FisherF(items, degrees).quantile(quantile);
    double high = f * new FisherF(degrees, items).quantile(quantile);
    double k = s.raters();
    return new double[] {(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)};
  }

  // McGraw and Wong, table 7: ICC(A,1).
  private static double[] agreementLimits(MeanSquares s, double quantile) {
    double n = s.items();
    double k = s.raters();
    double b = s.betweenItems();
    double j = s.betweenRaters();
    double e = s.residual();
    double rho = value(IccForm.ICC_2_1, s).value();
    double p = k * rho / (n * (1 - rho));
    double q = 1 + k * rho * (n - 1) / (n * (1 - rho));
    double sum = p * j + q * e;
    double degrees = sum * sum / (p * j * p * j / (k - 1) + q * e * q * e / ((n - 1) * (k - 1)));
    double other = k * j + (k * n - k - n) * e;
    double low = new FisherF(n - 1, degrees).quantile(quantile);
    double high = new FisherF(degrees, n - 1).quantile(quantile);
    return new double[] {
      n * (b - low * e) / (low * other + n * b), n * (high * b - e) / (other + n * high * b)
    };
  }
}
