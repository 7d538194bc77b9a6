package org.assay.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.assay.internal.Check;

/**
 * Charts that collect evidence for a change over all points: risk-adjusted CUSUM, Shiryaev-Roberts,
 * Page-Hinkley. After a signal a chart begins again.
 *
 * <p>The evidence of a point is the logarithm of the likelihood ratio of odds of an error R times
 * as high as normal:
 *
 * <pre>{@code
 * l = x ln R - n ln(1 - p + R p)     x errors among n checks whose normal rate is p
 * CUSUM             W = max(0, W + l)
 * Shiryaev-Roberts  M = mean over R of M_R,  M_R = (1 + M_R) exp(l)
 * Page-Hinkley      H = max(0, H + v - mean of all v so far - tolerance)     of any values v
 * }</pre>
 *
 * With a limit A, the Shiryaev-Roberts chart signals by chance once in A points in the mean or more
 * rarely, however the normal rates vary, as long as none lies below the true one.
 *
 * <p><b>Source.</b> Steiner, Cook, Farewell and Treasure (2000), Biostatistics 1, 441-452; Pollak
 * (1987), Annals of Statistics 15, 749-779; Shin, Ramdas and Rinaldo (2024), New England Journal of
 * Statistics in Data Science; Page (1954), Biometrika 41, 100-115.
 *
 * @param limit at which the chart signals
 * @param values per point; that of a signal is at or above the limit
 * @param alarms in order
 */
public record EvidenceChart(double limit, List<Double> values, List<Alarm> alarms) {
  public EvidenceChart {
    values = List.copyOf(values);
    alarms = List.copyOf(alarms);
  }

  /**
   * A signal.
   *
   * @param since place of the first point of the most likely stretch that changed
   * @param at place of the point that signalled
   */
  public record Alarm(int since, int at) {}

  /**
   * Checks in order of time.
   *
   * @param errors in [0, checked]
   * @param checked at least 1
   * @param rate normal rate of errors among them, in (0, 1)
   */
  public record Checks(long errors, long checked, double rate) {
    public Checks {
      Check.errorsOfChecked(errors, checked);
      Check.openUnit("rate", rate);
    }

    double evidence(double oddsRatio) {
      return errors * Math.log(oddsRatio) - checked * Math.log1p(rate * (oddsRatio - 1));
    }
  }

  /**
   * A risk-adjusted CUSUM; with equal normal rates, the CUSUM of single checks (Bernoulli) or of
   * batches (binomial).
   *
   * @param checks in order
   * @param oddsRatio R, above 0 and not 1; below 1 to notice an improvement
   * @param limit above 0
   * @return the chart
   */
  public static EvidenceChart cusum(List<Checks> checks, double oddsRatio, double limit) {
    oddsRatio(oddsRatio);
    return climbing(checks.size(), i -> checks.get(i).evidence(oddsRatio), limit);
  }

  /**
   * A Shiryaev-Roberts chart over several sizes of change.
   *
   * @param checks in order
   * @param oddsRatios R, each above 0 and not 1; at least one
   * @param limit above 1
   * @return the chart
   */
  public static EvidenceChart shiryaevRoberts(
      List<Checks> checks, List<Double> oddsRatios, double limit) {
    Check.positive("limit", limit);
    Check.atLeast("oddsRatios", 1, oddsRatios.size());
    oddsRatios.forEach(EvidenceChart::oddsRatio);
    double[] m = new double[oddsRatios.size()];
    double[] w = new double[m.length];
    int[] since = new int[m.length];
    List<Double> values = new ArrayList<>();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      double sum = 0;
      int best = 0;
      for (int r = 0; r < m.length; r++) {
        double l = checks.get(i).evidence(oddsRatios.get(r));
        m[r] = (1 + m[r]) * Math.exp(l);
        w[r] = Math.max(0, w[r] + l);
        since[r] = w[r] == 0 ? i + 1 : since[r];
        best = w[r] > w[best] ? r : best;
        sum += m[r];
      }
      values.add(Math.min(sum / m.length, Double.MAX_VALUE));
      if (sum / m.length >= limit) {
        alarms.add(new Alarm(Math.min(since[best], i), i));
        Arrays.fill(m, 0);
        Arrays.fill(w, 0);
        Arrays.fill(since, i + 1);
      }
    }
    return new EvidenceChart(limit, values, alarms);
  }

  /**
   * A Page-Hinkley chart for an increase of any values, without a normal value: the mean so far
   * stands for it. It has no promise about false signals.
   *
   * @param values finite, in order
   * @param tolerance what a value may lie above the mean without evidence, at least 0
   * @param limit above 0
   * @return the chart
   */
  public static EvidenceChart pageHinkley(double[] values, double tolerance, double limit) {
    Check.finite("tolerance", tolerance);
    double[] excess = new double[values.length];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += Check.finite("value", values[i]);
      excess[i] = values[i] - sum / (i + 1) - tolerance;
    }
    return climbing(values.length, i -> excess[i], limit);
  }

  private static EvidenceChart climbing(int points, IntToDoubleFunction rise, double limit) {
    Check.positive("limit", limit);
    List<Double> values = new ArrayList<>();
    List<Alarm> alarms = new ArrayList<>();
    double value = 0;
    int since = 0;
    for (int i = 0; i < points; i++) {
      value = Math.max(0, value + rise.applyAsDouble(i));
      values.add(value);
      if (value >= limit) {
        alarms.add(new Alarm(since, i));
        value = 0;
      }
      since = value == 0 ? i + 1 : since;
    }
    return new EvidenceChart(limit, values, alarms);
  }

  private static void oddsRatio(double r) {
    if (Check.positive("oddsRatio", r) == 1) {
      throw new IllegalArgumentException("oddsRatio must not be 1, got 1");
    }
  }
}
