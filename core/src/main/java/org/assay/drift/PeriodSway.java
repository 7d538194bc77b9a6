package org.assay.drift;

import org.assay.estimate.Overdispersion;

/**
 * How an assessor's odds sway from period to period without any change: errors of a week share
 * material and a bad day. The sway is lognormal with the variance that the baselines of the team
 * show beyond chance, and is integrated out of the likelihood of each period.
 */
final class PeriodSway {
  /** None: checks err independently. */
  static final PeriodSway NONE = new PeriodSway(0);

  private static final int SIDE = 4; // nodes of the blur at each side of its middle

  private final double deviation; // of the log odds
  private final int step; // nodes of the grid between two nodes of the blur
  private final double[] blur;

  private PeriodSway(double deviation) {
    this.deviation = deviation;
    this.step = Math.max(1, (int) Math.round(2.5 * deviation / SIDE / LevelGrid.STEP));
    this.blur = new double[2 * SIDE + 1];
    double sum = 0;
    for (int i = -SIDE; i <= SIDE; i++) {
      double z = deviation == 0 ? 0 : i * step * LevelGrid.STEP / deviation;
      blur[i + SIDE] = Math.exp(-z * z / 2);
      sum += blur[i + SIDE];
    }
    for (int i = 0; i < blur.length; i++) {
      blur[i] /= sum;
    }
  }

  /** The sway that an overdispersion shows, if it is more than chance. */
  static PeriodSway of(Overdispersion overdispersion) {
    double variance = Math.log1p(overdispersion.isSeen() ? overdispersion.excess() : 0);
    return variance == 0 ? NONE : new PeriodSway(Math.sqrt(variance));
  }

  /** Standard deviation of the log odds of a period. */
  double deviation() {
    return deviation;
  }

  /** Integrates the sway out of a likelihood by node. */
  void blur(double[] likelihood, double[] scratch) {
    if (deviation == 0) {
      return;
    }
    int last = likelihood.length - 1;
    for (int g = 0; g <= last; g++) {
      double sum = 0;
      for (int i = -SIDE; i <= SIDE; i++) {
        sum += blur[i + SIDE] * likelihood[Math.max(0, Math.min(last, g + i * step))];
      }
      scratch[g] = sum;
    }
    System.arraycopy(scratch, 0, likelihood, 0, likelihood.length);
  }
}
