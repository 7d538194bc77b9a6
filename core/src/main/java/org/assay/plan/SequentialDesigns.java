package org.assay.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assay.internal.Check;
import org.assay.internal.Risk;

/**
 * Designs of sequential plans whose exact risks never exceed the promise.
 *
 * <p>All of them are computed without replacement in a lot. Which to use when:
 *
 * <ul>
 *   <li>{@link #calibrated}: fewest checks where most lots are clearly good or bad; no set maximum.
 *   <li>{@link #truncated}: the same with a maximum near the single plan's size; the default.
 *   <li>{@link #twoSprt}: fewest checks for the worst quality in between.
 *   <li>{@code OptimalPlans}: the true optimum for stated weights; a few percent better at most.
 *   <li>{@code AlwaysValid}: when people may stop early, look in between, or go on later.
 * </ul>
 *
 * <p><b>Source.</b> Wald (1947), Sequential Analysis; Lorden (1976), Annals of Statistics 4,
 * 281-291 (2-SPRT). The calibration is our own, see {@code LeastPair}.
 */
public final class SequentialDesigns {
  private static final double OPEN_END = 1e-13;
  private static final int LONGEST = 5_000_000;

  private SequentialDesigns() {}

  /**
   * Wald's likelihood ratio test with the least thresholds that keep both promises exactly.
   *
   * <p>Of all pairs of thresholds that keep the promises it has the fewest expected checks at every
   * quality. It ends where fewer than 1 in 10^13 lots would still be undecided, or with the lot.
   *
   * @param promise risks to keep
   * @param looks when a decision may be taken; the risks are those of this schedule
   * @return the plan
   */
  public static SequentialPlan calibrated(Promise promise, Looks looks) {
    LogRatio ratio = new LogRatio(promise.lot(), promise.unacceptable(), promise.acceptable());
    boolean[] look = looks.upTo(openEnd(promise, ratio));
    RatioWalls walls = new RatioWalls(ratio, ratio, look, RatioWalls.NO_CUT);
    Boundary boundary =
        LeastPair.search(promise, walls::at, 0, safe(promise) + 1)
            .orElseThrow(() -> new IllegalStateException("no thresholds keep " + promise));
    return SequentialPlan.given(promise, boundary);
  }

  /**
   * The calibrated test with an end: at most that many checks, fully curtailed.
   *
   * @param promise risks to keep
   * @param looks when a decision may be taken
   * @param maximum most checks; the single plan's size is the smallest that can keep the promise
   * @return the plan with the fewest expected checks over both promised qualities
   * @throws IllegalArgumentException if no plan of that many checks keeps both promises
   */
  public static SequentialPlan truncated(Promise promise, Looks looks, int maximum) {
    Check.atLeast("maximum", 1, maximum);
    if (promise.lot().finite()) {
      Check.range("maximum", 1, promise.lot().size(), maximum);
    }
    return SequentialPlan.given(
        promise,
        endingAt(promise, looks, maximum)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "maximum must be enough to keep both promised risks, got " + maximum)));
  }

  private static Optional<Boundary> endingAt(Promise promise, Looks looks, int maximum) {
    LogRatio ratio = new LogRatio(promise.lot(), promise.unacceptable(), promise.acceptable());
    ErrorModel model = ErrorModel.of(promise.lot());
    boolean[] look = looks.upTo(maximum);
    Boundary best = null;
    double fewest = Double.POSITIVE_INFINITY;
    for (int cut = 0; cut < maximum; cut++) {
      // the single plan with the same end keeps its promises whenever a truncated one can
      if (!Risk.isAtMost(
          model.errors(maximum, promise.unacceptable()).tails(cut).lower(),
          promise.consumerRisk())) {
        break;
      }
      if (!Risk.isAtMost(
          model.errors(maximum, promise.acceptable()).tails(cut).upper(), promise.producerRisk())) {
        continue;
      }
      RatioWalls walls = new RatioWalls(ratio, ratio, look, cut);
      Optional<Boundary> plan = LeastPair.search(promise, walls::at, 0, 50);
      if (plan.isPresent() && checks(plan.get(), promise) < fewest) {
        best = plan.get();
        fewest = checks(best, promise);
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The truncated test that ends a tenth beyond the size of the single plan.
   *
   * @param promise risks to keep
   * @param looks when a decision may be taken
   * @return the plan
   */
  public static SequentialPlan truncated(Promise promise, Looks looks) {
    int size = SinglePlans.smallestSize(promise);
    long most = promise.lot().finite() ? promise.lot().size() : LONGEST;
    for (int maximum = (int) Math.min(size * 11L / 10, most); maximum > size; maximum--) {
      Optional<Boundary> plan = endingAt(promise, looks, maximum);
      if (plan.isPresent()) { // whole numbers: not every size beyond the single plan's will do
        return SequentialPlan.given(promise, plan.get());
      }
    }
    return truncated(promise, looks, size);
  }

  private static double checks(Boundary plan, Promise promise) {
    return BoundaryRun.of(plan, promise.lot(), promise.acceptable()).averageSampleNumber()
        + BoundaryRun.of(plan, promise.lot(), promise.unacceptable()).averageSampleNumber();
  }

  /**
   * Lorden's 2-SPRT: accept when the middle quality is far likelier than the unacceptable one,
   * reject when it is far likelier than the acceptable one. It ends by itself.
   *
   * <p>The middle quality is the one that makes the largest expected number of checks smallest;
   * when no whole number of items lies in between, the plan is the calibrated one.
   *
   * @param promise risks to keep
   * @param looks when a decision may be taken
   * @return the plan
   */
  public static SequentialPlan twoSprt(Promise promise, Looks looks) {
    Middle middle = new Middle(promise, q -> twoSprt(promise, looks, q));
    return middle
        .best()
        .map(plan -> SequentialPlan.given(promise, plan))
        .orElseGet(() -> calibrated(promise, looks));
  }

  private static Boundary twoSprt(Promise promise, Looks looks, double middle) {
    LogRatio accept = new LogRatio(promise.lot(), promise.unacceptable(), middle);
    LogRatio reject = new LogRatio(promise.lot(), middle, promise.acceptable());
    double safe = safe(promise);
    int end = crossing(promise, accept, reject, safe);
    RatioWalls walls = new RatioWalls(accept, reject, looks.upTo(end), RatioWalls.NO_CUT);
    return LeastPair.search(promise, walls::at, 0, safe + 1)
        .orElseThrow(() -> new IllegalStateException("no thresholds keep " + promise));
  }

  // The walls of the widest region meet here; every narrower region ends before.
  private static int crossing(Promise promise, LogRatio accept, LogRatio reject, double safe) {
    long most = promise.lot().finite() ? promise.lot().size() : LONGEST;
    int d = 0;
    int n = 1;
    for (; n < most; n++) {
      while (d <= n && accept.at(n, d) <= -safe) {
        d++;
      }
      if (d > n || reject.at(n, d) >= safe) {
        break;
      }
    }
    return n;
  }

  /** ln(1/risk) of the smaller risk: with this threshold on both sides both promises are kept. */
  private static double safe(Promise promise) {
    return -Math.log(Math.min(promise.producerRisk(), promise.consumerRisk()));
  }

  /**
   * The number of checks after which almost no lot is undecided, between thresholds that are safe.
   *
   * @return at most the size of the lot
   */
  static int openEnd(Promise promise, LogRatio ratio) {
    double safe = safe(promise);
    Lot lot = promise.lot();
    double slowest = slowest(promise);
    int most = (int) Math.min(lot.finite() ? lot.size() : LONGEST, LONGEST);
    double[] p = new double[16];
    p[0] = 1;
    int low = 0;
    int high = 0;
    for (int n = 0; n < most; n++) {
      if (high + 2 > p.length) {
        p = Arrays.copyOf(p, 2 * p.length);
      }
      double alive = 0;
      for (int d = high; d >= low; d--) {
        double error = p[d] * lot.nextError(slowest, n, d);
        p[d + 1] += error;
        p[d] -= error;
        alive += p[d] + error;
      }
      high++;
      while (low <= high && ratio.at(n + 1, low) <= -safe) {
        p[low++] = 0;
      }
      while (high >= low && ratio.at(n + 1, high) >= safe) {
        p[high--] = 0;
      }
      if (alive < OPEN_END || low > high) {
        return n + 1;
      }
    }
    if (most == LONGEST) {
      throw new IllegalArgumentException(
          "acceptable and unacceptable are too close: a plan would need more than "
              + LONGEST
              + " checks");
    }
    return most;
  }

  // Where the log ratio has no drift: ln((1-a)/(1-u)) / ln(u(1-a)/(a(1-u))).
  private static double slowest(Promise promise) {
    double a = Math.max(promise.lot().rate(promise.acceptable()), 1e-12);
    double u = Math.min(promise.lot().rate(promise.unacceptable()), 1 - 1e-12);
    double right = Math.log1p(-a) - Math.log1p(-u);
    double rate = right / (Math.log(u / a) + right);
    return promise.lot().quality(rate);
  }

  /**
   * When a decision may be taken: every n checks, or after stated numbers of checks.
   *
   * <p>The end of a plan is always a look.
   *
   * @param every distance between looks, at least 1; unused when {@code at} is given
   * @param first no look before that many checks, at least 1; unused when {@code at} is given
   * @param at numbers of checks, rising; empty for a regular schedule
   */
  public record Looks(int every, int first, List<Integer> at) {
    /** A look after every check. */
    public static final Looks EVERY_CHECK = new Looks(1, 1, List.of());

    public Looks {
      Check.atLeast("every", 1, every);
      Check.atLeast("first", 1, first);
      at = List.copyOf(at);
      for (int i = 0; i < at.size(); i++) {
        int least = i == 0 ? 1 : at.get(i - 1) + 1;
        Check.atLeast("looks[" + i + "]", least, at.get(i));
      }
    }

    /**
     * A look after every batch of the same size.
     *
     * @param checks checks in a batch
     * @return the schedule
     */
    public static Looks every(int checks) {
      return checks == 1 ? EVERY_CHECK : new Looks(checks, 1, List.of());
    }

    /**
     * A look after every check from some number of them on.
     *
     * @param first no look before that many checks, at least 1
     * @return the schedule
     */
    public static Looks from(int first) {
      return first == 1 ? EVERY_CHECK : new Looks(1, first, List.of());
    }

    /**
     * Looks after stated numbers of checks, for example at the end of each day.
     *
     * @param checks total numbers of checks, rising
     * @return the schedule
     */
    public static Looks at(List<Integer> checks) {
      if (checks.isEmpty()) {
        throw new IllegalArgumentException("looks must not be empty");
      }
      return new Looks(1, 1, checks);
    }

    /** Marks the looks up to a maximum, which is always one. */
    boolean[] upTo(int maximum) {
      boolean[] look = new boolean[maximum + 1];
      if (at.isEmpty()) {
        for (long n = every; n <= maximum; n += every) { // long: the last step may leave the range
          look[(int) n] = n >= first;
        }
      } else {
        at.stream().filter(n -> n <= maximum).forEach(n -> look[n] = true);
      }
      look[maximum] = true;
      return look;
    }
  }
}
