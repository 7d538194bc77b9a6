package org.assay.drift;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Who is flagged: as many assessors, from the surest on, as keep the mean of their local
 * false-discovery rates at or below a cut, and each likelier than not to have changed. The cut is
 * calibrated by simulated teams that are put through the whole procedure.
 */
final class FlagRule {
  private static final int STEPS = 40; // cuts that are tried

  private static final double SMALLEST = 0.25; // of them, times the wanted rate

  private static final double LARGEST = 0.5; // a flag is likelier right than wrong

  private FlagRule() {}

  /** Whether anybody could be flagged at any cut. */
  static boolean isAnyCandidate(double[] unchanged) {
    return Arrays.stream(unchanged).anyMatch(p -> p <= LARGEST);
  }

  /** Whether each assessor is flagged. */
  static boolean[] flags(double[] unchanged, double cut) {
    int[] order =
        IntStream.range(0, unchanged.length)
            .boxed()
            .sorted(Comparator.comparingDouble(a -> unchanged[a]))
            .mapToInt(a -> a)
            .toArray();
    boolean[] flags = new boolean[unchanged.length];
    double sum = 0;
    int flagged = 0;
    for (int i = 0; i < order.length && unchanged[order[i]] <= LARGEST; i++) {
      sum += unchanged[order[i]];
      if (sum <= cut * (i + 1)) {
        flagged = i + 1;
      }
    }
    for (int i = 0; i < flagged; i++) {
      flags[order[i]] = true;
    }
    return flags;
  }

  /** How often each cut errs in one simulated team. */
  private static final class Trial {
    private final boolean planted;
    private final double[] falseShare = new double[STEPS];

    private Trial(boolean planted) {
      this.planted = planted;
    }
  }

  /**
   * The largest cut at which simulated teams like this one keep both promises: the mean share of
   * false flags, and the share of teams without a change that have a flag.
   *
   * @param fit of the real team
   * @param rate what is promised of both, in (0, 1)
   * @param teams number of simulated teams, half of them without a change
   * @param seed of the simulation
   * @return 0 where no cut keeps them
   */
  static double calibrated(DriftFit fit, double rate, int teams, long seed) {
    var maker = new SimulatedTeam.Maker(fit);
    Trial[] trials =
        IntStream.range(0, teams)
            .parallel()
            .mapToObj(i -> trial(maker, fit, rate, i % 2 == 1, seed + i))
            .toArray(Trial[]::new);
    for (int step = STEPS; step > 0; step--) {
      int s = step - 1;
      if (mean(trials, true, s) <= rate && mean(trials, false, s) <= rate) {
        return cut(rate, step);
      }
    }
    return 0;
  }

  private static double cut(double rate, int step) {
    double smallest = SMALLEST * rate;
    return smallest * Math.pow(LARGEST / smallest, (step - 1.0) / (STEPS - 1));
  }

  private static double mean(Trial[] trials, boolean planted, int step) {
    return Arrays.stream(trials)
        .filter(t -> t.planted == planted)
        .mapToDouble(t -> t.falseShare[step])
        .average()
        .orElse(0);
  }

  private static Trial trial(
      SimulatedTeam.Maker maker, DriftFit real, double rate, boolean planted, long seed) {
    SimulatedTeam team = maker.draw(planted, seed);
    DriftFit fit = real.refit(team.checks());
    double[] unchanged = fit.unchanged();
    var trial = new Trial(planted);
    for (int step = 1; step <= STEPS; step++) {
      double flagged = 0;
      double wrong = 0;
      boolean[] flags = flags(unchanged, cut(rate, step));
      for (int a = 0; a < flags.length; a++) {
        if (flags[a]) {
          flagged++;
          wrong += team.isChanged(a) ? 0 : 1;
        }
      }
      trial.falseShare[step - 1] = flagged == 0 ? 0 : wrong / flagged;
    }
    return trial;
  }
}
