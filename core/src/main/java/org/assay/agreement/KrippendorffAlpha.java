package org.assay.agreement;

import java.util.Arrays;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.RatingPatterns;
import org.assay.internal.Check;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Krippendorff's alpha, for any number of raters, missing ratings, and any metric.
 *
 * <pre>{@code
 * over items with r >= 2 ratings, M ratings in all, n_k of grade k:
 * o_kl  = sum over items of c_k (c_l - [k = l]) / (r - 1)
 * alpha = 1 - D_o / D_e,  D_o = sum_kl d_kl o_kl / M,  D_e = sum_kl d_kl n_k n_l / (M (M - 1))
 * }</pre>
 *
 * <p>In terms of agreement with weights w = 1 - d, which is how {@link AgreementEstimate} reports
 * it: observed (1 - 1/M) p + 1/M with p = 1 - D_o, expected sum_kl w_kl n_k n_l / M^2.
 *
 * <p><b>Edges.</b> Items rated once are left out altogether. Undefined when the pairable ratings
 * show one grade, and without an item with two ratings. The influence-based standard errors treat
 * 1/M as 0; with {@link KrippendorffMetric#ORDINAL} they allow for the metric's own dependence on
 * the data. <br>
 * <b>Cost.</b> O(patterns x grades x ratings + grades^2). <br>
 * <b>Source.</b> Krippendorff (2004), Content Analysis, 2nd ed., chapter 11; Gwet (2014), section
 * 2.5. <b>Agrees with</b> fast-krippendorff and irrCAC {@code krippen.alpha.raw}; <b>differs
 * from</b> irr {@code kripp.alpha} 0.84.1 for complete data of more than two raters.
 */
public final class KrippendorffAlpha extends PatternCoefficient {
  private static final int RATINGS = 0;
  private static final int FREQUENCIES = 1; // then K of them, then K x K coincidences

  private final boolean ordinal;
  private final double scale;

  private KrippendorffAlpha(Weights weights, boolean ordinal, double scale) {
    super("krippendorffAlpha", weights);
    this.ordinal = ordinal;
    this.scale = scale;
  }

  /**
   * Alpha with agreement weights; for a distance of one's own, {@link Weights#fromDistances}.
   *
   * @param weights K x K
   * @return the coefficient
   */
  public static KrippendorffAlpha with(Weights weights) {
    return new KrippendorffAlpha(weights, false, 1);
  }

  /**
   * Alpha with one of Krippendorff's metrics.
   *
   * @param metric level of measurement
   * @param scores one per grade, in the order of the grades; all different
   * @return the coefficient
   */
  public static KrippendorffAlpha with(KrippendorffMetric metric, double... scores) {
    boolean ordinal = metric == KrippendorffMetric.ORDINAL;
    return new KrippendorffAlpha(
        metric.weights(scores), ordinal, ordinal ? 1 : metric.fixedScale(scores));
  }

  /**
   * Nominal alpha.
   *
   * @param patterns the items
   * @return the estimate with the defaults
   */
  public static AgreementEstimate of(RatingPatterns patterns) {
    return with(Weights.identity(patterns.grades())).estimate(patterns);
  }

  /**
   * Krippendorff's disagreements, in units of the squared metric.
   *
   * @param pairableValues M, ratings on items with at least two
   * @param observed D_o
   * @param expected D_e
   */
  public record Disagreements(long pairableValues, Outcome observed, Outcome expected) {}

  /**
   * The disagreements that alpha is made of.
   *
   * @param patterns same number of grades as the weights
   * @return undefined without an item with two ratings
   */
  public Disagreements disagreements(RatingPatterns patterns) {
    requireGrades(patterns.grades());
    double[] totals = new ItemTotals(this, Sample.of(patterns.snapshot())).sum();
    double m = totals[RATINGS];
    if (m == 0) {
      Outcome none = Outcome.undefined(Undefined.NO_PAIRS);
      return new Disagreements(0, none, none);
    }
    Metric metric = metric(totals);
    double unit = ordinal ? new OrdinalMetric(frequencies(totals)).largest() : scale;
    return new Disagreements(
        (long) m,
        Outcome.of(unit * coincident(totals, metric) / m),
        Outcome.of(unit * independent(totals, metric) / (m * (m - 1))));
  }

  boolean isOrdinal() {
    return ordinal;
  }

  @Override
  boolean usesPairableOnly() {
    return true;
  }

  @Override
  int totals(int width) {
    return Math.addExact(FREQUENCIES + width, Math.multiplyExact(width, width));
  }

  @Override
  void contribute(int[] counts, TotalSink sink) {
    int ratings = ratings(counts);
    if (ratings < 2) {
      return;
    }
    sink.add(RATINGS, ratings);
    for (int k = 0; k < counts.length; k++) {
      if (counts[k] > 0) {
        sink.add(FREQUENCIES + k, counts[k]);
      }
      for (int l = 0; counts[k] > 0 && l < counts.length; l++) {
        if (l != k && counts[l] > 0) {
          sink.add(coincidence(k, l), (double) counts[k] * counts[l] / (ratings - 1));
        }
      }
    }
  }

  @Override
  Disagreement evaluate(double[] totals) {
    double m = totals[RATINGS];
    if (m == 0) {
      return Disagreement.NONE;
    }
    Metric metric = metric(totals);
    return Disagreement.of(
        (1 - 1 / m) * coincident(totals, metric) / m, independent(totals, metric) / (m * m));
  }

  @Override
  void differentiate(double[] totals, double[] observed, double[] expected) {
    double m = totals[RATINGS];
    Metric metric = metric(totals);
    double withinItems = coincident(totals, metric);
    double acrossItems = independent(totals, metric);
    observed[RATINGS] = -withinItems / (m * m);
    expected[RATINGS] = -2 * acrossItems / (m * m * m);
    for (int k = 0; k < grades(); k++) {
      for (int l = 0; l < grades(); l++) {
        double d = metric.distance(k, l);
        observed[coincidence(k, l)] = d / m;
        expected[FREQUENCIES + k] += d * totals[FREQUENCIES + l] / (m * m);
        expected[FREQUENCIES + l] += d * totals[FREQUENCIES + k] / (m * m);
      }
    }
    if (ordinal) {
      differentiateMetric(totals, observed, expected);
    }
    for (int t = 0; t < expected.length; t++) {
      expected[t] /= 1 - 1 / m; // the coefficient it is multiplied with holds that factor
    }
  }

  // The common scale cancels in the coefficient, so that only the unscaled distances count.
  private void differentiateMetric(double[] totals, double[] observed, double[] expected) {
    double m = totals[RATINGS];
    var metric = new OrdinalMetric(frequencies(totals));
    double[][] within = new double[grades()][grades()];
    double[][] across = new double[grades()][grades()];
    for (int k = 0; k < grades(); k++) {
      for (int l = 0; l < grades(); l++) {
        within[k][l] = totals[coincidence(k, l)] / (m * metric.largest());
        across[k][l] =
            totals[FREQUENCIES + k] * totals[FREQUENCIES + l] / (m * m * metric.largest());
      }
    }
    double[] byWithin = metric.derivatives(within);
    double[] byAcross = metric.derivatives(across);
    for (int k = 0; k < grades(); k++) {
      observed[FREQUENCIES + k] += byWithin[k];
      expected[FREQUENCIES + k] += byAcross[k];
    }
  }

  private double coincident(double[] totals, Metric metric) {
    double sum = 0;
    for (int k = 0; k < grades(); k++) {
      for (int l = 0; l < grades(); l++) {
        double o = totals[coincidence(k, l)];
        sum += o == 0 ? 0 : metric.distance(k, l) * o;
      }
    }
    return sum;
  }

  private double independent(double[] totals, Metric metric) {
    double sum = 0;
    for (int k = 0; k < grades(); k++) {
      for (int l = 0; totals[FREQUENCIES + k] > 0 && l < grades(); l++) {
        sum += metric.distance(k, l) * totals[FREQUENCIES + k] * totals[FREQUENCIES + l];
      }
    }
    return sum;
  }

  /** Distances divided by the largest one. */
  private Metric metric(double[] totals) {
    if (!ordinal) {
      return weights()::disagreement;
    }
    var metric = new OrdinalMetric(frequencies(totals));
    double largest = metric.largest();
    return (k, l) -> largest == 0 ? 0 : metric.distance(k, l) / largest;
  }

  private double[] frequencies(double[] totals) {
    return Arrays.copyOfRange(totals, FREQUENCIES, FREQUENCIES + grades());
  }

  private int coincidence(int k, int l) {
    return FREQUENCIES + grades() + k * grades() + l;
  }

  private interface Metric {
    double distance(int k, int l);
  }

  /**
   * How far apart two grades are in Krippendorff's alpha.
   *
   * <pre>{@code
   * nominal   1 unless equal
   * ordinal   (n_k / 2 + n_(k+1) + ... + n_(l-1) + n_l / 2)^2, n_g = pairable ratings of grade g
   * interval  (x_k - x_l)^2
   * ratio     ((x_k - x_l) / (x_k + x_l))^2; the distance of 0 and 0 is 0
   * }</pre>
   *
   * <p>The ordinal metric comes from the data's own frequencies, in the order of the grades; it is
   * not the fixed {@link WeightScheme#ORDINAL} of Gwet, nor interval under another name.
   *
   * <p><b>Source.</b> Krippendorff (2004), Content Analysis, 2nd ed., section 11.3.
   */
  public enum KrippendorffMetric {
    /** Equal or not. */
    NOMINAL,
    /** By ranks, as many as the data have between two grades. */
    ORDINAL,
    /** By differences of scores. */
    INTERVAL,
    /** By differences relative to sums; needs scores of at least 0. */
    RATIO;

    /**
     * The largest distance among the scores: what distances are divided by to become weights.
     *
     * @param scores one per grade
     */
    double fixedScale(double[] scores) {
      if (this == NOMINAL) {
        return 1;
      }
      double largest = 0;
      for (double a : scores) {
        for (double b : scores) {
          largest = Math.max(largest, distance(a, b));
        }
      }
      return largest;
    }

    private double distance(double a, double b) {
      double gap = a - b;
      return switch (this) {
        case NOMINAL, ORDINAL -> gap == 0 ? 0 : 1;
        case INTERVAL -> gap * gap;
        case RATIO -> gap == 0 ? 0 : gap / (a + b) * (gap / (a + b));
      };
    }

    /** Weights of the fixed metrics. */
    Weights weights(double[] scores) {
      return switch (this) {
        case NOMINAL, ORDINAL -> Weights.identity(Check.atLeast("grades", 1, scores.length));
        case INTERVAL -> WeightScheme.QUADRATIC.of(scores);
        case RATIO -> WeightScheme.RATIO.of(scores);
      };
    }
  }
}
