package org.assay.size;

import java.util.function.LongPredicate;
import org.assay.agreement.AgreementEstimate;
import org.assay.internal.Check;
import org.assay.internal.IntegerSearch;
import org.assay.internal.Normal;
import org.assay.internal.Risk;
import org.assay.internal.StudentT;
import org.assay.plan.SampleSize;

/**
 * How many items an agreement coefficient needs, from the variance a pilot saw.
 *
 * <p>The standard error of any coefficient is that of a mean of influences, one per item, so that
 * it falls as 1 / sqrt(n) when items, grades and raters stay of the same kind:
 *
 * <pre>{@code
 * V = items SE^2                                                         of the pilot
 * half-width:  smallest n with t(n-1; 1 - alpha/2) sqrt(V / n) <= h
 * test:        smallest n with Phi(|x1 - x0| sqrt(n / V) - t(n-1; 1 - alpha/sided)) >= power
 * }</pre>
 *
 * <p>Works for any weights, number of grades and raters, and missing ratings, where {@link
 * KappaSize} needs a model of them; but V is itself an estimate, and a pilot of 30 items may be
 * wrong about n by a factor of two. V is taken to be the same at the tested value; {@link
 * KappaSize#delta} has one for each. <b>Cost.</b> Some twenty quantiles.
 *
 * @param value the pilot's coefficient
 * @param itemVariance V, above 0
 */
public record PilotSize(double value, double itemVariance) {
  private static final long MOST = 1_000_000_000;

  public PilotSize {
    Check.finite("value", value);
    Check.positive("itemVariance", itemVariance);
  }

  /**
   * What a pilot saw.
   *
   * @param pilot an estimate with a standard error above 0, computed without a population size
   * @return the question's ground
   * @throws IllegalArgumentException if the pilot has no standard error, or one of 0
   */
  public static PilotSize of(AgreementEstimate pilot) {
    if (!pilot.standardError().defined() || pilot.standardError().value() == 0) {
      throw new IllegalArgumentException(
          "pilot must have a standard error above 0, got " + pilot.standardError());
    }
    double error = pilot.standardError().value();
    return new PilotSize(pilot.value().value(), pilot.diagnostics().items() * error * error);
  }

  /**
   * Items whose t interval has the half-width.
   *
   * @param halfWidth above 0, in units of the coefficient
   * @param confidenceLevel in (0, 1)
   * @return the size and its half-width
   * @throws IllegalArgumentException if more than 10^9 items are needed
   */
  public SampleSize forHalfWidth(double halfWidth, double confidenceLevel) {
    Check.positive("halfWidth", halfWidth);
    Check.openUnit("confidenceLevel", confidenceLevel);
    double tail = Risk.half(confidenceLevel);
    double z = Normal.upper(tail);
    long n =
        smallest(
            "halfWidth",
            halfWidth,
            itemVariance * (z / halfWidth) * (z / halfWidth),
            k -> halfWidth(k, tail) <= halfWidth);
    return new SampleSize(n, halfWidth(n, tail));
  }

  /**
   * Items for a test against a value that has the power when the pilot's value is the true one.
   *
   * @param tested x0, other than the pilot's value
   * @param power in (significance, 1)
   * @param significance in (0, 1)
   * @param sided 1 or 2
   * @return the size and its power
   * @throws IllegalArgumentException if more than 10^9 items are needed
   */
  public SampleSize forTest(double tested, double power, double significance, int sided) {
    Check.finite("tested", tested);
    if (tested == value) {
      throw new IllegalArgumentException(
          "tested must differ from the pilot's value, got " + tested);
    }
    Check.openUnit("significance", significance);
    Check.range("sided", 1, 2, sided);
    if (!(power > significance && power < 1)) {
      throw new IllegalArgumentException(
          "power must be in (" + significance + ", 1), got " + power);
    }
    double gap = Math.abs(value - tested);
    double tail = significance / sided;
    double root = (Normal.upper(tail) + Normal.upper(1 - power)) / gap;
    long n =
        smallest("tested", tested, itemVariance * root * root, k -> power(k, gap, tail) >= power);
    return new SampleSize(n, power(n, gap, tail));
  }

  private double halfWidth(long n, double tail) {
    return new StudentT(n - 1.0).upperQuantile(tail) * Math.sqrt(itemVariance / (double) n);
  }

  private double power(long n, double gap, double tail) {
    double critical = new StudentT(n - 1.0).upperQuantile(tail);
    return new Normal(0, 1).tails(gap * Math.sqrt((double) n / itemVariance) - critical).lower();
  }

  private static long smallest(String name, double asked, double about, LongPredicate enough) {
    long n = IntegerSearch.first(2, MOST, (long) Math.min(about, (double) MOST), enough);
    if (n > MOST) {
      throw new IllegalArgumentException(
          name + " must need at most " + MOST + " items, got " + asked);
    }
    return n;
  }
}
