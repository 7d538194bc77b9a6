package org.assay.plan;

import java.util.Optional;
import org.assay.internal.Binomial;
import org.assay.internal.Check;
import org.assay.internal.Hypergeometric;
import org.assay.internal.IntegerSearch;
import org.assay.internal.PlanSearch;
import org.assay.internal.Risk;
import org.assay.interval.ReGraderCalibration;
import org.assay.interval.ReGraderCalibration.ReGrader;

/**
 * Single plans for checks that err: a wrong grading is found with the sensitivity, a right one is
 * called wrong with 1 - specificity.
 *
 * <p>Among n of N items with D defective ones, k are defective, and the errors found are
 *
 * <pre>{@code
 * X = Binomial(k, sensitivity) + Binomial(n - k, 1 - specificity),   k hypergeometric (N, D, n)
 * }</pre>
 *
 * summed exactly (absolute error about 1e-18). In a stream X is binomial at {@link ReGrader#found},
 * so any other plan is designed by rates seen through the re-grader. Unlike a perfect re-grader's,
 * a lot that is checked throughout may still leave a risk above the promise.
 *
 * <p><b>Cost.</b> One probability takes the spread of k times the acceptance number; a plan some
 * hundred of them: a millisecond for 194 checks, a tenth of a second for 2,334. <b>Source.</b>
 * Cameron and Baldock (1998), Prev. Vet. Med. 34, 1-17. <b>Differs from</b> epiR's {@code
 * rsu.sssep.rs}, an approximation that may be an item larger.
 */
public final class ReGraderSampling {
  private static final double NEGLIGIBLE = 1e-21;

  private final ReGrader reGrader;
  private final ReGrader findingMost; // what the producer's risk is judged with
  private final long lotSize;

  private ReGraderSampling(ReGrader reGrader, ReGrader findingMost, long lotSize) {
    this.reGrader = reGrader;
    this.findingMost = findingMost;
    this.lotSize = Check.range("lotSize", 1, Hypergeometric.LARGEST, lotSize);
  }

  /**
   * Plans for a lot.
   *
   * @param reGrader who checks
   * @param lotSize N, in [1, 3 * 10^9]
   * @return designs for these
   */
  public static ReGraderSampling inLot(ReGrader reGrader, long lotSize) {
    return new ReGraderSampling(reGrader, reGrader, lotSize);
  }

  /**
   * The probability that a sample finds at most that many errors.
   *
   * @param n items checked, in [1, N]
   * @param errors X, at least 0
   * @param defective D, in [0, N]
   * @return P(X &lt;= errors)
   */
  public double atMost(long n, long errors, long defective) {
    Check.range("n", 1, lotSize, n);
    Check.atLeast("errors", 0, errors);
    Check.range("defective", 0, lotSize, defective);
    return tail(reGrader, n, errors, defective, false);
  }

  // P(X <= c), or P(X > c)
  private double tail(ReGrader by, long n, long c, long defective, boolean upper) {
    var drawn = new Hypergeometric(lotSize, defective, n);
    long spread = (long) (10 * drawn.standardDeviation()) + 50;
    long last = Math.min(drawn.maximum(), (long) drawn.mean() + spread);
    double sum = 0;
    for (long k = Math.max(drawn.minimum(), (long) drawn.mean() - spread); k <= last; k++) {
      double share = Math.exp(drawn.logMass(k));
      if (share > NEGLIGIBLE) {
        sum += share * tailOf(by, k, n - k, c, upper);
      }
    }
    return Math.min(1, sum);
  }

  // The same when the sample has that many defective and that many good items.
  private static double tailOf(ReGrader by, long defective, long good, long c, boolean upper) {
    var hits = new Binomial(defective, by.sensitivity());
    var falseAlarms = new Binomial(good, 1 - by.specificity());
    double sum = upper ? hits.tails(c).upper() : 0;
    for (long j = 0; j <= Math.min(c, defective); j++) {
      double share = Math.exp(hits.logMass(j));
      if (share > NEGLIGIBLE) {
        var tails = falseAlarms.tails(c - j);
        sum += share * (upper ? tails.upper() : tails.lower());
      }
    }
    return sum;
  }

  /**
   * The smallest sample in which no error found shows that the lot is better than unacceptable.
   *
   * @param unacceptableCount D to rule out, in [1, N]
   * @param consumerRisk in (0, 1)
   * @return the size, with the probability of no error found at D; empty when even checking the
   *     whole lot may miss all of them
   */
  public Optional<SampleSize> zeroAcceptance(long unacceptableCount, double consumerRisk) {
    Check.range("unacceptableCount", 1, lotSize, unacceptableCount);
    Check.openUnit("consumerRisk", consumerRisk);
    long n = size(unacceptableCount, consumerRisk, 0);
    return n == PlanSearch.NONE
        ? Optional.empty()
        : Optional.of(new SampleSize(n, atMost(n, 0, unacceptableCount)));
  }

  /**
   * The smallest plan that keeps both risks, counted in errors found.
   *
   * @param promise about a lot of N items: qualities are true ones
   * @return the plan; empty when the re-grader's errors allow none
   * @throws IllegalArgumentException if the promise is about another lot
   */
  public Optional<StagedPlan> smallest(Promise promise) {
    if (promise.lot().size() != lotSize) {
      throw new IllegalArgumentException(
          "promise must be about a lot of " + lotSize + ", got " + promise.lot().size());
    }
    long acceptable = (long) promise.acceptable();
    long unacceptable = (long) promise.unacceptable();
    long c =
        PlanSearch.smallest(
            lotSize - 1,
            guess(promise),
            k -> size(unacceptable, promise.consumerRisk(), k),
            (n, k) ->
                n < 1
                    || Risk.isAtMost(
                        tail(findingMost, n, k, acceptable, true), promise.producerRisk()),
            -1);
    return c == PlanSearch.NONE
        ? Optional.empty()
        : Optional.of(StagedPlan.single(size(unacceptable, promise.consumerRisk(), c), c));
  }

  /**
   * The smallest plan that keeps both risks when the re-grader is known from a calibration only.
   *
   * <p>The more errors a re-grader finds of each kind, the likelier a lot is rejected. So the
   * consumer's risk is kept for the one who finds the fewest that the calibration allows, and the
   * producer's for the one who finds the most; {@value ReGraderCalibration#SHARE_OF_EACH} of each
   * risk is spent on each limit and the rest on the sample. The risks are those of calibration and
   * sample together: of a hundred calibrations with their plans at most that many go wrong.
   *
   * @param calibration checks of known gradings, independent of the sample
   * @param promise about a lot: qualities are true ones
   * @return the plan, counted in errors found; empty when the calibration is too small for any
   */
  public static Optional<StagedPlan> smallest(ReGraderCalibration calibration, Promise promise) {
    double spent = 2 * ReGraderCalibration.SHARE_OF_EACH;
    Optional<ReGrader> fewest = calibration.findingFewest(spent * promise.consumerRisk());
    Optional<ReGrader> most = calibration.findingMost(spent * promise.producerRisk());
    if (fewest.isEmpty() || most.isEmpty()) {
      return Optional.empty();
    }
    var sampling = new ReGraderSampling(fewest.get(), most.get(), promise.lot().size());
    double good = sampling.found(most.get(), (long) promise.acceptable());
    if (good >= sampling.found(fewest.get(), (long) promise.unacceptable())) {
      return Optional.empty(); // the good lot may look worse than the bad one
    }
    return sampling.smallest(
        new Promise(
            promise.lot(),
            promise.acceptable(),
            promise.unacceptable(),
            (1 - spent) * promise.producerRisk(),
            (1 - spent) * promise.consumerRisk()));
  }

  /**
   * The smallest sample in which no error found shows that the lot is better than unacceptable,
   * when the re-grader is known from a calibration only.
   *
   * <p>False alarms can only add errors found, so the specificity does not matter; {@value
   * ReGraderCalibration#SHARE_OF_EACH} of the risk is spent on the limit of the sensitivity.
   *
   * @param calibration checks of known gradings, independent of the sample
   * @param lotSize N, in [1, 3 * 10^9]
   * @param unacceptableCount D to rule out, in [1, N]
   * @param consumerRisk of calibration and sample together, in (0, 0.5)
   * @return the size, with the whole risk at D; empty when even checking the whole lot may miss all
   *     of them
   */
  public static Optional<SampleSize> zeroAcceptance(
      ReGraderCalibration calibration, long lotSize, long unacceptableCount, double consumerRisk) {
    double spent = ReGraderCalibration.SHARE_OF_EACH * consumerRisk;
    double sensitivity = calibration.leastSensitivity(spent);
    if (sensitivity == 0) {
      return Optional.empty();
    }
    return inLot(new ReGrader(sensitivity, 1), lotSize)
        .zeroAcceptance(unacceptableCount, consumerRisk - spent)
        .map(size -> new SampleSize(size.n(), size.achieved() + spent));
  }

  /**
   * The most defective items that a lot may have after a sample, when the re-grader is known from a
   * calibration only.
   *
   * @param calibration checks of known gradings, independent of the sample
   * @param lotSize N, in [1, 3 * 10^9]
   * @param n items checked, in [1, N]
   * @param errors found, in [0, n]
   * @param risk probability at most with which the lot has more, over calibration and sample, in
   *     (0, 0.5)
   * @return upper limit of D; N when the calibration says too little
   */
  public static long mostDefective(
      ReGraderCalibration calibration, long lotSize, long n, long errors, double risk) {
    Check.range("n", 1, lotSize, n);
    Check.range("errors", 0, n, errors);
    double spent = 2 * ReGraderCalibration.SHARE_OF_EACH;
    Optional<ReGrader> fewest = calibration.findingFewest(spent * risk);
    if (fewest.isEmpty()) {
      return lotSize;
    }
    var sampling = inLot(fewest.get(), lotSize);
    return IntegerSearch.first(
            0,
            lotSize,
            errors * lotSize / n,
            defective -> sampling.atMost(n, errors, defective) <= (1 - spent) * risk)
        - 1;
  }

  // Acceptance number of a stream with the same rates, less the share that a lot saves.
  private long guess(Promise promise) {
    return SingleSampling.smallest(
            Promise.ofRates(
                found(findingMost, (long) promise.acceptable()),
                found(reGrader, (long) promise.unacceptable()),
                promise.producerRisk(),
                promise.consumerRisk()))
        .map(
            plan ->
                (long) (plan.acceptanceNumbers().get(0) / (1 + (double) plan.maximum() / lotSize)))
        .orElse(0L);
  }

  private double found(ReGrader by, long defective) {
    return Math.min(Math.nextDown(1.0), by.found((double) defective / lotSize));
  }

  private long size(long defective, double risk, long c) {
    long first = Math.min(c, lotSize - 1) + 1;
    long guess = ErrorModel.BINOMIAL.aboutSize(c, found(reGrader, defective), risk);
    long n =
        IntegerSearch.first(
            first,
            lotSize,
            guess,
            k -> Risk.isAtMost(tail(reGrader, k, c, defective, false), risk));
    return n > lotSize ? PlanSearch.NONE : n;
  }
}
