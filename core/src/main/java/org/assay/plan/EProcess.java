package org.assay.plan;

import org.assay.internal.Beta;
import org.assay.internal.Check;
import org.assay.internal.LogGamma;
import org.assay.internal.Risk;
import org.assay.internal.Tails;

/**
 * Evidence that may be looked at after every check: under the null its expected value is at most 1
 * at any stopping time, so it ever reaches 1 / risk with probability at most the risk (Ville).
 *
 * <pre>{@code
 * likelihood ratio:  against "at least D'":  L(D0) / L(D')     "at most D'":  L(D1) / L(D')
 * beta mixture:      sum over D < D' (or D > D') of pi(D) L(D) / (pi(D < D') L(D'))
 * }</pre>
 *
 * where L(D) is the likelihood, without replacement in a lot, and pi the beta-binomial (in a stream
 * the beta) distribution. Both are bets on each next check against the odds under the null.
 *
 * <p><b>Cost.</b> Likelihood ratio O(1) after O(n) once; mixture in a lot O(D'). <br>
 * <b>Source.</b> Ville (1939); Waudby-Smith and Ramdas (2020), Confidence sequences for sampling
 * without replacement. <br>
 * Not thread-safe.
 */
public final class EProcess {
  private final Promise promise;
  private final double errorShape; // 0: likelihood ratio
  private final double rightShape;
  private final LogRatio ratio;

  private EProcess(Promise promise, double errorShape, double rightShape) {
    this.promise = promise;
    this.errorShape = errorShape;
    this.rightShape = rightShape;
    this.ratio = new LogRatio(promise.lot(), promise.unacceptable(), promise.acceptable());
  }

  /**
   * Bets on the acceptable quality to certify, on the unacceptable one to fail.
   *
   * @param promise the two qualities
   * @return the fewest checks when the truth is near one of the two
   */
  public static EProcess likelihoodRatio(Promise promise) {
    return new EProcess(promise, 0, 0);
  }

  /**
   * Spreads the bets over all qualities by a beta distribution of the rate.
   *
   * @param promise the two qualities
   * @param errorShape first shape, above 0, for example 0.5
   * @param rightShape second shape, above 0, for example 50
   * @return adapts to the truth; a few checks more near the promised qualities
   */
  public static EProcess betaMixture(Promise promise, double errorShape, double rightShape) {
    return new EProcess(
        promise,
        Check.positive("errorShape", errorShape),
        Check.positive("rightShape", rightShape));
  }

  /**
   * Evidence that the quality is better than the unacceptable one.
   *
   * @param checked checks made
   * @param errors errors among them
   * @return natural logarithm of the e-value; infinite when the verdicts settle it
   */
  public double logCertify(int checked, int errors) {
    return errorShape == 0
        ? -ratio.at(checked, errors)
        : logAgainstAtLeast(promise.unacceptable(), checked, errors);
  }

  /**
   * Evidence that the quality is worse than the acceptable one.
   *
   * @param checked checks made
   * @param errors errors among them
   * @return natural logarithm of the e-value; infinite when the verdicts settle it
   */
  public double logFail(int checked, int errors) {
    return errorShape == 0
        ? ratio.at(checked, errors)
        : logAgainstAtMost(promise.acceptable(), checked, errors);
  }

  /** Against the null that the quality is so bad or worse. */
  double logAgainstAtLeast(double quality, int checked, int errors) {
    if (quality <= 0 || quality > promise.lot().worst()) {
      return quality <= 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return errorShape == 0
        ? -new LogRatio(promise.lot(), quality, promise.acceptable()).at(checked, errors)
        : mixture(true, quality, checked, errors);
  }

  /** Against the null that the quality is so good or better. */
  double logAgainstAtMost(double quality, int checked, int errors) {
    if (quality < 0 || quality >= promise.lot().worst()) {
      return quality < 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    return errorShape == 0
        ? new LogRatio(promise.lot(), promise.unacceptable(), quality).at(checked, errors)
        : mixture(false, quality, checked, errors);
  }

  private double mixture(boolean below, double quality, int checked, int errors) {
    Lot lot = promise.lot();
    int right = checked - errors;
    if (lot.finite() && (right > lot.size() - quality || errors > quality)) {
      boolean settled = below ? right > lot.size() - quality : errors > quality;
      return settled ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    double a = errorShape + errors;
    double b = rightShape + right;
    double predicted = LogGamma.ofBeta(a, b) - LogGamma.ofBeta(errorShape, rightShape);
    if (!lot.finite()) {
      double wrong = errors == 0 ? 0 : errors * Math.log(quality);
      double likelihood = wrong + right * Math.log1p(-quality);
      return predicted
          + logBetaPart(below, quality, a, b)
          - logBetaPart(below, quality, errorShape, rightShape)
          - likelihood;
    }
    double size = (double) lot.size();
    double limit = below ? quality - 1 : quality;
    return predicted
        + logPart(below, size - checked, limit - errors, a, b)
        - logPart(below, size, limit, errorShape, rightShape)
        - logLikelihood(size, quality, checked, errors);
  }

  private static double logBetaPart(boolean below, double x, double a, double b) {
    Tails tails = new Beta(a, b).tails(x);
    return below ? tails.logLower() : tails.logUpper();
  }

  // ln P(X <= limit) or ln P(X > limit) of a beta-binomial, by its term ratios.
  private static double logPart(boolean below, double trials, double limit, double a, double b) {
    if (limit < 0) {
      return below ? Double.NEGATIVE_INFINITY : 0;
    }
    double log = LogGamma.ofBeta(a, b + trials) - LogGamma.ofBeta(a, b); // of the first term
    double term = 1;
    double sum = 1;
    for (double k = 0; k < limit && k < trials; k++) {
      term *= (trials - k) * (a + k) / ((k + 1) * (b + trials - k - 1));
      sum += term;
      if (sum > 1e250) {
        sum *= 1e-250;
        term *= 1e-250;
        log += 250 * Math.log(10);
      }
    }
    double part = log + Math.log(sum);
    return below ? Math.min(0, part) : Math.log(Math.max(0, -Math.expm1(part)));
  }

  // ln of [D]_d [N - D]_m / [N]_n
  private static double logLikelihood(double size, double defective, int checked, int errors) {
    return logFalling(defective, errors)
        + logFalling(size - defective, checked - errors)
        - logFalling(size, checked);
  }

  private static double logFalling(double x, int k) {
    return LogGamma.of(x + 1) - LogGamma.of(x - k + 1);
  }

  /**
   * The worst quality that the verdicts so far leave open; holds at every look at once.
   *
   * @param checked checks made
   * @param errors errors among them
   * @param risk 1 - confidence, in (0, 1)
   * @return defective items of a lot, rate of a stream
   */
  public double upperBound(int checked, int errors, double risk) {
    boolean whole = promise.lot().finite();
    double certain = whole ? (double) (promise.lot().size() - (checked - errors)) : 1;
    double low = likeliest(checked, errors, 0);
    low = errorShape == 0 ? Math.max(promise.acceptable(), low) : low;
    double last =
        BoundSearch.last(
            low,
            certain + 1,
            whole,
            q -> !Risk.isReached(logAgainstAtLeast(q, checked, errors), risk));
    return Math.min(last, certain);
  }

  /**
   * The best quality that the verdicts so far leave open; holds at every look at once.
   *
   * @param checked checks made
   * @param errors errors among them
   * @param risk 1 - confidence, in (0, 1)
   * @return defective items of a lot, rate of a stream
   */
  public double lowerBound(int checked, int errors, double risk) {
    boolean whole = promise.lot().finite();
    double certain = whole ? errors : 0;
    double high = likeliest(checked, errors, 1);
    high = errorShape == 0 ? Math.min(promise.unacceptable(), high) : high;
    double last =
        BoundSearch.last(
            -high,
            1 - certain,
            whole,
            q -> !Risk.isReached(logAgainstAtMost(-q, checked, errors), risk));
    return Math.max(-last, certain);
  }

  // At the likeliest quality no evidence against it exceeds 1; searches start there.
  private double likeliest(int checked, int errors, double ifUnseen) {
    Lot lot = promise.lot();
    double rate = checked == 0 ? ifUnseen : (double) errors / checked;
    return lot.finite()
        ? Math.min(Math.max(errors, lot.quality(rate)), (double) (lot.size() - (checked - errors)))
        : rate;
  }
}
