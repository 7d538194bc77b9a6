package org.assay.drift;

import java.util.Arrays;

/**
 * What share of a team changed, by how much and when, learnt from the factors of all assessors by
 * expectation-maximisation, and with it each one's probability not to have changed: the local
 * false-discovery rate.
 *
 * <pre>{@code
 * factor_j = sum over r, t of w_r w_t factor_j(r, t),   lfdr_j = (1 - pi) / (1 - pi + pi factor_j)
 * pi = (sum (1 - lfdr) + 1) / (J + 10),   w_r, w_t from the same shares, plus 1 and 1/2 a value
 * }</pre>
 *
 * A team of fewer than {@value #LEARNT_FROM} keeps the weights it begins with: equal ones of all
 * periods, and of sizes such that more errors have {@value #MORE} and beyond 3.5 times a size half
 * the weight for each doubling.
 */
final class ChangeMixture {
  /** Assessors it takes to learn which changes are usual. */
  static final int LEARNT_FROM = 30;

  /** Weight of all changes for more errors, where there are some for fewer, too. */
  static final double MORE = 0.8;

  private static final double LARGE = Math.log(3.5); // a size beyond it is rare

  private static final int ROUNDS = 60;

  private final double[] ratioWeights;
  private final double[] periodWeights;
  private double share = 0.05;

  private ChangeMixture(LevelGrid grid, int periods, int from) {
    this.ratioWeights = weights(grid);
    this.periodWeights = new double[periods];
    Arrays.fill(periodWeights, from, periods - 1, 1.0 / (periods - 1 - from));
  }

  private static double[] weights(LevelGrid grid) {
    double[] weights = new double[grid.ratios()];
    double more = 0;
    double fewer = 0;
    for (int r = 0; r < weights.length; r++) {
      double size = Math.abs(Math.log(grid.ratio(r)));
      weights[r] = size <= LARGE ? 1 : Math.pow(2, -(size - LARGE) / Math.log(2));
      if (grid.shift(r) > 0) {
        more += weights[r];
      } else {
        fewer += weights[r];
      }
    }
    for (int r = 0; r < weights.length; r++) {
      boolean isMore = grid.shift(r) > 0;
      double share = more == 0 || fewer == 0 ? 1 : isMore ? MORE : 1 - MORE;
      weights[r] *= share / (isMore ? more : fewer);
    }
    return weights;
  }

  /**
   * Learns from all assessors.
   *
   * @param factors by size and period, of each assessor
   * @param grid that has the sizes
   * @param periods number of periods
   * @param from first period in which anybody is watched
   */
  static ChangeMixture of(float[][] factors, LevelGrid grid, int periods, int from) {
    var mixture = new ChangeMixture(grid, periods, from);
    boolean learns = factors.length >= LEARNT_FROM;
    double[] byRatio = new double[grid.ratios()];
    double[] byPeriod = new double[periods];
    for (int round = 0; round < ROUNDS; round++) {
      Arrays.fill(byRatio, 0);
      Arrays.fill(byPeriod, 0);
      double changed = 0;
      for (float[] own : factors) {
        double factor = mixture.factor(own);
        double p = mixture.share * factor / (1 - mixture.share + mixture.share * factor);
        changed += p;
        if (learns && p > 1e-9) {
          mixture.addShares(own, p / factor, byRatio, byPeriod);
        }
      }
      double before = mixture.share;
      mixture.share = (changed + 1) / (factors.length + 10);
      if (learns) {
        mixture.learn(byRatio, byPeriod, from);
      }
      if (Math.abs(mixture.share - before) < 1e-7 * before) {
        break;
      }
    }
    return mixture;
  }

  private void addShares(float[] own, double scale, double[] byRatio, double[] byPeriod) {
    int periods = byPeriod.length;
    for (int r = 0; r < byRatio.length; r++) {
      double sum = 0;
      for (int t = 0; t < periods; t++) {
        double m = scale * ratioWeights[r] * periodWeights[t] * own[r * periods + t];
        sum += m;
        byPeriod[t] += m;
      }
      byRatio[r] += sum;
    }
  }

  private void learn(double[] byRatio, double[] byPeriod, int from) {
    double all = 0;
    for (double m : byRatio) {
      all += m;
    }
    for (int r = 0; r < byRatio.length; r++) {
      ratioWeights[r] = (byRatio[r] + 1) / (all + byRatio.length);
    }
    int looked = byPeriod.length - 1 - from;
    for (int t = from; t < byPeriod.length - 1; t++) {
      periodWeights[t] = (byPeriod[t] + 0.5) / (all + 0.5 * looked);
    }
  }

  /** Factor of an assessor over all sizes and periods. */
  double factor(float[] own) {
    int periods = periodWeights.length;
    double sum = 0;
    for (int r = 0; r < ratioWeights.length; r++) {
      double part = 0;
      for (int t = 0; t < periods; t++) {
        part += periodWeights[t] * own[r * periods + t];
      }
      sum += ratioWeights[r] * part;
    }
    return sum;
  }

  /** Probability that an assessor has not changed. */
  double unchanged(float[] own) {
    return (1 - share) / (1 - share + share * factor(own));
  }

  /** Share of the team that changed. */
  double share() {
    return share;
  }

  /**
   * Probability that an assessor has not changed by a period.
   *
   * @param own factors of one kind of errors, by size and period
   */
  float[] unchangedBy(double[] own) {
    int periods = periodWeights.length;
    double[] changes = new double[periods];
    double factor = 0;
    for (int r = 0; r < ratioWeights.length; r++) {
      for (int t = 0; t < periods; t++) {
        double m = ratioWeights[r] * periodWeights[t] * own[r * periods + t];
        changes[t] += m;
        factor += m;
      }
    }
    double scale = share / (1 - share + share * factor);
    float[] unchanged = new float[periods];
    double left = 1;
    for (int t = 0; t < periods; t++) {
      left -= scale * changes[t];
      unchanged[t] = (float) Math.max(0, left);
    }
    return unchanged;
  }

  double weight(int ratio, int period) {
    return ratioWeights[ratio] * periodWeights[period];
  }

  double ratioWeight(int ratio) {
    return ratioWeights[ratio];
  }

  double periodWeight(int period) {
    return periodWeights[period];
  }
}
