package org.assay.drift;

import java.util.Arrays;
import org.assay.drift.AssessorTrend.Baseline;

/** Errors and checks of each period that has some, in order. Immutable. */
final class PeriodCounts {
  private final int[] period;
  private final long[] errors;
  private final long[] checked;

  private PeriodCounts(int[] period, long[] errors, long[] checked) {
    this.period = period;
    this.errors = errors;
    this.checked = checked;
  }

  /** The counts of a sequence. */
  static PeriodCounts of(EventSequence events) {
    int periods = 0;
    for (int e = 0; e < events.size(); e++) {
      periods += e == 0 || events.period(e) > events.period(e - 1) ? 1 : 0;
    }
    var counts = new PeriodCounts(new int[periods], new long[periods], new long[periods]);
    int p = -1;
    for (int e = 0; e < events.size(); e++) {
      if (p < 0 || events.period(e) > counts.period[p]) {
        counts.period[++p] = events.period(e);
      }
      counts.errors[p] += events.isError(e) ? 1 : 0;
      counts.checked[p]++;
    }
    return counts;
  }

  /** The first of these periods, or all when there are fewer. */
  PeriodCounts first(int periods) {
    int size = Math.min(periods, size());
    return new PeriodCounts(
        Arrays.copyOf(period, size), Arrays.copyOf(errors, size), Arrays.copyOf(checked, size));
  }

  /** Number of periods with checks. */
  int size() {
    return period.length;
  }

  /** Code of the i-th of these periods. */
  int period(int i) {
    return period[i];
  }

  /** The last of these periods. */
  int last() {
    return period[period.length - 1];
  }

  long errors(int i) {
    return errors[i];
  }

  long checked(int i) {
    return checked[i];
  }

  /** Errors by period. */
  long[] errors() {
    return errors.clone();
  }

  /** Errors and checks of all these periods; there must be one at least. */
  Baseline total() {
    return new Baseline(Arrays.stream(errors).sum(), Arrays.stream(checked).sum());
  }

  /** Errors to be expected by period when each check is one with a probability. */
  double[] expected(double rate) {
    return Arrays.stream(checked).mapToDouble(n -> rate * n).toArray();
  }
}
