package org.assay.drift;

import java.util.List;
import org.assay.internal.Check;

/**
 * How changes are looked for.
 *
 * @param oddsRatios sizes of changes that are looked for, as odds of an error after over before,
 *     above 0 and not 1: above 1 for more errors, below for fewer
 * @param baselinePeriods periods with checks that an assessor has before being watched, at least 2
 * @param falseDiscoveryRate promised share of false flags, and chance of any flag in a team in
 *     which nothing changed, in (0, .5]
 * @param margin odds ratio, above 1, within which a level is the same for practical purposes
 * @param simulations simulated teams that calibrate the promise, at least 20; large teams are
 *     simulated less often, see {@link TeamDrift}
 * @param seed of the simulations
 */
public record DriftOptions(
    List<Double> oddsRatios,
    int baselinePeriods,
    double falseDiscoveryRate,
    double margin,
    int simulations,
    long seed) {
  private static final double LARGEST = 20;

  public DriftOptions {
    oddsRatios = List.copyOf(oddsRatios);
    Check.atLeast("number of oddsRatios", 1, oddsRatios.size());
    for (double r : oddsRatios) {
      if (!(r >= 1 / LARGEST && r <= LARGEST) || r == 1) {
        throw new IllegalArgumentException("oddsRatios must be in [1/20, 20] and not 1, got " + r);
      }
    }
    Check.atLeast("baselinePeriods", 2, baselinePeriods);
    if (!(falseDiscoveryRate > 0 && falseDiscoveryRate <= 0.5)) {
      throw new IllegalArgumentException(
          "falseDiscoveryRate must be in (0, .5], got " + falseDiscoveryRate);
    }
    if (!(margin > 1 && margin < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("margin must be above 1, got " + margin);
    }
    Check.atLeast("simulations", 20, simulations);
  }

  /**
   * Usual options: odds 1.5, 2, 3, 6 or 12 times as large, or smaller by 1.5, 2 or 3; 12 periods of
   * baseline; 5 in 100; a margin of 2; 1,000 simulated teams.
   *
   * @return the options
   */
  public static DriftOptions usual() {
    return new DriftOptions(
        List.of(1.5, 2.0, 3.0, 6.0, 12.0, 1 / 1.5, 1 / 2.0, 1 / 3.0), 12, .05, 2, 1000, 1);
  }

  /**
   * The same with another promise.
   *
   * @param rate in (0, .5]
   * @return the options
   */
  public DriftOptions withFalseDiscoveryRate(double rate) {
    return new DriftOptions(oddsRatios, baselinePeriods, rate, margin, simulations, seed);
  }

  LevelGrid grid() {
    return new LevelGrid(oddsRatios.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
