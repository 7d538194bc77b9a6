package org.assay.estimate;

import java.util.Arrays;
import org.assay.internal.Binomial;
import org.assay.internal.Check;

/**
 * Limits of a funnel plot: how far the share of errors of somebody with that many checks lies from
 * the team's by chance.
 *
 * <pre>{@code
 * limit at p = (r - a) / n,  r = the p-quantile of Binomial(n, target),
 *                            a = (F(r) - p) / (F(r) - F(r - 1))
 * }</pre>
 *
 * The limits are exact ones, joined between whole numbers so that the funnel is smooth. Where
 * people differ more than by chance, the variance between them comes from all of them, the
 * outermost tenth on each side drawn in to the tenth (winsorised), and widens the funnel.
 *
 * <p><b>Source.</b> Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202.
 *
 * @param target rate of the team, in (0, 1)
 */
public record FunnelPlot(double target) {
  private static final double WINSORISED = 0.1;

  public FunnelPlot {
    Check.openUnit("target", target);
  }

  /**
   * An exact limit.
   *
   * @param checked number of checks, at least 1
   * @param probability that a share lies below, in (0, 1)
   * @return in [0, 1]; 0 where no number of errors is that improbable
   */
  public double limit(long checked, double probability) {
    Check.atLeast("checked", 1, checked);
    Check.openUnit("probability", probability);
    var law = new Binomial(checked, target);
    long r = (long) law.quantile(probability);
    double at = law.tails(r).lower();
    double below = r == 0 ? 0 : law.tails(r - 1).lower();
    double limit = (r - (at - probability) / (at - below)) / checked;
    return Math.max(0, Math.min(1, limit));
  }

  /**
   * How much more people vary than by chance.
   *
   * <pre>{@code
   * phi   = mean z^2,  z = (y - target) / s,  s^2 = target (1 - target) / n, z winsorised
   * tau^2 = max(0, (I phi - (I - 1)) / (sum w - sum w^2 / sum w)),  w = 1 / s^2; 0 unless phi > I / (I - 1)
   * }</pre>
   *
   * @param phi the dispersion
   * @param variance tau^2, of the rates of people around the target
   */
  public record Dispersion(double phi, double variance) {
    /**
     * Estimates the dispersion of rates whose chance variances differ for any reason.
     *
     * @param gaps of each rate from its target
     * @param variances of each rate by chance, above 0
     * @return phi and tau^2
     * @throws IllegalArgumentException if there are fewer than two rates
     */
    public static Dispersion of(double[] gaps, double[] variances) {
      Check.rows("gap", "variances", gaps.length, variances.length);
      Check.atLeast("people", 2, gaps.length);
      int n = gaps.length;
      double[] z = new double[n];
      double weights = 0;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        double w = 1 / Check.positive("variance", variances[i]);
        z[i] = gaps[i] * Math.sqrt(w);
        weights += w;
        squares += w * w;
      }
      double[] sorted = z.clone();
      Arrays.sort(sorted);
      int out = (int) Math.floor(WINSORISED * n);
      double phi = 0;
      for (double each : z) {
        double drawn = Math.max(sorted[out], Math.min(sorted[n - 1 - out], each));
        phi += drawn * drawn / n;
      }
      double excess = n * phi - (n - 1);
      double room = weights - squares / weights;
      return new Dispersion(phi, room > 0 ? Math.max(0, excess / room) : 0);
    }
  }

  /**
   * Estimates the dispersion.
   *
   * @param errors per person, in [0, checked]
   * @param checked per person, at least 1
   * @return phi and tau^2
   * @throws IllegalArgumentException if there are fewer than two people
   */
  public Dispersion dispersion(long[] errors, long[] checked) {
    Check.rows("errors", "checked", errors.length, checked.length);
    Check.atLeast("people", 2, errors.length);
    double[] gaps = new double[errors.length];
    double[] variances = new double[errors.length];
    for (int i = 0; i < gaps.length; i++) {
      Check.errorsOfChecked(errors[i], checked[i]);
      gaps[i] = (double) errors[i] / checked[i] - target;
      variances[i] = target * (1 - target) / checked[i];
    }
    return Dispersion.of(gaps, variances);
  }

  /**
   * A limit that allows for the dispersion: normal around the target, with the variance between
   * people added.
   *
   * @param checked number of checks, at least 1
   * @param probability that a share lies below, in (0, 1)
   * @param dispersion of the people
   * @return in [0, 1]; the exact limit where the dispersion's variance is 0
   */
  public double limit(long checked, double probability, Dispersion dispersion) {
    if (dispersion.variance() == 0) {
      return limit(checked, probability);
    }
    double chance = target * (1 - target) / Check.atLeast("checked", 1, checked);
    double widened = Math.sqrt((chance + dispersion.variance()) / chance);
    double limit = target + (limit(checked, probability) - target) * widened;
    return Math.max(0, Math.min(1, limit));
  }
}
