package org.assay.agreement;

import java.util.Optional;
import org.assay.count.DistinctVectors;
import org.assay.count.RatingRows;
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

  /**
   * The six intraclass correlations of Shrout and Fleiss (1979), with the names of McGraw and Wong
   * (1996).
   *
   * <p>The first number says which raters: 1 other raters for every item; 2 the same raters, a
   * sample of those that might rate (their levels count as disagreement); 3 the same raters, the
   * only ones of interest (their levels do not count). The second says whose reliability: that of
   * one rating, or of the mean of the k ratings.
   */
  public enum IccForm {
    /** ICC(1,1); McGraw and Wong ICC(1): one-way, single rating. */
    ICC_1_1("ICC(1)", false),
    /** ICC(2,1); McGraw and Wong ICC(A,1): two-way, absolute agreement, single rating. */
    ICC_2_1("ICC(A,1)", false),
    /** ICC(3,1); McGraw and Wong ICC(C,1): two-way, consistency, single rating. */
    ICC_3_1("ICC(C,1)", false),
    /** ICC(1,k); McGraw and Wong ICC(k): one-way, mean of k ratings. */
    ICC_1_K("ICC(k)", true),
    /** ICC(2,k); McGraw and Wong ICC(A,k): two-way, absolute agreement, mean of k ratings. */
    ICC_2_K("ICC(A,k)", true),
    /**
     * ICC(3,k); McGraw and Wong ICC(C,k): two-way, consistency, mean of k ratings; Cronbach's
     * alpha.
     */
    ICC_3_K("ICC(C,k)", true);

    private final String mcGrawWong;
    private final boolean average;

    IccForm(String mcGrawWong, boolean average) {
      this.mcGrawWong = mcGrawWong;
      this.average = average;
    }

    /**
     * The name of McGraw and Wong.
     *
     * @return for example {@code ICC(A,1)}
     */
    public String mcGrawWong() {
      return mcGrawWong;
    }

    /**
     * Whether it is the reliability of the mean of all raters.
     *
     * @return false for that of a single rating
     */
    public boolean isAverage() {
      return average;
    }

    IccForm single() {
      return switch (this) {
        case ICC_1_1, ICC_1_K -> ICC_1_1;
        case ICC_2_1, ICC_2_K -> ICC_2_1;
        case ICC_3_1, ICC_3_K -> ICC_3_1;
      };
    }
  }

  /**
   * Analysis of variance of n items each rated by the same k raters.
   *
   * @param items n
   * @param raters k
   * @param betweenItems mean square between items, n - 1 degrees of freedom
   * @param betweenRaters mean square between raters, k - 1 degrees of freedom
   * @param residual mean square of what both leave, (n - 1)(k - 1) degrees of freedom
   * @param within mean square within items, n (k - 1) degrees of freedom
   */
  public record MeanSquares(
      long items,
      int raters,
      double betweenItems,
      double betweenRaters,
      double residual,
      double within) {

    /** A sum of squares this small a share of all variation is rounding. */
    private static final double ROUNDING = 1e-13;

    /** A deviation this small a share of the largest score is rounding. */
    private static final double ROUNDING_OF_SCORES = 1e-14;

    /**
     * The mean squares of a table of scores.
     *
     * @param scores items x raters, finite; at least two items and two raters
     * @return the mean squares
     * @throws IllegalArgumentException if the table is ragged, too small, or holds NaN
     */
    public static MeanSquares of(double[][] scores) {
      Check.atLeast("items", 2, scores.length);
      long[] once = new long[scores.length];
      for (int i = 0; i < scores.length; i++) {
        if (scores[i].length != scores[0].length) {
          throw new IllegalArgumentException(
              "scores must be rectangular: row "
                  + i
                  + " has length "
                  + scores[i].length
                  + ", row 0 has length "
                  + scores[0].length);
        }
        for (double x : scores[i]) {
          Check.finite("score in row " + i, x);
        }
        once[i] = 1;
      }
      return of(scores, once, scores.length);
    }

    /**
     * The mean squares of counted rows; items that a rater did not rate are left out.
     *
     * @param rows ratings as codes of grades
     * @param scores score of each grade, finite
     * @return the mean squares
     * @throws IllegalArgumentException if fewer than two items were rated by all, or scores and
     *     grades differ in number
     */
    public static MeanSquares of(RatingRows rows, double[] scores) {
      if (scores.length != rows.grades()) {
        throw new IllegalArgumentException(
            "scores must have length " + rows.grades() + " (grades), got " + scores.length);
      }
      DistinctVectors distinct = rows.complete().snapshot();
      double[][] table = new double[distinct.size()][rows.raters()];
      long[] times = new long[distinct.size()];
      for (int v = 0; v < times.length; v++) {
        int[] row = distinct.vector(v);
        for (int r = 0; r < row.length; r++) {
          table[v][r] = Check.finite("scores[" + row[r] + "]", scores[row[r]]);
        }
        times[v] = distinct.count(v);
      }
      return of(table, times, Check.atLeast("items rated by all raters", 2, distinct.items()));
    }

    private static MeanSquares of(double[][] rows, long[] times, long items) {
      int k = Check.atLeast("raters", 2, rows[0].length);
      double[] raterMeans = new double[k];
      for (int v = 0; v < rows.length; v++) {
        for (int r = 0; r < k; r++) {
          raterMeans[r] += rows[v][r] * times[v] / items;
        }
      }
      double mean = 0;
      for (double m : raterMeans) {
        mean += m / k;
      }
      double between = 0;
      double residual = 0;
      double raters = 0;
      double largest = 0;
      for (int v = 0; v < rows.length; v++) {
        double own = 0;
        for (double x : rows[v]) {
          own += x / k;
          largest = Math.max(largest, Math.abs(x));
        }
        between += times[v] * k * (own - mean) * (own - mean);
        for (int r = 0; r < k; r++) {
          double rest = rows[v][r] - own - raterMeans[r] + mean;
          residual += times[v] * rest * rest;
        }
      }
      for (double m : raterMeans) {
        raters += items * (m - mean) * (m - mean);
      }
      double deviation = ROUNDING_OF_SCORES * largest;
      double rounding =
          Math.max(ROUNDING * (between + raters + residual), deviation * deviation * items * k);
      between = between <= rounding ? 0 : between;
      residual = residual <= rounding ? 0 : residual;
      raters = raters <= rounding ? 0 : raters;
      double n = items;
      return new MeanSquares(
          items,
          k,
          between / (n - 1),
          raters / (k - 1),
          residual / ((n - 1) * (k - 1)),
          (raters + residual) / (n * (k - 1)));
    }
  }
}
