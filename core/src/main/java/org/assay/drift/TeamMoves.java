package org.assay.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assay.drift.TeamMove.MoveKind;

/** Looks for what moved for everybody. */
final class TeamMoves {
  private static final double CONFIDENCE = 0.90;
  private static final double MOVING_RANGE = 1.128; // mean range of two normal deviates

  private static final int DRAWS = 4999; // one p-value of several must be small to count

  private final DriftFit fit;
  private final DriftOptions options;
  private final double level;

  TeamMoves(DriftFit fit, DriftOptions options, double level) {
    this.fit = fit;
    this.options = options;
    this.level = level;
  }

  /** Moves within strata, of all errors and of each kind; else one of the mix of strata. */
  List<TeamMove> find() {
    DriftChecks checks = fit.checks();
    if (checks.periods() < options.baselinePeriods() + 2) {
      return List.of();
    }
    double own = level / (fit.measures().length + 1);
    List<TeamMove> moves = new ArrayList<>();
    for (DriftFit.Measure m : fit.measures()) {
      find(MoveKind.GUIDELINE, m, own, this::within).ifPresent(moves::add);
    }
    if (moves.isEmpty()) {
      find(MoveKind.CASE_MIX, fit.measures()[0], own, this::crude).ifPresent(moves::add);
    }
    return moves;
  }

  private Optional<TeamMove> find(
      MoveKind kind, DriftFit.Measure m, double own, Function<TeamErrors, PeriodSeries> series) {
    return test(series.apply(m.team), m.code, own)
        .filter(t -> test(series.apply(withoutTheMost(m, t)), m.code, own).isPresent())
        .map(t -> move(kind, m.code, t));
  }

  /** A series that changed. */
  private record Tested(PeriodSeries series, boolean more, double pValue) {}

  private Optional<Tested> test(PeriodSeries series, int cell, double own) {
    if (series.expected(0, series.size()) <= 0 || series.found(0, series.size()) == 0) {
      return Optional.empty();
    }
    double up = point(series, true).pValue(DRAWS, seed(cell));
    double down = point(series, false).pValue(DRAWS, seed(cell));
    double p = Math.min(1, 2 * Math.min(up, down));
    return p <= own ? Optional.of(new Tested(series, up <= down, p)) : Optional.empty();
  }

  private ChangePoint point(PeriodSeries series, boolean more) {
    return new ChangePoint(series, options.baselinePeriods(), more);
  }

  private long seed(int cell) {
    return options.seed() + 7919L * (cell + 2);
  }

  private TeamMove move(MoveKind kind, int cell, Tested tested) {
    var point = point(tested.series(), tested.more());
    int since = point.likeliest();
    return new TeamMove(
        kind,
        cell,
        tested.more(),
        since,
        point.periods(seed(cell)),
        tested.pValue(),
        ShareRatio.of(tested.series(), since, tested.series().size(), CONFIDENCE));
  }

  // What one assessor alone brought about has not moved for everybody.
  private TeamErrors withoutTheMost(DriftFit.Measure m, Tested tested) {
    int since = point(tested.series(), tested.more()).likeliest();
    int most = -1;
    double excess = 0;
    for (int a = 0; a < fit.checks().assessors(); a++) {
      PeriodSeries own = PeriodSeries.of(fit, m, a);
      double here =
          own.found(since, own.size())
              - tested.series().ratio(0, since) * own.expected(since, own.size());
      if (tested.more() ? here > excess : here < excess) {
        excess = here;
        most = a;
      }
    }
    return TeamErrors.without(
        most, m.rows, fit.checks().strata() * fit.checks().periods(), m.peers);
  }

  // Errors beside the usual rate of each stratum.
  private PeriodSeries within(TeamErrors team) {
    return series(team, true);
  }

  // Errors beside one rate for all strata: moves with the mix of them as well.
  private PeriodSeries crude(TeamErrors team) {
    return series(team, false);
  }

  private PeriodSeries series(TeamErrors team, boolean byStratum) {
    int periods = fit.checks().periods();
    int places = periods * fit.checks().strata();
    double usual = rate(team, 0, places);
    double[] errors = new double[periods];
    double[] expected = new double[periods];
    double rate = usual;
    for (int place = 0; place < places; place++) {
      if (byStratum && place % periods == 0) {
        rate = rate(team, place, place + periods);
      }
      errors[place % periods] += team.errors(place);
      expected[place % periods] += rate * team.checks(place);
    }
    return swaying(Arrays.stream(errors).mapToLong(Math::round).toArray(), expected);
  }

  private static double rate(TeamErrors team, int from, int to) {
    double errors = 0;
    double checks = 0;
    for (int place = from; place < to; place++) {
      errors += team.errors(place);
      checks += team.checks(place);
    }
    return checks > 0 ? errors / checks : 0;
  }

  // Whole weeks sway together: their variance is read from neighbours, which a step hardly moves.
  private static PeriodSeries swaying(long[] errors, double[] expected) {
    double range = 0;
    double mean = 0;
    int pairs = 0;
    double before = Double.NaN;
    for (int t = 0; t < errors.length; t++) {
      if (expected[t] > 0) {
        double z = (errors[t] - expected[t]) / Math.sqrt(expected[t]);
        if (!Double.isNaN(before)) {
          range += Math.abs(z - before);
          pairs++;
        }
        before = z;
        mean += expected[t];
      }
    }
    if (pairs == 0) {
      return new PeriodSeries(errors, expected, 0);
    }
    double sigma = range / pairs / MOVING_RANGE;
    double excess = Math.max(0, sigma * sigma - 1) / (mean / (pairs + 1));
    return new PeriodSeries(errors, expected, excess);
  }
}
