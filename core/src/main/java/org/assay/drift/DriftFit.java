package org.assay.drift;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assay.estimate.Overdispersion;

/**
 * One run of the whole procedure over a team: levels and their spread, sway, peers, factors,
 * mixture. Everything that is estimated is estimated here, so that a simulated team can be put
 * through the same.
 *
 * <p>Two rounds, for a team that learns from itself four: in each but the first, whoever is thought
 * to have changed counts less among the peers of the others from then on.
 */
final class DriftFit {

  private final DriftChecks checks;
  private final LevelGrid grid;
  private final int baseline;
  private final Measure[] measures; // the first is all errors
  private final int[] watchedFrom; // the number of periods for somebody never watched
  private float[][] factors; // by assessor; size and period
  private ChangeMixture mixture;
  private double[] unchanged;

  /** What is known of one kind of errors, or of all. */
  static final class Measure {
    final int code;
    final MeasuredRows rows;
    final double weight; // of a change in it, before anything is seen
    Peers peers;
    TeamErrors team;
    private double[] steady; // by place
    LevelPrior prior;
    PeriodSway sway = PeriodSway.NONE;
    double[] found; // errors of each assessor while unchanged
    double[] expected; // at the team's level

    /** The team's rates once the fit has run, see {@link SteadyRates}. */
    synchronized double[] steadyRates(DriftChecks checks) {
      if (steady == null) {
        steady = SteadyRates.of(team, checks.strata(), checks.periods());
      }
      return steady;
    }

    Measure(DriftChecks checks, int code, double weight) {
      this.code = code;
      this.rows = new MeasuredRows(checks, code);
      this.weight = weight;
      this.peers = Peers.equal(checks.assessors());
    }
  }

  private DriftFit(DriftChecks checks, LevelGrid grid, int baseline, int[] cells) {
    this.checks = checks;
    this.grid = grid;
    this.baseline = baseline;
    this.measures = new Measure[cells.length + 1];
    measures[0] = new Measure(checks, DriftChecks.ALL, cells.length == 0 ? 1 : 0.5);
    for (int c = 0; c < cells.length; c++) {
      measures[c + 1] = new Measure(checks, cells[c], 0.5 / cells.length);
    }
    this.watchedFrom = watchedFrom();
    this.unchanged = new double[checks.assessors()];
    Arrays.fill(unchanged, 1);
  }

  /**
   * Runs the procedure.
   *
   * @param checks of the team
   * @param grid of levels and sizes
   * @param baseline periods with checks before an assessor is watched
   * @param cells kinds of errors looked at on their own
   */
  static DriftFit of(DriftChecks checks, LevelGrid grid, int baseline, int[] cells) {
    var fit = new DriftFit(checks, grid, baseline, cells);
    fit.run();
    return fit;
  }

  /** The same procedure over other checks. */
  DriftFit refit(DriftChecks other) {
    int[] cells = Arrays.stream(measures).skip(1).mapToInt(m -> m.code).toArray();
    return of(other, grid, baseline, cells);
  }

  // An assessor is watched from the period after a full baseline of their own.
  private int[] watchedFrom() {
    int[] from = new int[checks.assessors()];
    for (int a = 0; a < from.length; a++) {
      int had = 0;
      int last = -1;
      from[a] = checks.periods();
      for (int row = checks.start(a); row < checks.end(a); row++) { // by period
        int period = checks.period(row);
        if (checks.checked(row) > 0 && period != last) {
          last = period;
          if (++had > baseline) {
            from[a] = period;
            break;
          }
        }
      }
    }
    return from;
  }

  private void run() {
    for (Measure m : measures) {
      sum(m);
      learnSpread(m);
    }
    int rounds = checks.assessors() < ChangeMixture.LEARNT_FROM ? 2 : 4;
    for (int round = 0; round < rounds; round++) {
      Round found = scan();
      factors = found.factors;
      for (int m = 0; m < measures.length; m++) {
        measures[m].found = found.found[m];
        measures[m].expected = found.expected[m];
      }
      int first = Arrays.stream(watchedFrom).min().orElse(checks.periods());
      if (first > checks.periods() - 2) {
        return; // nobody can be watched
      }
      mixture = ChangeMixture.of(factors, grid, checks.periods(), first);
      for (int a = 0; a < unchanged.length; a++) {
        unchanged[a] = isWatched(a) ? mixture.unchanged(factors[a]) : 1;
      }
      if (round + 1 < rounds) {
        learnLevels(found, round == 0);
      }
    }
  }

  /** What one look at everybody gives. */
  private static final class Round {
    final float[][] factors; // over all measures
    final double[][][] own; // by measure and assessor
    final double[][] found;
    final double[][] expected;

    Round(int measures, int assessors) {
      factors = new float[assessors][];
      own = new double[measures][assessors][];
      found = new double[measures][assessors];
      expected = new double[measures][assessors];
    }
  }

  private Round scan() {
    var round = new Round(measures.length, checks.assessors());
    int size = grid.ratios() * checks.periods();
    forAll(
        (a, scan) -> {
          float[] sum = new float[size];
          for (int m = 0; m < measures.length; m++) {
            read(scan, measures[m], a, checks.periods());
            double[] own = new double[size];
            scan.factors(measures[m].prior.weights(), watchedFrom[a], own);
            for (int i = 0; i < size; i++) {
              sum[i] += (float) (measures[m].weight * own[i]);
            }
            round.own[m][a] = own;
            round.found[m][a] = scan.found();
            round.expected[m][a] = scan.expected();
          }
          round.factors[a] = sum;
        });
    return round;
  }

  private void learnLevels(Round round, boolean isFirst) {
    for (int m = 0; m < measures.length; m++) {
      double[] level = new double[checks.assessors()];
      float[][] unchangedBy = new float[level.length][];
      double shape = measures[m].prior.shape();
      for (int a = 0; a < level.length; a++) {
        level[a] = (round.found[m][a] + shape) / (round.expected[m][a] + shape);
        unchangedBy[a] = mixture.unchangedBy(round.own[m][a]);
      }
      toMeanOne(level, round.expected[m]);
      measures[m].peers = Peers.of(level, unchangedBy);
      sum(measures[m]);
      if (isFirst) { // later rounds hardly move the baselines
        learnSpread(measures[m]);
      }
    }
  }

  // Levels are ratios: what they are ratios to is the team as a whole.
  private static void toMeanOne(double[] level, double[] expected) {
    double sum = 0;
    double weights = 0;
    for (int a = 0; a < level.length; a++) {
      sum += expected[a] * level[a];
      weights += expected[a];
    }
    for (int a = 0; weights > 0 && a < level.length; a++) {
      level[a] *= weights / sum;
    }
  }

  private void sum(Measure m) {
    m.team = TeamErrors.of(m.rows, checks.strata() * checks.periods(), m.peers);
  }

  private void learnSpread(Measure m) {
    var builder = Overdispersion.builder();
    for (int a = 0; a < checks.assessors(); a++) {
      addBaseline(builder, m, a);
    }
    m.sway = PeriodSway.of(builder.build());
    double[][] levels = new double[checks.assessors()][];
    forAll(
        (a, scan) -> {
          read(scan, m, a, Math.min(watchedFrom[a], checks.periods()));
          levels[a] = scan.logLikelihood();
        });
    m.prior = LevelPrior.of(levels);
  }

  private void addBaseline(Overdispersion.Builder builder, Measure m, int a) {
    long[] errors = new long[checks.periods()];
    double[] expected = new double[checks.periods()];
    long checked = 0;
    for (int row = m.rows.start(a); row < m.rows.end(a); row++) {
      int t = m.rows.period(row);
      int place = m.rows.place(row);
      if (t < watchedFrom[a] && m.team.checks(place) > 0) {
        errors[t] += m.rows.errors(row);
        expected[t] += m.rows.checked(row) * m.team.rate(place);
        checked += m.rows.checked(row);
      }
    }
    if (checked > 0) {
      builder.add(errors, expected, checked);
    }
  }

  private void read(ChangeScan scan, Measure m, int a, int until) {
    scan.read(m.rows, a, m.team, m.peers, until, m.sway);
  }

  /** Does something for every assessor, on several threads. */
  private interface Step {
    void of(int assessor, ChangeScan scan);
  }

  private void forAll(Step step) {
    int chunks = Math.min(checks.assessors(), 4 * Runtime.getRuntime().availableProcessors());
    int n = checks.assessors();
    IntStream.range(0, chunks)
        .parallel()
        .forEach(
            c -> {
              var scan = new ChangeScan(grid, checks.periods());
              for (int a = (int) ((long) n * c / chunks); a < (long) n * (c + 1) / chunks; a++) {
                step.of(a, scan);
              }
            });
  }

  boolean isWatched(int assessor) {
    return watchedFrom[assessor] <= checks.periods() - 2;
  }

  int watchedFrom(int assessor) {
    return watchedFrom[assessor];
  }

  /** Whether anybody is watched. */
  boolean isAnyWatched() {
    return mixture != null;
  }

  DriftChecks checks() {
    return checks;
  }

  LevelGrid grid() {
    return grid;
  }

  Measure[] measures() {
    return measures;
  }

  ChangeMixture mixture() {
    return mixture;
  }

  int baseline() {
    return baseline;
  }

  /** Probability that an assessor has not changed. */
  double unchanged(int assessor) {
    return unchanged[assessor];
  }

  /** Probability of each assessor not to have changed; 1 for who is not watched. */
  double[] unchanged() {
    return unchanged;
  }

  /** The factors of one assessor and measure, by size and period. */
  double[] factors(int assessor, Measure m) {
    var scan = new ChangeScan(grid, checks.periods());
    read(scan, m, assessor, checks.periods());
    double[] own = new double[grid.ratios() * checks.periods()];
    scan.factors(m.prior.weights(), watchedFrom[assessor], own);
    return own;
  }
}
