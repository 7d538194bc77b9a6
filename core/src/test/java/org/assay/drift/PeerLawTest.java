package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PeerLawTest {
  private static final LevelGrid GRID = new LevelGrid(new double[] {2, 3, .5});

  /** Log of a binomial coefficient. */
  private static double choose(int n, int k) {
    double log = 0;
    for (int i = 1; i <= k; i++) {
      log += Math.log((double) (n - k + i) / i);
    }
    return log;
  }

  /** Fisher's noncentral hypergeometric log-likelihood, summed out. */
  private static double exact(int x, int n, int total, int all, double omega) {
    double norm = 0;
    for (int k = Math.max(0, total - (all - n)); k <= Math.min(n, total); k++) {
      norm += Math.exp(choose(n, k) + choose(all - n, total - k) + k * Math.log(omega));
    }
    return x * Math.log(omega) - Math.log(norm);
  }

  private static double[] computed(int x, int n, int total, int all) {
    double[] log = new double[GRID.nodes()];
    double[] means = new double[GRID.coarse()];
    new PeerLaw(GRID).addMeans(means, n, total, all);
    PeerLaw.integrate(means, log);
    for (int g = 0; g < log.length; g++) {
      log[g] += x * (g * LevelGrid.STEP);
    }
    return log;
  }

  @Test
  void meanIsThatOfTheLawInLargeTables() {
    // n = 4,000 of 20,000 checks, 500 errors; the exact mean by summation
    double omega = 2;
    double sum = 0;
    double weighted = 0;
    for (int k = 0; k <= 500; k++) {
      double p = Math.exp(choose(4000, k) + choose(16000, 500 - k) + k * Math.log(omega) - 3000);
      sum += p;
      weighted += k * p;
    }
    assertEquals(weighted / sum, PeerLaw.mean(omega, 4000, 500, 20000), .02);
  }

  @Test
  void likelihoodRatiosAreThoseOfTheExactLaw() {
    int[][] tables = {{3, 40, 9, 400}, {0, 25, 6, 300}, {12, 200, 60, 900}, {1, 5, 1, 80}};
    for (int[] t : tables) {
      double[] log = computed(t[0], t[1], t[2], t[3]);
      int one = GRID.offset() - LevelGrid.LOWEST;
      assertEquals(1, GRID.odds(one), 1e-12);
      for (int g = one - 10; g <= one + 10; g++) {
        double expected =
            exact(t[0], t[1], t[2], t[3], GRID.odds(g)) - exact(t[0], t[1], t[2], t[3], 1);
        assertEquals(expected, log[g] - log[one], .02 + .02 * Math.abs(expected));
      }
    }
  }

  @Test
  void ofALargeTeamItIsTheBinomialLaw() {
    double rate = .12;
    double[] k = new PeerLaw(GRID).perCheck(rate);
    double[] log = new double[GRID.nodes()];
    PeerLaw.subtract(log, 30, k);
    double[] near = computed(0, 30, 240_000, 2_000_000);
    int one = GRID.offset() - LevelGrid.LOWEST;
    for (int g = one - 8; g <= one + 8; g++) {
      assertEquals(log[g] - log[one], near[g] - near[one], 5e-3);
    }
  }
}
