package org.assay.drift;

import java.util.Arrays;

/**
 * Errors found and errors expected, by period: what is left of the checks of an assessor, or of a
 * team, once strata and peers have been allowed for.
 */
final class PeriodSeries {
  private final long[] errors;
  private final double[] expected;
  private final double sway;

  /**
   * A series; the arrays are kept.
   *
   * @param errors by period
   * @param expected by period, at an unchanged level
   * @param sway variance of the odds of a period over their square, see {@link PeriodSway}
   */
  PeriodSeries(long[] errors, double[] expected, double sway) {
    this.errors = errors;
    this.expected = expected;
    this.sway = sway;
  }

  /** Errors found, by period; not to be changed. */
  long[] errors() {
    return errors;
  }

  double expected(int period) {
    return expected[period];
  }

  double sway() {
    return sway;
  }

  /** An assessor's errors of one kind beside the team's rates. */
  static PeriodSeries of(DriftFit fit, DriftFit.Measure measure, int assessor) {
    DriftChecks checks = fit.checks();
    double[] rates = measure.steadyRates(checks);
    long[] errors = new long[checks.periods()];
    double[] expected = new double[checks.periods()];
    MeasuredRows rows = measure.rows;
    for (int row = rows.start(assessor); row < rows.end(assessor); row++) {
      errors[rows.period(row)] += rows.errors(row);
      expected[rows.period(row)] += rates[rows.place(row)] * rows.checked(row);
    }
    double deviation = measure.sway.deviation();
    return new PeriodSeries(errors, expected, Math.expm1(deviation * deviation));
  }

  int size() {
    return errors.length;
  }

  /** The periods before one. */
  PeriodSeries until(int end) {
    return new PeriodSeries(Arrays.copyOf(errors, end), Arrays.copyOf(expected, end), sway);
  }

  /** The periods from one on. */
  PeriodSeries from(int start) {
    return new PeriodSeries(
        Arrays.copyOfRange(errors, start, size()),
        Arrays.copyOfRange(expected, start, size()),
        sway);
  }

  /** Errors found over errors expected. */
  double ratio(int from, int to) {
    double e = expected(from, to);
    return e > 0 ? found(from, to) / e : 1;
  }

  long found(int from, int to) {
    return Arrays.stream(errors, from, to).sum();
  }

  double expected(int from, int to) {
    return Arrays.stream(expected, from, to).sum();
  }
}
