package org.assay.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assay.drift.ControlChart.ChartPoint;
import org.assay.internal.Binomial;
import org.assay.internal.Check;
import org.assay.internal.DiscreteDistribution;
import org.assay.internal.Poisson;

/**
 * Charts of counted errors: p, np, u, c, and Laney's p' and u'.
 *
 * <pre>{@code
 * p    x_i / n_i,  centre P = sum x / sum n,  limits P -+ k sqrt(P (1 - P) / n_i)
 * np   the same times n, for equal n
 * u    x_i / n_i,  centre U = sum x / sum n,  limits U -+ k sqrt(U / n_i)
 * c    x_i,        centre C = mean x,         limits C -+ k sqrt(C)
 * p', u'           k times sigma_z more:      sigma_z = mean |z_i - z_(i-1)| / 1.128,
 *                  z_i = (x_i / n_i - centre) / standard deviation of p or u
 * }</pre>
 *
 * Limits are cut at 0, and those of a share at 1. Exact limits are quantiles of the binomial or the
 * Poisson distribution at the centre in place of k standard deviations: a point lies below, or
 * above, with a probability of at most (1 - confidence) / 2 when the centre is known. They hold
 * where the normal ones fail, at few checks and rare errors.
 *
 * <p><b>What these charts do not know.</b> Checks count alike, however they were chosen: when the
 * rules of selection change, points leave the limits although nobody changed. The centre is taken
 * for known. {@link AssessorTrends} allows for both.
 *
 * <p><b>Source.</b> Montgomery, Introduction to Statistical Quality Control, 6th edition, chapter
 * 7; Laney (2002), Quality Engineering 14, 531-537.
 *
 * @param kind what is charted
 * @param sigmas standard deviations from the centre to a limit, above 0; or 0 with a confidence
 * @param confidence of exact limits, in (0, 1); 0 for limits in standard deviations
 * @param baseline points, from the first, that centre and limits come from; 0 for all
 */
public record AttributeChart(AttributeKind kind, double sigmas, double confidence, int baseline) {
  private static final double MEAN_MOVING_RANGE = 1.128; // of two unit normal observations

  public AttributeChart {
    Objects.requireNonNull(kind, "kind");
    Check.atLeast("baseline", 0, baseline);
    if (confidence == 0) {
      Check.positive("sigmas", sigmas);
    } else {
      Check.openUnit("confidence", confidence);
      if (sigmas != 0 || kind.isLaney) {
        throw new IllegalArgumentException(
            "limits must be exact or in standard deviations, and those of Laney's charts in"
                + " standard deviations, got both for "
                + kind);
      }
    }
  }

  /** What is charted. */
  public enum AttributeKind {
    /** Share of errors among checks. */
    P(false, true),
    /** Number of errors among equally many checks. */
    NP(false, true),
    /** Errors per unit, where one can have several. */
    U(false, false),
    /** Number of errors in equal periods. */
    C(false, false),
    /** Share of errors where periods vary more, or less, than by chance (p'). */
    LANEY_P(true, true),
    /** Errors per unit where periods vary more, or less, than by chance (u'). */
    LANEY_U(true, false);

    private final boolean isLaney;
    private final boolean isShare; // of checks, so that errors are binomial

    AttributeKind(boolean isLaney, boolean isShare) {
      this.isLaney = isLaney;
      this.isShare = isShare;
    }
  }

  /**
   * The usual chart, with limits at three standard deviations, of which all points are the
   * baseline.
   *
   * @param kind what is charted
   * @return the chart
   */
  public static AttributeChart of(AttributeKind kind) {
    return new AttributeChart(kind, 3, 0, 0);
  }

  /**
   * Charts errors.
   *
   * @param errors per point, at least 0, and at most the checks for shares
   * @param checked per point, at least 1; equal ones for NP, ignored by C
   * @return one point per entry; two or more in the baseline for Laney's charts
   * @throws IllegalArgumentException if counts do not fit, or the baseline has too few points
   */
  public ControlChart of(long[] errors, long[] checked) {
    Check.rows("errors", "checked", errors.length, checked.length);
    int first = baseline == 0 ? errors.length : baseline;
    if (first > errors.length || first < (kind.isLaney ? 2 : 1)) {
      throw new IllegalArgumentException(
          "baseline must have "
              + (kind.isLaney ? "two points" : "a point")
              + " and at most as many as there are, "
              + errors.length
              + ", got "
              + first);
    }
    double[] units = units(errors, checked);
    double rate = rate(errors, units, first);
    double scale = kind.isLaney ? spread(errors, units, rate, first) : 1;
    boolean isNumber = kind == AttributeKind.NP || kind == AttributeKind.C;
    List<ChartPoint> points = new ArrayList<>();
    for (int i = 0; i < errors.length; i++) {
      double per = isNumber ? 1 : units[i];
      double[] limits = limits(rate, units[i], scale);
      points.add(new ChartPoint(errors[i] / per, limits[0] / per, limits[1] / per));
    }
    return new ControlChart(isNumber ? rate * units[0] : rate, points);
  }

  private double[] units(long[] errors, long[] checked) {
    double[] units = new double[errors.length];
    for (int i = 0; i < errors.length; i++) {
      if (kind == AttributeKind.C) {
        Check.atLeast("errors", 0, errors[i]);
        units[i] = 1;
        continue;
      }
      Check.atLeast("checked", 1, checked[i]);
      Check.atLeast("errors", 0, errors[i]);
      if (kind.isShare) {
        Check.errorsOfChecked(errors[i], checked[i]);
      }
      if (kind == AttributeKind.NP && checked[i] != checked[0]) {
        throw new IllegalArgumentException(
            "checked must be equal for numbers of errors, got " + checked[0] + ", " + checked[i]);
      }
      units[i] = checked[i];
    }
    return units;
  }

  private static double rate(long[] errors, double[] units, int first) {
    return Arrays.stream(errors, 0, first).sum() / Arrays.stream(units, 0, first).sum();
  }

  private double spread(long[] errors, double[] units, double rate, int first) {
    double sum = 0;
    double before = 0;
    for (int i = 0; i < first; i++) {
      double deviation = deviation(rate, units[i]);
      double z = deviation == 0 ? 0 : (errors[i] - rate * units[i]) / deviation;
      sum += i == 0 ? 0 : Math.abs(z - before);
      before = z;
    }
    return sum / (first - 1) / MEAN_MOVING_RANGE;
  }

  /** Standard deviation of the number of errors. */
  private double deviation(double rate, double units) {
    return Math.sqrt(units * rate * (kind.isShare ? 1 - rate : 1));
  }

  /** Limits of the number of errors. */
  private double[] limits(double rate, double units, double scale) {
    double most = kind.isShare ? units : Double.POSITIVE_INFINITY;
    double mean = rate * units;
    if (confidence == 0) {
      double away = sigmas * scale * deviation(rate, units);
      return new double[] {Math.max(0, mean - away), Math.min(most, mean + away)};
    }
    if (mean == 0 || mean == most) {
      return new double[] {mean, mean};
    }
    double tail = (1 - confidence) / 2;
    DiscreteDistribution law = kind.isShare ? new Binomial((long) units, rate) : new Poisson(mean);
    return new double[] {law.quantile(tail), law.upperQuantile(tail)};
  }
}
