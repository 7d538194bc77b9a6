package org.assay.estimate;

import java.util.Locale;
import java.util.Objects;
import org.assay.result.Interval;
import org.assay.result.Outcome;

/**
 * A rate with what it stands on: the figures of a {@link DesignRate}.
 *
 * @param rate in [0, 1]; undefined TOO_FEW_ITEMS without a check
 * @param interval two-sided; [0, 1] without a check
 * @param standardError linearised, at least 0; undefined with fewer than two checks
 * @param checked checks the rate stands on
 * @param errors errors among them, not weighted
 * @param unresolved selections whose verdict is to come or could not be used
 * @param covered share of the gradings of the scope that some check stands for, in [0, 1]
 */
public record RateEstimate(
    Outcome rate,
    Interval interval,
    Outcome standardError,
    long checked,
    long errors,
    long unresolved,
    double covered) {

  public RateEstimate {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(standardError, "standardError");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s (%.4f to %.4f), %d errors in %d checks",
        rate.defined() ? String.format(Locale.ROOT, "%.4f", rate.value()) : rate,
        interval.lower(),
        interval.upper(),
        errors,
        checked);
  }
}
