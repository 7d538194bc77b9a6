package org.assay.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.internal.BinomialSampler;
import org.assay.internal.GammaSampler;

/**
 * When the errors of a series changed their level: the likeliest period, whether there was a change
 * at all, and the set of periods in which it may have begun.
 *
 * <p><b>Without a prior.</b> Given the errors before and after a change, how they spread over the
 * periods within each of the two parts does not depend on either level: they are multinomial with
 * the shares of the errors expected. So the law of any statistic is known under each period, and a
 * period is in the set unless the likelihood ratio for another is larger than in all but a share of
 * {@value #DOUBT} of seeded draws (the inversion of Worsley 1986, Biometrika 73, 91-104, made exact
 * by conditioning). The set holds the true period with at least that confidence, whatever level and
 * size; for rates above .2, where errors are not Poisson, with more.
 */
final class ChangePoint {
  /** Chance that a set misses. */
  static final double DOUBT = 0.10;

  private static final int DRAWS = 999;

  private static final double HOPELESS = 12; // log likelihood ratio behind the best: never in a set

  private final PeriodSeries series;
  private final int first; // candidates
  private final int last;
  private final boolean more;
  private final double[] before; // expected errors before each period
  private final double[] logBefore;
  private final double[] logAfter;

  /**
   * A series to look at.
   *
   * @param series errors by period
   * @param first first period in which a change may have begun, at least 1
   * @param more whether errors became more frequent
   */
  ChangePoint(PeriodSeries series, int first, boolean more) {
    this.series = series;
    this.first = Math.max(1, first);
    this.last = series.size() - 1;
    this.more = more;
    this.before = new double[series.size() + 1];
    for (int t = 0; t < series.size(); t++) {
      before[t + 1] = before[t] + series.expected(t);
    }
    this.logBefore = new double[series.size() + 1];
    this.logAfter = new double[series.size() + 1];
    double all = before[series.size()];
    for (int t = 0; t <= series.size(); t++) {
      logBefore[t] = Math.log(Math.max(before[t], Double.MIN_NORMAL) / all);
      logAfter[t] = Math.log(Math.max(all - before[t], Double.MIN_NORMAL) / all);
    }
  }

  /** The likeliest first period of a change; -1 where none is possible. */
  int likeliest() {
    double[] ratios = ratios(series.errors());
    int best = -1;
    for (int t = first; t <= last; t++) {
      if (best < 0 || ratios[t] > ratios[best]) {
        best = t;
      }
    }
    return best;
  }

  /** Log likelihood ratio of a change at each candidate over none; 0 in the other direction. */
  private double[] ratios(long[] errors) {
    double[] ratios = new double[series.size()];
    long all = Arrays.stream(errors).sum();
    double none = xLog(all);
    long soFar = 0;
    for (int t = 0; t < ratios.length; t++) {
      if (t >= first && t <= last) {
        long rest = all - soFar;
        double gain = xLog(soFar) - soFar * logBefore[t] + xLog(rest) - rest * logAfter[t] - none;
        double share = before[t] / before[series.size()];
        boolean rose = soFar < all * share;
        ratios[t] = rose == more ? gain : 0;
      }
      soFar += errors[t];
    }
    return ratios;
  }

  private static double xLog(long x) {
    return x == 0 ? 0 : x * Math.log((double) x);
  }

  /**
   * The periods in which the change may have begun.
   *
   * @param seed of the draws
   * @return the set, ascending; the likeliest is always in it
   */
  List<Integer> periods(long seed) {
    double[] seen = ratios(series.errors());
    int best = likeliest();
    List<Integer> periods = new ArrayList<>();
    for (int t = first; t <= last; t++) {
      double lead = seen[best] - seen[t];
      if (t == best || (lead < HOPELESS && chance(t, lead, seed + t) > DOUBT)) {
        periods.add(t);
      }
    }
    return periods;
  }

  // Chance of a lead at least as large over the period at which the change did begin.
  private double chance(int begin, double lead, long seed) {
    var draw = new Draw(seed);
    long soFar = series.found(0, begin);
    long rest = series.found(begin, series.size());
    double atLeast = 1;
    for (int i = 0; i < DRAWS; i++) {
      long[] errors = new long[series.size()];
      draw.spread(errors, 0, begin, soFar);
      draw.spread(errors, begin, series.size(), rest);
      double[] ratios = ratios(errors);
      double best = Arrays.stream(ratios).max().orElseThrow();
      double more = best - ratios[begin] - lead;
      atLeast += more > 1e-9 ? 1 : more >= -1e-9 ? 0.5 : 0; // few errors: ties are split
    }
    return atLeast / (DRAWS + 1.0);
  }

  /**
   * Whether there is a change at all.
   *
   * @param draws to compare with, at least 19
   * @param seed of the draws
   * @return p-value of the largest likelihood ratio, given the number of errors
   */
  double pValue(int draws, long seed) {
    double seen = Arrays.stream(ratios(series.errors())).max().orElse(0);
    var draw = new Draw(seed);
    long all = series.found(0, series.size());
    int atLeast = 1;
    for (int i = 0; i < draws; i++) {
      long[] errors = new long[series.size()];
      draw.spread(errors, 0, series.size(), all);
      atLeast += Arrays.stream(ratios(errors)).max().orElse(0) >= seen - 1e-9 ? 1 : 0;
    }
    return atLeast / (draws + 1.0);
  }

  /** Spreads errors over periods as chance does. */
  private final class Draw {
    private final SplittableRandom random;
    private final GammaSampler gamma;

    Draw(long seed) {
      this.random = new SplittableRandom(seed);
      this.gamma = new GammaSampler(seed);
    }

    void spread(long[] errors, int from, int to, long number) {
      double[] share = new double[to - from];
      double sum = 0;
      for (int t = from; t < to; t++) {
        double odds = series.sway() == 0 ? 1 : gamma.sample(1 / series.sway()) * series.sway();
        sum += series.expected(t) * odds;
        share[t - from] = sum;
      }
      if (number > share.length) { // one binomial draw per period
        long left = number;
        double rest = sum;
        for (int t = from; t < to && left > 0; t++) {
          double own = share[t - from] - (t == from ? 0 : share[t - from - 1]);
          errors[t] = t == to - 1 ? left : BinomialSampler.sample(left, own / rest, random);
          left -= errors[t];
          rest -= own;
        }
        return;
      }
      for (long i = 0; i < number; i++) {
        int at = Arrays.binarySearch(share, random.nextDouble() * sum);
        errors[from + Math.min(share.length - 1, at < 0 ? -at - 1 : at + 1)]++;
      }
    }
  }
}
