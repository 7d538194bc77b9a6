package org.assay.io.report;

import java.util.function.IntUnaryOperator;
import org.assay.estimate.SamplingFrame;
import org.assay.estimate.SamplingFrame.ScopeFrame;

/** Gradings by period and one of their codes: all, and those no check could speak of. */
final class GradingCounts {
  private final long[][] all; // [period][code]
  private final long[][] outside;
  private final long[][] notSampled;

  private GradingCounts(long[][] all, long[][] outside, long[][] notSampled) {
    this.all = all;
    this.outside = outside;
    this.notSampled = notSampled;
  }

  /** Counts rows; the periods and codes are those of the rows. */
  static GradingCounts of(
      int rows, int[] period, int periods, IntUnaryOperator code, int codes, SamplingFrame frame) {
    var counts =
        new GradingCounts(
            new long[periods][codes], new long[periods][codes], new long[periods][codes]);
    for (int row = 0; row < rows; row++) {
      int p = period == null ? 0 : period[row];
      int c = code.applyAsInt(row);
      counts.all[p][c]++;
      if (frame.isOutside(row)) {
        counts.outside[p][c]++;
      } else if (frame.isNotSampled(row)) {
        counts.notSampled[p][c]++;
      }
    }
    return counts;
  }

  /** Adds up periods. */
  GradingCounts coarser(int[] within, int periods) {
    return new GradingCounts(
        coarser(all, within, periods),
        coarser(outside, within, periods),
        coarser(notSampled, within, periods));
  }

  private static long[][] coarser(long[][] counts, int[] within, int periods) {
    long[][] sums = new long[periods][counts[0].length];
    for (int period = 0; period < counts.length; period++) {
      for (int code = 0; code < counts[period].length; code++) {
        sums[within[period]][code] += counts[period][code];
      }
    }
    return sums;
  }

  /** Number of codes. */
  int codes() {
    return all[0].length;
  }

  long gradings(int period, int code) {
    return all[period][code];
  }

  long gradings(int period) {
    return sum(all[period]);
  }

  long notSampled(int period, int code) {
    return notSampled[period][code];
  }

  ScopeFrame frame(int period, int code) {
    return frame(all[period][code], outside[period][code], notSampled[period][code]);
  }

  ScopeFrame frame(int period) {
    return frame(sum(all[period]), sum(outside[period]), sum(notSampled[period]));
  }

  private static ScopeFrame frame(long gradings, long outside, long notSampled) {
    return new ScopeFrame(gradings - outside - notSampled, outside);
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long n : counts) {
      sum += n;
    }
    return sum;
  }
}
