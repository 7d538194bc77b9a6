package org.assay.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Log-gamma and log-beta against 70-digit arithmetic, at ordinary and extreme arguments. */
class LogGammaTest {
  private static final double RELATIVE = 4e-15;

  /** Next to the zeros of log-gamma at 1 and 2 its argument has only so many digits. */
  private static final double ABSOLUTE = 1e-16;

  @ParameterizedTest(name = "{0}({1}, {2})")
  @CsvFileSource(resources = "/mpmath/gamma.csv", useHeadersInDisplayName = true)
  void reference(String function, double a, Double b, double expected) {
    double value = function.equals("gamma") ? LogGamma.of(a) : LogGamma.ofBeta(a, b);
    assertEquals(expected, value, RELATIVE * Math.abs(expected) + ABSOLUTE);
  }
}
