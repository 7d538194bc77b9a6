package org.assay.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.drift.AssessorDrift.CellChange;
import org.assay.drift.AssessorDrift.Change;
import org.assay.drift.AssessorDrift.Conclusion;
import org.assay.drift.AssessorDrift.Size;

/** Says of each assessor what a fit and a calibrated rule allow to say. */
final class DriftJudge {
  /** Periods that count as recent: a quarter of a year of weeks. */
  static final int RECENT = 13;

  private static final double CONFIDENCE = 0.90;
  private static final double SURE = 0.8; // of the kind of errors that a change is in
  private static final double NORMAL_90 = 1.6448536269514722;
  private static final int DRAWS = 999;
  private static final double BACK = 0.01; // level of the test for a change back

  private final DriftFit fit;
  private final DriftOptions options;
  private final double sizeConfidence;

  /**
   * A judge.
   *
   * @param fit of the team
   * @param options how
   * @param flagged number of assessors flagged: the limits of their changes are wider by the share
   *     of the team that was picked out (Benjamini and Yekutieli 2005)
   */
  DriftJudge(DriftFit fit, DriftOptions options, int flagged) {
    this.fit = fit;
    this.options = options;
    this.sizeConfidence =
        1 - (1 - CONFIDENCE) * Math.max(1, flagged) / Math.max(1, fit.checks().assessors());
  }

  AssessorDrift drifting(int assessor) {
    DriftFit.Measure[] measures = fit.measures();
    double[][] factors = new double[measures.length][];
    for (int m = 0; m < factors.length; m++) {
      factors[m] = fit.factors(assessor, measures[m]);
    }
    double[] shares = shares(factors);
    int best = 0;
    List<CellChange> cells = new ArrayList<>();
    for (int m = 1; m < factors.length; m++) {
      if (shares[m] >= SURE) {
        cells.add(new CellChange(measures[m].code, isMore(factors[m]), shares[m]));
        best = m;
      }
    }
    return new AssessorDrift(
        assessor,
        Conclusion.DRIFTING,
        1 - fit.unchanged(assessor),
        recent(assessor),
        changes(assessor, measures[best], isMore(factors[best])),
        cells,
        0);
  }

  /**
   * What a change is in, given that there is one: in all kinds of errors alike, or in one. In all
   * it shows in each of them: the factors of the kinds are multiplied.
   */
  private double[] shares(double[][] factors) {
    double[] shares = new double[factors.length];
    double[] inAll = new double[factors[0].length];
    Arrays.fill(inAll, 1);
    for (int m = 1; m < factors.length; m++) {
      for (int i = 0; i < inAll.length; i++) {
        inAll[i] *= factors[m][i];
      }
    }
    double sum = 0;
    for (int m = 0; m < shares.length; m++) {
      shares[m] = fit.measures()[m].weight * weighted(m == 0 ? inAll : factors[m], true, true);
      sum += shares[m];
    }
    for (int m = 0; m < shares.length; m++) {
      shares[m] /= sum;
    }
    return shares;
  }

  private boolean isMore(double[] factors) {
    return weighted(factors, true, false) >= weighted(factors, false, true);
  }

  private double weighted(double[] factors, boolean more, boolean fewer) {
    double sum = 0;
    int periods = fit.checks().periods();
    for (int r = 0; r < fit.grid().ratios(); r++) {
      if (fit.grid().shift(r) > 0 ? more : fewer) {
        for (int t = 0; t < periods; t++) {
          sum += fit.mixture().weight(r, t) * factors[r * periods + t];
        }
      }
    }
    return sum;
  }

  // A change back is looked for first: it would blur when the change began.
  private List<Change> changes(int assessor, DriftFit.Measure measure, boolean more) {
    PeriodSeries series = PeriodSeries.of(fit, measure, assessor);
    int watched = fit.watchedFrom(assessor);
    long seed = options.seed() + 31L * assessor;
    int begin = new ChangePoint(series, watched, more).likeliest();
    PeriodSeries after = series.from(begin);
    List<Change> changes = new ArrayList<>();
    int end = series.size();
    if (after.size() >= 4 && after.found(0, after.size()) > 0) {
      var back = new ChangePoint(after, 1, !more);
      if (back.pValue(DRAWS, seed) <= BACK) {
        end = begin + back.likeliest();
      }
    }
    PeriodSeries until = series.until(end);
    changes.add(change(until, watched, more, until.size(), seed));
    if (end < series.size()) {
      int since = changes.get(0).since();
      Change back = change(series.from(since), 1, !more, series.size() - since, seed);
      changes.add(
          new Change(
              back.more(),
              back.since() + since,
              back.periods().stream().map(t -> t + since).toList(),
              back.confidence(),
              back.size()));
    }
    return changes;
  }

  private Change change(PeriodSeries series, int first, boolean more, int end, long seed) {
    var point = new ChangePoint(series, first, more);
    int since = point.likeliest();
    return new Change(
        more,
        since,
        point.periods(seed),
        1 - ChangePoint.DOUBT,
        ShareRatio.of(series, since, end, sizeConfidence));
  }

  AssessorDrift other(int assessor) {
    Size recent = recent(assessor);
    if (fit.isWatched(assessor)
        && recent.lower() >= 1 / options.margin()
        && recent.upper() <= options.margin()) {
      return of(assessor, Conclusion.STABLE, recent, 0);
    }
    return of(assessor, Conclusion.NOT_ENOUGH_CHECKS, recent, furtherChecks(assessor));
  }

  private AssessorDrift of(int assessor, Conclusion conclusion, Size recent, long furtherChecks) {
    return new AssessorDrift(
        assessor,
        conclusion,
        1 - fit.unchanged(assessor),
        recent,
        List.of(),
        List.of(),
        furtherChecks);
  }

  private Size recent(int assessor) {
    PeriodSeries series = PeriodSeries.of(fit, fit.measures()[0], assessor);
    return ShareRatio.of(series, recentFrom(), series.size(), CONFIDENCE);
  }

  private int recentFrom() {
    return Math.max(1, fit.checks().periods() - RECENT);
  }

  /**
   * Checks until a level that stays the same is shown to be within the margin: the log of the ratio
   * has variance 1 / errors before + 1 / errors after.
   */
  private long furtherChecks(int assessor) {
    DriftChecks checks = fit.checks();
    double errors = 0;
    double checked = 0;
    for (int row = checks.start(assessor); row < checks.end(assessor); row++) {
      errors += checks.errors(row, DriftChecks.ALL);
      checked += checks.checked(row);
    }
    PeriodSeries series = PeriodSeries.of(fit, fit.measures()[0], assessor);
    double before = series.found(0, recentFrom());
    double variance = Math.pow(Math.log(options.margin()) / NORMAL_90, 2);
    double needed;
    if (1 / before < variance) { // with the recent ones
      needed = 1 / (variance - 1 / before) - (errors - before);
    } else if (1 / errors < variance) { // all there are become the ones before
      needed = 1 / (variance - 1 / errors);
    } else { // half before, half after
      needed = 4 / variance - errors;
    }
    double rate = (errors + 0.5) / (checked + 1);
    return Math.max(1, (long) Math.ceil(Math.max(1, needed) / rate));
  }
}
