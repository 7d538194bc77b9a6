package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChangeScanTest {
  private static final int PERIODS = 12;

  // One assessor among 99 like-minded others: so many that the team's rate is as good as known.
  private static DriftChecks team(int[] errors) {
    var b = DriftChecks.builder(2, PERIODS, 1, 0);
    for (int t = 0; t < PERIODS; t++) {
      b.add(0, t, 0, errors[t], 20);
      b.add(1, t, 0, 5_000, 100_000);
    }
    return b.build();
  }

  @Test
  void factorIsTheRatioOfTheIntegratedLikelihoods() {
    int[] errors = {1, 0, 2, 1, 0, 1, 3, 2, 4, 1, 3, 2};
    DriftChecks checks = team(errors);
    var grid = new LevelGrid(new double[] {2});
    var fit = DriftFit.of(checks, grid, 4, new int[0]);
    DriftFit.Measure all = fit.measures()[0];
    double[] factors = fit.factors(0, all);
    for (int t = 4; t <= PERIODS - 2; t++) {
      assertEquals(direct(errors, grid, all.prior, t), factors[t], 2e-3 * factors[t]);
    }
    assertEquals(1, factors[3]); // not watched yet
    assertEquals(1, factors[PERIODS - 1]); // too late to be seen
  }

  private static double direct(int[] errors, LevelGrid grid, LevelPrior prior, int begin) {
    double none = 0;
    double lasting = 0;
    double passing = 0;
    for (int g = 0; g < LevelGrid.LEVELS; g++) {
      double level = Math.exp((LevelGrid.LOWEST + g) * LevelGrid.STEP);
      double w = prior.weights()[g];
      none += w * likelihood(errors, level, 1, PERIODS, PERIODS);
      lasting += w * likelihood(errors, level, grid.ratio(0), begin, PERIODS);
      passing += w * likelihood(errors, level, grid.ratio(0), begin, begin + 8);
    }
    boolean canEnd = begin + 8 < PERIODS;
    return canEnd ? (2 * lasting + passing) / 3 / none : lasting / none;
  }

  private static double likelihood(int[] errors, double level, double ratio, int from, int to) {
    double likelihood = 1;
    for (int t = 0; t < PERIODS; t++) {
      double odds = .05 / .95 * level * (t >= from && t < to ? ratio : 1);
      likelihood *= Math.pow(odds, errors[t]) * Math.pow(1 + odds, -20);
    }
    return likelihood;
  }

  @Test
  void whatMovesForEverybodyIsNoEvidence() {
    var b = DriftChecks.builder(8, 30, 1, 0);
    for (int a = 0; a < 8; a++) {
      for (int t = 0; t < 30; t++) {
        b.add(a, t, 0, t < 15 ? 1 + (a + t) % 2 : 6 + (a + t) % 3, 60);
      }
    }
    var fit = DriftFit.of(b.build(), new LevelGrid(new double[] {2, 3, .5}), 8, new int[0]);
    for (int a = 0; a < 8; a++) {
      assertEquals(1, fit.unchanged(a), .1);
    }
  }
}
