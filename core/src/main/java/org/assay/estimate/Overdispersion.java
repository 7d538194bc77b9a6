package org.assay.estimate;

import org.assay.internal.Check;
import org.assay.internal.Normal;

/**
 * How much more the errors of the same person vary from period to period than independent checks
 * would: errors of a week share material, guidance, a reviewer, a bad day.
 *
 * <p><b>Model.</b> The chance of an error in a period of a person is multiplied by something with
 * mean 1 and variance excess, so that with e errors expected in a period
 *
 * <pre>{@code
 * variance of the errors of a period  =  e + excess e^2
 * variance of all errors of a person  =  factor * sum of e,   factor = 1 + excess * sum of e^2 / sum of e
 * }</pre>
 *
 * An intraclass correlation c at an error rate p is an excess of c (1 - p) / p.
 *
 * <p><b>Estimate.</b> By moments over all persons, given each one's errors, so that it does not
 * matter whether persons differ:
 *
 * <pre>{@code
 * excess = sum of [(x - X s)^2 - (1 - X / n) X s (1 - s)]  /  sum of X (X - 1) s^2 (1 - 2 s + sum of s^2)
 * }</pre>
 *
 * with x the errors of a period, X those of the person in n checks and s the period's share of the
 * errors expected. Three quarters of its standard error at an excess of 0 are added, and nothing
 * below 0 is used: few periods make it cautious. A person with one period says nothing; where
 * nobody has two, the excess cannot be known and is 0.
 *
 * <p>Immutable and thread-safe.
 */
public final class Overdispersion {
  private static final double CAUTION = 0.75; // standard errors added

  private final double excess;
  private final double estimate;
  private final double standardError;

  private Overdispersion(double estimate, double standardError) {
    this.estimate = estimate;
    this.standardError = standardError;
    this.excess = Math.max(0, estimate + CAUTION * standardError);
  }

  /** Collects persons. Not thread-safe. */
  public static final class Builder {
    private double above;
    private double scale;
    private double square;

    private Builder() {}

    /**
     * Adds a person.
     *
     * @param errors found, by period
     * @param expected errors expected, by period, up to a common factor; at least 0
     * @param checked number of checks of all periods, at least 1
     * @return this
     */
    public Builder add(long[] errors, double[] expected, long checked) {
      Check.rows("period", "expected", errors.length, expected.length);
      Check.atLeast("checked", 1, checked);
      double all = 0;
      double sum = 0;
      for (int i = 0; i < errors.length; i++) {
        all += errors[i];
        sum += expected[i];
      }
      if (all < 2 || sum <= 0) {
        return this;
      }
      double squares = 0;
      for (double e : expected) {
        squares += e / sum * (e / sum);
      }
      double finite = Math.max(0, 1 - all / checked);
      for (int i = 0; i < errors.length; i++) {
        double s = expected[i] / sum;
        double v = all * s * (1 - s);
        double gap = errors[i] - all * s;
        above += gap * gap - finite * v;
        scale += all * (all - 1) * s * s * (1 - 2 * s + squares);
        square += 2 * v * v + v;
      }
      return this;
    }

    /**
     * The estimate over all persons added.
     *
     * @return none when nobody has errors in two periods
     */
    public Overdispersion build() {
      return scale < 1e-12 // rounding alone
          ? new Overdispersion(0, 0)
          : new Overdispersion(above / scale, Math.sqrt(square) / scale);
    }
  }

  /**
   * A builder.
   *
   * @return without persons
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The excess by moments, without caution.
   *
   * @return at least 0
   */
  public double estimate() {
    return Math.max(0, estimate);
  }

  /**
   * The excess that is allowed for.
   *
   * @return at least 0
   */
  public double excess() {
    return excess;
  }

  /**
   * Whether there are periods to compare.
   *
   * @return false where nobody has errors in two periods
   */
  public boolean isEstimated() {
    return standardError > 0;
  }

  /**
   * Whether the estimate is above 0 by more than chance explains in 19 of 20 cases.
   *
   * @return false where no period can be compared with another
   */
  public boolean isSeen() {
    return estimate > Normal.upper(.05) * standardError;
  }

  /**
   * By what factor the variance of a person's errors is larger than with independent checks.
   *
   * @param expected errors expected, by period
   * @return at least 1
   */
  public double factor(double[] expected) {
    double sum = 0;
    double squares = 0;
    for (double e : expected) {
      sum += e;
      squares += e * e;
    }
    return sum <= 0 ? 1 : 1 + excess * squares / sum;
  }

  /**
   * An upper tail of an exact law of counts, made as heavy as errors that cluster make it.
   *
   * <p>The tail becomes a normal deviate z, from which the exact law's skewness is taken out by the
   * first Cornish-Fisher term, the standard deviation is multiplied by the root of the factor, and
   * the skewness of a negative binomial law of that variance put in. A factor of 1 changes nothing;
   * no tail becomes smaller.
   *
   * @param tail probability, in [0, 1]
   * @param expected mean of the counts, above 0
   * @param factor of their variance, at least 1
   * @return the heavier tail
   */
  public static double tail(double tail, double expected, double factor) {
    if (factor <= 1 || tail >= 0.5) {
      return tail;
    }
    double z = Normal.upper(Math.max(tail, Double.MIN_NORMAL));
    double root = Math.sqrt(Math.max(expected, 0.1));
    double y = (z + (z * z - 1) / (6 * root)) / Math.sqrt(factor);
    double g = (2 * factor - 1) / (root * Math.sqrt(factor)) / 6;
    double inside = 1 + 4 * g * (g + y);
    double heavier = inside <= 0 ? 0 : (Math.sqrt(inside) - 1) / (2 * g);
    return new Normal(0, 1).tails(Math.min(z, Math.max(0, heavier))).upper();
  }

  /**
   * The exact tail that becomes a given one, the inverse of {@link #tail}.
   *
   * @param heavier the tail to be had, in [0, 1]
   * @param expected mean of the counts, above 0
   * @param factor of their variance, at least 1
   * @return at most the heavier one
   */
  public static double exactTail(double heavier, double expected, double factor) {
    if (factor <= 1 || heavier >= 0.5) {
      return heavier;
    }
    double z = Normal.upper(Math.max(heavier, Double.MIN_NORMAL));
    double root = Math.sqrt(Math.max(expected, 0.1));
    double g = (2 * factor - 1) / (root * Math.sqrt(factor)) / 6;
    double y = (z + (z * z - 1) * g) * Math.sqrt(factor);
    double h = 1 / (6 * root);
    double exact = (Math.sqrt(Math.max(0, 1 + 4 * h * (h + y))) - 1) / (2 * h);
    return new Normal(0, 1).tails(Math.max(z, exact)).upper();
  }
}
