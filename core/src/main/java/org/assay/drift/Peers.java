package org.assay.drift;

import java.util.Arrays;

/**
 * What each assessor's checks of one kind of errors say about the team: how often the assessor errs
 * beside it, and how likely it is that this still holds in a period.
 */
final class Peers {
  private final double[] level;
  private final float[][] unchanged; // by assessor and period; null for always

  private Peers(double[] level, float[][] unchanged) {
    this.level = level;
    this.unchanged = unchanged;
  }

  /** Everybody errs like the team and nobody has changed. */
  static Peers equal(int assessors) {
    double[] level = new double[assessors];
    Arrays.fill(level, 1);
    return new Peers(level, new float[assessors][]);
  }

  /**
   * Peers of whom something is known; the arrays are kept.
   *
   * @param level odds of each one's errors over the team's, before any change
   * @param unchanged probability of each one not to have changed by a period
   */
  static Peers of(double[] level, float[][] unchanged) {
    return new Peers(level, unchanged);
  }

  double level(int assessor) {
    return level[assessor];
  }

  /** How much the checks of an assessor in a period count. */
  double weight(int assessor, int period) {
    return unchanged[assessor] == null ? 1 : unchanged[assessor][period];
  }
}
