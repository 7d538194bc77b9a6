package org.assay.drift;

import org.assay.drift.AssessorDrift.Size;
import org.assay.interval.EffectiveClopperPearson;

/**
 * How many times as frequent errors are in one part of a series as in another: given their number
 * in both, that of the second is binomial with share r e2 / (e1 + r e2), so that the limits of
 * Clopper and Pearson for the share are exact ones for r.
 */
final class ShareRatio {
  private ShareRatio() {}

  static Size of(PeriodSeries series, int from, int to, double confidence) {
    double before = series.expected(0, from) + series.expected(to, series.size());
    double after = series.expected(from, to);
    long errorsAfter = series.found(from, to);
    long errors = series.found(0, series.size());
    if (!(before > 0 && after > 0) || errors == 0) {
      return new Size(1, 0, Double.POSITIVE_INFINITY, confidence);
    }
    double oneSided = (1 + confidence) / 2;
    double odds = before / after;
    return new Size(
        odds * errorsAfter / (errors - errorsAfter),
        odds
            * oddsOf(
                EffectiveClopperPearson.lower((double) errorsAfter, (double) errors, oneSided)),
        odds
            * oddsOf(
                EffectiveClopperPearson.upper((double) errorsAfter, (double) errors, oneSided)),
        confidence);
  }

  private static double oddsOf(double share) {
    return share >= 1 ? Double.POSITIVE_INFINITY : share / (1 - share);
  }
}
