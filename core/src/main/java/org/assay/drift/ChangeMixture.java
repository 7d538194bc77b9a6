package org.assay.drift;

import java.util.Arrays;

/**
 * What share of a team changed, by how much and when, learnt from the factors of all assessors by
 * expectation-maximisation, and with it each one's probability not to have changed: the local
 * false-discovery rate.
 *
 * <pre>{@code
 * factor_j = sum over r, t of w_r w_t factor_j(r, t),   lfdr_j = (1 - pi) / (1 - pi + pi factor_j)
 * pi = (sum (1 - lfdr) + 1/2) / (J + 10),   w_r, w_t from the same shares, plus 1 and 1/2 a value
 * }</pre>
 *
 * A team of fewer than {@value #LEARNT_FROM} keeps equal weights of sizes and periods.
 */
final class ChangeMixture {
  /** Assessors it takes to learn which changes are usual. */
  static final int LEARNT_FROM = 30;

  private static final int ROUNDS = 60;

  private final double[] ratioWeights;
  private final double[] periodWeights;
  private double share = 0.05;

  private ChangeMixture(int ratios, int periods, int from) {
    this.ratioWeights = new double[ratios];
    this.periodWeights = new double[periods];
    Arrays.fill(ratioWeights, 1.0 / ratios);
    Arrays.fill(periodWeights, from, periods - 1, 1.0 / (periods - 1 - from));
  }

  /**
   * Learns from all assessors.
   *
   * @param factors by size and period, of each assessor
   * @param ratios number of sizes
   * @param periods number of periods
   * @param from first period in which anybody is watched
   */
  static ChangeMixture of(float[][] factors, int ratios, int periods, int from) {
    var mixture = new ChangeMixture(ratios, periods, from);
    boolean learns = factors.length >= LEARNT_FROM;
    double[] byRatio = new double[ratios];
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
      mixture.share = (changed + 0.5) / (factors.length + 10);
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
