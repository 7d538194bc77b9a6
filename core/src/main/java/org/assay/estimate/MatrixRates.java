package org.assay.estimate;

import java.util.Objects;
import org.assay.result.Outcome;

/**
 * What a confusion matrix comes down to.
 *
 * @param error share of gradings that differ from the reference
 * @param overGrading share of gradings whose grade stands before the reference grade in the scheme,
 *     whose first grade is the highest; undefined NOT_APPLICABLE where grades have no order
 * @param underGrading share of gradings whose grade stands after the reference grade; the same
 * @param severity mean severity of a grading relative to the worst mix-up of the scheme, in [0, 1]
 * @param kappa Cohen's, unweighted, at most 1; undefined NO_VARIATION where one grade is all there
 *     is
 * @param kappaError standard error of kappa, linearised; undefined where kappa is or cannot be said
 */
public record MatrixRates(
    MatrixShare error,
    MatrixShare overGrading,
    MatrixShare underGrading,
    MatrixShare severity,
    Outcome kappa,
    Outcome kappaError) {
  public MatrixRates {
    Objects.requireNonNull(error, "error");
    Objects.requireNonNull(overGrading, "overGrading");
    Objects.requireNonNull(underGrading, "underGrading");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(kappa, "kappa");
    Objects.requireNonNull(kappaError, "kappaError");
  }
}
