package org.assay.drift;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assay.internal.BinomialSampler;
import org.assay.internal.GammaSampler;

/**
 * A team like the one of a {@link DriftFit}: the same checks in the same strata and periods, errors
 * drawn anew from what was estimated, and changes planted as often, as large and at such times as
 * were estimated, or none.
 */
final class SimulatedTeam {
  private static final double MOST = 0.95; // chance of an error

  private final DriftChecks checks;
  private final boolean[] changed;

  private SimulatedTeam(DriftChecks checks, boolean[] changed) {
    this.checks = checks;
    this.changed = changed;
  }

  /** With the errors drawn. */
  DriftChecks checks() {
    return checks;
  }

  /** Whether a change was planted in an assessor. */
  boolean isChanged(int assessor) {
    return changed[assessor];
  }

  /** Draws teams; one per fit, used by several threads. */
  static final class Maker {
    private final DriftFit fit;
    private final DriftChecks checks;
    private final DriftFit.Measure[] kinds; // all errors where there are no cells
    private final double[][] rates; // by kind and place
    private final double[] restRates; // of errors of no kind that is looked at

    Maker(DriftFit fit) {
      this.fit = fit;
      this.checks = fit.checks();
      DriftFit.Measure[] all = fit.measures();
      this.kinds = all.length == 1 ? all : Arrays.copyOfRange(all, 1, all.length);
      this.rates = new double[kinds.length][];
      for (int k = 0; k < kinds.length; k++) {
        rates[k] = kinds[k].steadyRates(checks);
      }
      this.restRates = all.length == 1 ? null : restRates(all[0]);
    }

    private double[] restRates(DriftFit.Measure all) {
      double[] rest = all.steadyRates(checks).clone();
      for (double[] own : rates) {
        for (int i = 0; i < rest.length; i++) {
          rest[i] = Math.max(0, rest[i] - own[i]);
        }
      }
      return rest;
    }

    /**
     * Draws a team.
     *
     * @param changes whether changes are planted
     * @param seed of the draw
     */
    SimulatedTeam draw(boolean changes, long seed) {
      var random = new SplittableRandom(seed);
      var gamma = new GammaSampler(random.nextLong());
      boolean[] changed = new boolean[checks.assessors()];
      int[] errors = new int[checks.rows()];
      int[] cellStart = new int[checks.rows() + 1];
      int width = kinds.length;
      double[] chance = new double[width + 1];
      int[] cell = new int[restRates == null ? 0 : checks.rows() * width];
      int[] cellErrors = new int[cell.length];
      int at = 0;
      for (int a = 0; a < checks.assessors(); a++) {
        Plant plant = changes && fit.isWatched(a) ? plant(a, random) : Plant.NONE;
        changed[a] = !plant.equals(Plant.NONE);
        double[] levels = levels(a, gamma);
        double[] sways = sways(gamma);
        for (int row = checks.start(a); row < checks.end(a); row++) {
          int period = checks.period(row);
          double all = chances(row, levels, plant, sways[period], chance);
          int sum = (int) BinomialSampler.sample(checks.checked(row), all, random);
          int before = at;
          for (int x = 0; x < sum; x++) {
            int k = kind(chance, random.nextDouble() * all);
            if (k < width && restRates != null) {
              at = count(kinds[k].code, cell, cellErrors, before, at);
            }
          }
          errors[row] = sum;
          cellStart[row + 1] = at;
        }
      }
      return new SimulatedTeam(
          new DriftChecks(checks, errors, cellStart, cell, cellErrors), changed);
    }

    private double[] levels(int a, GammaSampler gamma) {
      double[] levels = new double[kinds.length];
      for (int k = 0; k < levels.length; k++) {
        double shape = kinds[k].prior.shape();
        levels[k] = gamma.sample(shape + kinds[k].found[a]) / (shape + kinds[k].expected[a]);
      }
      return levels;
    }

    private double[] sways(GammaSampler gamma) {
      double[] sways = new double[checks.periods()];
      double deviation = fit.measures()[0].sway.deviation();
      Arrays.fill(sways, 1);
      for (int t = 0; deviation > 0 && t < sways.length; t++) {
        double shape = 1 / Math.expm1(deviation * deviation); // mean 1, the same variance
        sways[t] = gamma.sample(shape) / shape;
      }
      return sways;
    }

    // Chance of each kind of error in a row, the last being of no kind; together below 1.
    private double chances(int row, double[] levels, Plant plant, double sway, double[] chance) {
      int place = checks.place(row);
      int period = checks.period(row);
      double all = 0;
      for (int k = 0; k < chance.length; k++) {
        boolean isRest = k == kinds.length;
        double rate = !isRest ? rates[k][place] : restRates == null ? 0 : restRates[place];
        double times =
            sway * plant.times(isRest ? Plant.ALL : k, period) * (isRest ? 1 : levels[k]);
        double odds = rate / (1 - rate) * times;
        chance[k] = odds / (1 + odds);
        all += chance[k];
      }
      if (all > MOST) {
        for (int k = 0; k < chance.length; k++) {
          chance[k] *= MOST / all;
        }
        return MOST;
      }
      return all;
    }

    private static int kind(double[] chance, double u) {
      int k = 0;
      double left = u - chance[0];
      while (left > 0 && k < chance.length - 1) {
        left -= chance[++k];
      }
      return k;
    }

    // One more error of a kind among those of a row that begin at a place.
    private static int count(int code, int[] cell, int[] cellErrors, int from, int to) {
      for (int i = from; i < to; i++) {
        if (cell[i] == code) {
          cellErrors[i]++;
          return to;
        }
      }
      cell[to] = code;
      cellErrors[to] = 1;
      return to + 1;
    }

    private Plant plant(int a, SplittableRandom random) {
      ChangeMixture mixture = fit.mixture();
      if (random.nextDouble() >= mixture.share()) {
        return Plant.NONE;
      }
      int from = fit.watchedFrom(a);
      double left = 0;
      for (int t = from; t < checks.periods() - 1; t++) {
        left += mixture.periodWeight(t);
      }
      double u = random.nextDouble() * left;
      int period = from;
      while (period < checks.periods() - 2 && (u -= mixture.periodWeight(period)) > 0) {
        period++;
      }
      double v = random.nextDouble();
      int ratio = 0;
      while (ratio < fit.grid().ratios() - 1 && (v -= mixture.ratioWeight(ratio)) > 0) {
        ratio++;
      }
      boolean inAll = restRates == null || random.nextBoolean();
      return new Plant(
          inAll ? Plant.ALL : random.nextInt(kinds.length), period, fit.grid().ratio(ratio));
    }
  }

  /** A change: of one kind of errors or of all, from a period on. */
  private record Plant(int kind, int from, double ratio) {
    static final int ALL = -1;
    static final Plant NONE = new Plant(ALL, Integer.MAX_VALUE, 1);

    double times(int k, int period) {
      return period >= from && (kind == ALL || kind == k) ? ratio : 1;
    }
  }
}
