package org.assay.drift;

/**
 * Levels at which an assessor may err, as odds over the team's: equally spaced on the log scale,
 * five to a doubling, so that a change of the odds is a shift along the grid.
 */
final class LevelGrid {
  /** Distance of two nodes on the log scale. */
  static final double STEP = Math.log(2) / 5;

  /** The levels themselves lie between these, .06 and 6 times the team's. */
  static final int LOWEST = -20;

  static final int HIGHEST = 13;

  /** Nodes of levels. */
  static final int LEVELS = HIGHEST - LOWEST + 1;

  /** Every so many nodes a slope is computed; between them it is interpolated. */
  static final int COARSE = 3;

  private final int[] shifts; // of the odds ratios
  private final int reach; // the largest shift
  private final double[] odds; // of all nodes, with room for the shifts at both ends

  LevelGrid(double[] oddsRatios) {
    this.shifts = new int[oddsRatios.length];
    int most = 0;
    for (int r = 0; r < shifts.length; r++) {
      int shift = (int) Math.round(Math.log(oddsRatios[r]) / STEP);
      shifts[r] = shift != 0 ? shift : oddsRatios[r] > 1 ? 1 : -1;
      most = Math.max(most, Math.abs(shifts[r]));
    }
    this.reach = most;
    int least = LEVELS + 2 * reach;
    this.odds = new double[least + (COARSE + 1 - least % COARSE) % COARSE]; // ends on a coarse node
    for (int g = 0; g < odds.length; g++) {
      odds[g] = Math.exp((LOWEST - reach + g) * STEP);
    }
  }

  /** Nodes of the grid, the shifted ones included. */
  int nodes() {
    return odds.length;
  }

  /** Number of nodes at which slopes are computed. */
  int coarse() {
    return (odds.length - 1) / COARSE + 1;
  }

  /** Odds of a node over the team's. */
  double odds(int node) {
    return odds[node];
  }

  /** First node that is a level. */
  int offset() {
    return reach;
  }

  int ratios() {
    return shifts.length;
  }

  /** By how many nodes an odds ratio shifts a level. */
  int shift(int ratio) {
    return shifts[ratio];
  }

  /** An odds ratio as the grid has it. */
  double ratio(int ratio) {
    return Math.exp(shifts[ratio] * STEP);
  }
}
