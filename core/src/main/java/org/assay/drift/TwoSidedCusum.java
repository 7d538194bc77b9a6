package org.assay.drift;

import java.util.Optional;
import org.assay.drift.AssessorTrend.Baseline;
import org.assay.internal.Check;
import org.assay.internal.Normal;

/**
 * Two Bernoulli CUSUM charts on the same checks, one for an increase of the error rate and one for
 * a decrease.
 *
 * <p><b>Run length of the pair.</b> With A and B the average run lengths of the two, that of the
 * pair lies in
 *
 * <pre>{@code
 * [1 / (1 / A + 1 / B), min(A, B)]
 * }</pre>
 *
 * The lower end is what is promised. It holds for any two charts: when both begin again at 0 at
 * every signal of either, each signals at most as often as it would alone, so that the signals of
 * the pair are at most as frequent as those of both together.
 *
 * @param increase chart for an increase
 * @param decrease chart for a decrease
 */
record TwoSidedCusum(CusumDesign increase, CusumDesign decrease) {
  // Trapezoid rule on the normal scale of the posterior's quantiles, out to 4.5 standard
  // deviations.
  private static final int NODES = 19;
  private static final double SPACING = 0.5;

  // A chart that would not notice as much as this is none.
  private static final double GROSS_RATE = 0.1;
  private static final double GROSS_ODDS_RATIO = 10;

  public TwoSidedCusum {
    if (!increase.forIncrease() || decrease.forIncrease()) {
      throw new IllegalArgumentException(
          "increase and decrease must be charts for these, got " + increase + " and " + decrease);
    }
  }

  /**
   * The pair for a known rate in control.
   *
   * @param inControlRate rate of errors among checks
   * @param oddsRatio change of the odds that is to be noticed, above 1, in either direction
   * @param runLength average number of checks until a false signal of the pair is at least this
   * @return the design; each chart gets twice the run length
   */
  public static TwoSidedCusum of(double inControlRate, double oddsRatio, double runLength) {
    Check.openUnit("inControlRate", inControlRate);
    requireOddsRatio(oddsRatio);
    return new TwoSidedCusum(
        CusumDesign.of(inControlRate, shifted(inControlRate, oddsRatio), 2 * runLength),
        CusumDesign.of(inControlRate, shifted(inControlRate, 1 / oddsRatio), 2 * runLength));
  }

  /**
   * The pair for a rate that was estimated from some checks.
   *
   * <p>A chart that takes the estimate for the truth signals falsely more often than it says, twice
   * as often and more at usual sizes. Here the chance of a false signal is averaged over what the
   * rate may be after the baseline, Jeffreys' posterior Beta(errors + 1/2, checked - errors + 1/2):
   *
   * <pre>{@code
   * E min(1, horizon / A(rate)) + E min(1, horizon / B(rate)) <= falseSignalProbability
   * }</pre>
   *
   * with A and B the exact average run lengths, and half of the probability for each. It is an
   * upper bound of the chance that the pair signals within the horizon: a chart never stands better
   * than at 0, where it begins, so that its run length is new better than used in expectation and
   * {@code P(run length <= n) <= n / mean}.
   *
   * <p>The charts are scored for the posterior's mean, (errors + 1/2) / (checked + 1).
   *
   * @param baseline the checks, not all in error
   * @param oddsRatio change of the odds that is to be noticed, above 1, in either direction
   * @param horizon number of checks after the baseline, at least 1
   * @param falseSignalProbability chance of a false signal among them, in (0, 1)
   * @return the design with the smallest limits; empty when no chart for an increase keeps the
   *     promise and would notice, within the horizon on average, that one check in ten became an
   *     error or, if that is more, that the odds of one became tenfold: a short baseline, or one
   *     with next to no errors, with a small probability. A chart for a decrease that cannot keep
   *     the promise otherwise is one that stays silent within the horizon
   */
  public static Optional<TwoSidedCusum> allowing(
      Baseline baseline, double oddsRatio, double horizon, double falseSignalProbability) {
    return allowing(baseline, oddsRatio, horizon, falseSignalProbability, 1);
  }

  /**
   * The same where errors of a period go together.
   *
   * <p>The baseline counts for as many independent checks as have its variance, and the limits are
   * multiplied by the factor: the chance that a sum with a downward drift d and a variance v per
   * check ever climbs to h falls like exp(-2 d h / v), which a common factor of h and v leaves as
   * it is. Not exact; at an intraclass correlation of .02 within weeks of 45 checks a false signal
   * comes no more often than promised.
   *
   * @param baseline the checks, not all in error
   * @param oddsRatio change of the odds that is to be noticed, above 1, in either direction
   * @param horizon number of checks after the baseline, at least 1
   * @param falseSignalProbability chance of a false signal among them, in (0, 1)
   * @param varianceFactor variance of the errors of a period over that of independent checks, at
   *     least 1, see {@link org.assay.estimate.Overdispersion}
   * @return the design; empty as without the factor, and where its limits leave a chart for an
   *     increase that would not notice what it must
   */
  public static Optional<TwoSidedCusum> allowing(
      Baseline baseline,
      double oddsRatio,
      double horizon,
      double falseSignalProbability,
      double varianceFactor) {
    if (!(varianceFactor >= 1 && varianceFactor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("varianceFactor must be >= 1, got " + varianceFactor);
    }
    if (baseline.errors() == baseline.checked()) {
      throw new IllegalArgumentException(
          "baseline must have a check without error, got " + baseline);
    }
    requireOddsRatio(oddsRatio);
    Check.positive("horizon", horizon);
    Check.openUnit("falseSignalProbability", falseSignalProbability);
    double[] rates = new double[NODES];
    double[] weights = new double[NODES];
    double sum = 0;
    for (int i = 0; i < NODES; i++) {
      double z = (i - NODES / 2) * SPACING;
      rates[i] = baseline.posteriorQuantile(Normal.STANDARD.tails(z).lower(), varianceFactor);
      weights[i] = Normal.STANDARD.mass(z);
      sum += weights[i];
    }
    var promise = new FalseSignals(rates, weights, horizon, falseSignalProbability / 2 * sum);
    double rate = baseline.posteriorMean();
    double more = shifted(rate, oddsRatio);
    double fewer = shifted(rate, 1 / oddsRatio);
    double gross = Math.max(GROSS_RATE, shifted(rate, GROSS_ODDS_RATIO));
    double noticesGross = horizon * (gross * CusumDesign.step(rate, more) - 1);
    return CusumDesign.smallest(rate, more, promise, noticesGross / varianceFactor)
        .flatMap(
            increase ->
                decrease(rate, fewer, promise)
                    .map(
                        chart ->
                            new TwoSidedCusum(
                                increase.widened(varianceFactor), chart.widened(varianceFactor))));
  }

  // A chart for a decrease rises by one at most, so with a limit above the horizon it is silent.
  private static Optional<CusumDesign> decrease(double rate, double fewer, FalseSignals promise) {
    Optional<CusumDesign> chart = CusumDesign.smallest(rate, fewer, promise, promise.horizon());
    int step = CusumDesign.step(rate, fewer);
    int silent = (int) Math.min(CusumDesign.LARGEST_LIMIT, promise.horizon() + 1);
    return chart.isPresent() || step == CusumDesign.NO_STEP
        ? chart
        : Optional.of(new CusumDesign(rate, fewer, step, silent));
  }

  /**
   * What the average run length of the pair is at least.
   *
   * @param rate of errors among checks, in (0, 1)
   * @return 1 / (1 / A + 1 / B)
   */
  public double averageRunLengthAtLeast(double rate) {
    return 1 / (1 / increase.averageRunLength(rate) + 1 / decrease.averageRunLength(rate));
  }

  private static double shifted(double rate, double oddsRatio) {
    return oddsRatio * rate / (1 - rate + oddsRatio * rate);
  }

  private static void requireOddsRatio(double oddsRatio) {
    if (!(oddsRatio > 1 && oddsRatio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("oddsRatio must be above 1, got " + oddsRatio);
    }
  }
}
