package org.assay.estimate;

import java.util.Objects;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * A share of somebody's confusion matrix, as it is and drawn towards the team's.
 *
 * @param value share as it is, in [0, 1]; undefined where the gradings cannot say
 * @param interval limits of the share as it is; null where they cannot be said
 * @param shrunken share drawn towards the team's, as far as people are alike there; undefined where
 *     the share is no cell of a matrix
 * @param effectiveChecks equal checks that would say as much, at least 0
 */
public record MatrixShare(
    Outcome value, Interval interval, Outcome shrunken, double effectiveChecks) {
  public MatrixShare {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(shrunken, "shrunken");
  }

  /**
   * A share that does not exist.
   *
   * @param reason why
   * @return without a number and without limits
   */
  public static MatrixShare undefined(Undefined reason) {
    Outcome none = Outcome.undefined(reason);
    return new MatrixShare(none, null, none, 0);
  }

  MatrixShare with(Outcome other) {
    return new MatrixShare(value, interval, other, effectiveChecks);
  }
}
