package org.assay.internal;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * Logarithms of the gamma and beta functions, by commons-math3, whose asymptotic corrections (NSWC
 * library, Didonato and Morris 1992) keep the digits of a beta function of large arguments, which
 * the difference of three log-gammas would lose.
 */
public final class LogGamma {
  private LogGamma() {}

  /**
   * log Gamma(x).
   *
   * @param x above 0
   * @return relative error about 1e-15, absolute next to its zeros at 1 and 2
   */
  public static double of(double x) {
    return Gamma.logGamma(x);
  }

  /**
   * log B(a, b) = log Gamma(a) + log Gamma(b) - log Gamma(a + b).
   *
   * @param a above 0
   * @param b above 0
   * @return relative error about 1e-14
   */
  public static double ofBeta(double a, double b) {
    return Beta.logBeta(a, b);
  }
}
