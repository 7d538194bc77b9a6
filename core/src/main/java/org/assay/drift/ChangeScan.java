package org.assay.drift;

import java.util.Arrays;

/**
 * The evidence in one assessor's checks for a change of the odds of an error, for each size and
 * first period of it, the assessor's own level being unknown.
 *
 * <pre>{@code
 * factor(r, t) = sum over levels g of w_g  P(before t | g) P(from t on | g r)
 *              / sum over levels g of w_g  P(all | g)
 * }</pre>
 *
 * Each is a Bayes factor: where nothing changed, its mean is 1. A third of the weight of a change
 * is given to one that is over after {@value #SHORT} periods.
 *
 * <p><b>Cost.</b> A product per node of the grid and row of checks, and one per level, size and
 * period. Scratch space of one thread; not thread-safe.
 */
final class ChangeScan {
  private static final double MOST = 1e30; // of a factor; what is beyond is as sure as can be

  private static final int SHORT = 8;

  private static final double SHORT_SHARE = 1.0 / 3;

  private static final double LITTLE = 3; // errors found, and expected, that cannot show a change

  private final LevelGrid grid;
  private final PeerLaw law;
  private final int periods;
  private final double[][] week; // likelihood of each period by node, the largest 1; first its log
  private final double[][] means; // of each period, at the coarse nodes
  private final boolean[] close; // whether there are any
  private final int[] errors; // of each period
  private final boolean[] seen; // whether a period says anything
  private final double[][] rest; // of all periods from one on
  private final double[] restScale;
  private final double[] blurred;
  private final double[] during; // likelihood of a short change, by node
  private final double[] around; // and of all before and after it, by level
  private PeriodSway sway = PeriodSway.NONE;
  private double expected;
  private double found;

  ChangeScan(LevelGrid grid, int periods) {
    this.grid = grid;
    this.law = new PeerLaw(grid);
    this.periods = periods;
    this.week = new double[periods][grid.nodes()];
    this.means = new double[periods][grid.coarse()];
    this.close = new boolean[periods];
    this.errors = new int[periods];
    this.seen = new boolean[periods];
    this.rest = new double[periods + 1][grid.nodes()];
    this.restScale = new double[periods + 1];
    this.blurred = new double[grid.nodes()];
    this.during = new double[grid.nodes()];
    this.around = new double[LevelGrid.LEVELS];
  }

  /**
   * Reads the checks of an assessor before a period.
   *
   * @param rows of all
   * @param assessor whose
   * @param team the team's errors of this measure
   * @param peers with which the assessor's own checks are in them
   * @param until period after the last to read
   * @param sway how errors of a period go together, see {@link PeriodSway}
   */
  void read(
      MeasuredRows rows, int assessor, TeamErrors team, Peers peers, int until, PeriodSway sway) {
    clear();
    for (int row = rows.start(assessor); row < rows.end(assessor); row++) {
      int period = rows.period(row);
      if (period < until) {
        add(rows, row, team, peers.weight(assessor, period), peers.level(assessor));
      }
    }
    this.sway = sway;
    for (int t = 0; t < periods; t++) {
      if (seen[t]) {
        if (close[t]) {
          PeerLaw.integrate(means[t], week[t]);
        }
        toTop(week[t], errors[t]);
      }
    }
  }

  private void clear() {
    for (int t = 0; t < periods; t++) {
      if (seen[t]) {
        Arrays.fill(week[t], 0);
        Arrays.fill(means[t], 0);
        close[t] = false;
        seen[t] = false;
        errors[t] = 0;
      }
    }
    expected = 0;
    found = 0;
  }

  private void add(MeasuredRows rows, int row, TeamErrors team, double weight, double level) {
    int place = rows.place(row);
    int n = rows.checked(row);
    int x = rows.errors(row);
    double othersErrors = Math.max(0, team.errors(place) - weight * x);
    double othersChecks = team.checks(place) - weight * level * n;
    if (othersChecks < 1e-9 || (x == 0 && othersErrors < 1e-9)) {
      return; // nobody to compare with, or nothing found by anybody
    }
    int period = rows.period(row);
    seen[period] = true;
    errors[period] += x;
    expected += weight * n * othersErrors / othersChecks;
    found += weight * x;
    if (n < PeerLaw.SMALL_SHARE * othersChecks) {
      PeerLaw.subtract(week[period], n, team.perCheck(place, law));
    } else {
      law.addMeans(means[period], n, x + othersErrors, n + othersChecks);
      close[period] = true;
    }
  }

  // Adds what the errors say, and makes the largest log-likelihood 0.
  private static void toTop(double[] logLikelihood, int errors) {
    double most = Double.NEGATIVE_INFINITY;
    for (int g = 0; g < logLikelihood.length; g++) {
      logLikelihood[g] += errors * (g * LevelGrid.STEP);
      most = Math.max(most, logLikelihood[g]);
    }
    for (int g = 0; g < logLikelihood.length; g++) {
      logLikelihood[g] -= most;
    }
  }

  private void toLikelihoods() {
    for (int t = 0; t < periods; t++) {
      if (seen[t]) {
        for (int g = 0; g < week[t].length; g++) {
          week[t][g] = Math.exp(week[t][g]);
        }
        sway.blur(week[t], blurred);
      }
    }
  }

  /** Errors that the others' rates give, as far as the assessor is unchanged. */
  double expected() {
    return expected;
  }

  /** Errors found in the same checks. */
  double found() {
    return found;
  }

  /** The log-likelihood of what was read, by level. To be asked once, and no factors after it. */
  double[] logLikelihood() {
    boolean sways = sway.deviation() > 0;
    if (sways) {
      toLikelihoods();
    }
    double[] sum = new double[LevelGrid.LEVELS];
    for (int t = 0; t < periods; t++) {
      for (int g = 0; seen[t] && g < sum.length; g++) {
        double l = week[t][g + grid.offset()];
        sum[g] += sways ? Math.log(Math.max(Double.MIN_NORMAL, l)) : l;
      }
    }
    return sum;
  }

  /**
   * The factors of all changes. To be asked once.
   *
   * @param prior weights of the levels
   * @param from first period in which a change is looked for
   * @param factors filled by size and first period; those of periods without a look are 1
   */
  void factors(double[] prior, int from, double[] factors) {
    Arrays.fill(factors, 1);
    if (found < LITTLE && expected < LITTLE) {
      return;
    }
    toLikelihoods();
    multiplyRest();
    double none = Math.log(weigh(prior, rest[0], grid.offset())) + restScale[0];
    double[] level = prior.clone();
    double scale = 0;
    for (int t = 0; t < periods; t++) {
      if (t >= from && t <= periods - 2) { // it takes two periods to see a change
        double lasting = Math.exp(scale + restScale[t] - none);
        boolean canEnd = t + SHORT < periods;
        double passing = canEnd ? Math.exp(scale + restScale[t + SHORT] + end(t, level) - none) : 0;
        for (int r = 0; r < grid.ratios(); r++) {
          int shift = grid.offset() + grid.shift(r);
          double factor = lasting * weigh(level, rest[t], shift);
          if (canEnd) {
            factor += SHORT_SHARE * (passing * weigh(around, during, shift) - factor);
          }
          factors[r * periods + t] = Math.min(MOST, factor);
        }
      }
      if (seen[t]) {
        scale += multiply(level, week[t], grid.offset());
      }
    }
  }

  /** Prepares a change that is over after a few periods; returns the log of what was taken out. */
  private double end(int begin, double[] level) {
    Arrays.fill(during, 1);
    double scale = 0;
    for (int t = begin; t < begin + SHORT; t++) {
      scale += seen[t] ? multiply(during, week[t], 0) : 0;
    }
    for (int g = 0; g < around.length; g++) {
      around[g] = level[g] * rest[begin + SHORT][g + grid.offset()];
    }
    return scale;
  }

  private static double weigh(double[] weights, double[] values, int shift) {
    double sum = 0;
    for (int g = 0; g < weights.length; g++) {
      sum += weights[g] * values[g + shift];
    }
    return sum;
  }

  private void multiplyRest() {
    Arrays.fill(rest[periods], 1);
    restScale[periods] = 0;
    for (int t = periods - 1; t >= 0; t--) {
      System.arraycopy(rest[t + 1], 0, rest[t], 0, rest[t].length);
      restScale[t] = restScale[t + 1] + (seen[t] ? multiply(rest[t], week[t], 0) : 0);
    }
  }

  /** Multiplies node by node; keeps the largest at 1 and returns the log of what was taken out. */
  private static double multiply(double[] values, double[] by, int shift) {
    double most = 0;
    for (int g = 0; g < values.length; g++) {
      values[g] *= by[g + shift];
      most = Math.max(most, values[g]);
    }
    if (most > 1e-60 || most == 0) {
      return 0;
    }
    for (int g = 0; g < values.length; g++) {
      values[g] /= most;
    }
    return Math.log(most);
  }
}
