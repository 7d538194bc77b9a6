package org.assay.agreement;

import org.assay.internal.Check;
import org.assay.internal.StudentT;
import org.assay.result.Outcome;
import org.assay.result.TestResult;
import org.assay.result.Undefined;

/**
 * Test of one coefficient against any value, not only 0: is agreement at the level that was asked
 * for?
 *
 * <pre>{@code
 * t = (x - x0) / s on items - 1 degrees of freedom
 * }</pre>
 *
 * <p>Near 1 the interval of {@link Inference.IntervalKind#LOGIT} answers better than this test,
 * whose standard error is that at the estimate.
 */
public final class CoefficientHypothesis {
  /** Which coefficients speak against the hypothesis. */
  public enum Alternative {
    /** Those above or below it. */
    TWO_SIDED,
    /** Those above it. */
    GREATER,
    /** Those below it. */
    LESS
  }

  private CoefficientHypothesis() {}

  /**
   * Tests an estimate.
   *
   * @param estimate with its standard error
   * @param hypothesised x0, finite, for example 0.8
   * @param alternative which coefficients speak against it
   * @return undefined when the coefficient or its standard error is, or the latter is 0
   *     (ZERO_VARIANCE)
   */
  public static TestResult of(
      AgreementEstimate estimate, double hypothesised, Alternative alternative) {
    Check.finite("hypothesised", hypothesised);
    double degrees = Math.max(1, estimate.diagnostics().items() - 1.0);
    String method = estimate.coefficient() + " = " + hypothesised + ", t";
    Outcome error = estimate.standardError();
    if (!error.defined() || error.value() == 0) {
      Outcome none = Outcome.undefined(error.reason().orElse(Undefined.ZERO_VARIANCE));
      return new TestResult(none, degrees, none, method);
    }
    double t = (estimate.value().value() - hypothesised) / error.value();
    var reference = new StudentT(degrees);
    double p =
        switch (alternative) {
          case TWO_SIDED -> Math.min(1, 2 * reference.tails(Math.abs(t)).upper());
          case GREATER -> reference.tails(t).upper();
          case LESS -> reference.tails(t).lower();
        };
    return new TestResult(Outcome.of(t), degrees, Outcome.of(p), method);
  }
}
