package org.assay.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import org.assay.internal.Check;

/**
 * The multiple plan with the least average number of checks: up to a given number of stages, after
 * each of which it accepts, rejects or goes on.
 *
 * <p>Both risks are kept exactly, without replacement in a lot. What is minimised is the average at
 * the acceptable quality, or a weighted mean over stated qualities.
 *
 * <p><b>Numbers.</b> With a price for each wrong decision the best numbers of given sizes follow by
 * backward induction over the stages, and at any prices the outcome is a lower bound for all plans
 * of these sizes that keep the promise. The prices that make it largest are sought, and branch and
 * bound then finds the best numbers. They are proved best for up to three stages and some ten
 * errors; beyond, the search may end before the proof.
 *
 * <p><b>Sizes.</b> {@link Sizes#EQUAL}: all common sizes are tried (some hundred evenly spaced ones
 * where the single plan takes thousands of checks). {@link Sizes#FREE}: stages are added one by
 * one; the bound is followed downhill from equal sizes and from the plan of one stage less with
 * each stage cut in two, and the sizes with the least bounds are searched. That finds the best
 * sizes of small problems (tests try all) and is no proof for larger ones. The result is never
 * worse than the single plan, with free sizes than equal sizes, and than the {@link DoubleSampling
 * double} plan where the single one takes up to {@value #MOST_FOR_DOUBLE} checks.
 *
 * <p><b>Cost.</b> Grows with the stages and with the square of the errors of the single plan. Equal
 * sizes, three to seven stages: 0.1 to 0.7 s where the single plan is (176, 4), 5 to 15 s for
 * (2577, 63). Free sizes: 0.3 to 3 s, and 6 to 20 s for (629, 12). Number of tries and sizes are
 * limited, so the cost is bounded. <b>Limit.</b> Single plans with at most {@value #MOST_ERRORS}
 * errors.
 *
 * <p><b>Agrees with</b> no other software that we know: standards tabulate multiple plans, and
 * packages evaluate given ones.
 */
public final class MultipleSampling {
  private static final int MOST_STAGES = 10;
  private static final long MOST_ERRORS = 100;
  private static final long MOST_FOR_DOUBLE = 1_000;
  private static final int MOST_SIZES = 200;
  private static final int TRIES = 2_000;
  private static final int EQUAL_TRIES = 10_000;
  private static final int EXPLORED = 40;

  private final MultipleSearch search;

  private MultipleSampling(MultipleSearch search) {
    this.search = search;
  }

  /** Whether stages may differ in size. */
  public enum Sizes {
    /** All the same, as in standard tables; in a lot the last one may end with the lot. */
    EQUAL,
    /** Whatever takes the fewest checks. */
    FREE
  }

  /**
   * The plan with the least average at the acceptable quality.
   *
   * @param model how errors are distributed
   * @param promise the two risks, and the two qualities in units of the model
   * @param stages most stages, in [2, 10]; standards have up to 7
   * @param sizes whether stages may differ in size
   * @return the plan; of fewer stages when more do not help
   * @throws IllegalArgumentException if the two qualities are too close
   */
  public static StagedPlan leastAverage(
      ErrorModel model, Promise promise, int stages, Sizes sizes) {
    var weights = List.of(new OptimalPlans.Weight(promise.acceptable(), 1));
    return least(model, promise, stages, sizes, weights);
  }

  /**
   * The plan with the least weighted mean of the averages at some qualities.
   *
   * @param model how errors are distributed
   * @param promise the two risks, and the two qualities in units of the model
   * @param stages most stages, in [2, 10]; standards have up to 7
   * @param sizes whether stages may differ in size
   * @param weights qualities in units of the model, and how much each counts
   * @return the plan; of fewer stages when more do not help
   * @throws IllegalArgumentException if the two qualities are too close, or there is no weight
   */
  public static StagedPlan least(
      ErrorModel model,
      Promise promise,
      int stages,
      Sizes sizes,
      List<OptimalPlans.Weight> weights) {
    Check.range("stages", 2, MOST_STAGES, stages);
    Check.atLeast("number of weights", 1, weights.size());
    StagedPlan single =
        SingleSampling.smallest(model, promise)
            .filter(plan -> plan.acceptanceNumbers().get(0) <= MOST_ERRORS)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unacceptable must be so far above acceptable that a single plan accepts"
                            + " at no more than "
                            + MOST_ERRORS
                            + " errors, got "
                            + promise.unacceptable()));
    var search = new MultipleSampling(new MultipleSearch(model, promise, weights, single));
    if (sizes == Sizes.FREE && single.maximum() <= MOST_FOR_DOUBLE) {
      search.search.take(DoubleSampling.leastAverage(model, promise));
    }
    for (int k = 2; k <= stages; k++) {
      long[] before = sizes(search.search.best());
      // a fifth more than the single plan in all, which is about what the best plans can take
      long[] usual = alike(k, Math.max(1, 6 * single.maximum() / (5L * k)), Long.MAX_VALUE);
      search.search.tune(usual);
      search.equal(k, model.largestSample(), sizes == Sizes.FREE ? TRIES : EQUAL_TRIES);
      if (sizes == Sizes.FREE) {
        search.free(k, before, usual);
      }
    }
    return search.search.best();
  }

  /** Sizes and the bound for their plans. */
  private static final class Promising {
    static final Comparator<Promising> LEAST_BOUND = Comparator.comparingDouble(p -> p.bound);

    final long[] sizes;
    final double bound;

    Promising(long[] sizes, double bound) {
      this.sizes = sizes;
      this.bound = bound;
    }
  }

  private void equal(int stages, long most, int tries) {
    long step = 1 + (long) search.least() / MOST_SIZES;
    var promising = new ArrayList<Promising>();
    for (long size = step; size < search.least(); size += step) {
      add(promising, alike(stages, size, most));
    }
    if (step > 1 && !promising.isEmpty()) {
      long best = promising.stream().min(Promising.LEAST_BOUND).orElseThrow().sizes[0];
      for (long size = best - step + 1; size < best + step; size++) {
        add(promising, alike(stages, size, most));
      }
    }
    promising.sort(Promising.LEAST_BOUND);
    promising.forEach(p -> search.attempt(p.sizes, tries));
  }

  private void add(Collection<Promising> list, long[] sizes) {
    StagePrices prices = search.promising(sizes, search.least());
    if (prices != null) {
      list.add(new Promising(sizes, prices.bound));
    }
  }

  private static long[] alike(int stages, long size, long most) {
    long[] sizes = new long[stages];
    Arrays.fill(sizes, size);
    sizes[stages - 1] = Math.min(size, most - (stages - 1) * size);
    return sizes;
  }

  private void free(int stages, long[] before, long[] equal) {
    var starts = new ArrayList<>(List.of(equal, sizes(search.best())));
    for (int i = 0; i < before.length && before.length == stages - 1; i++) {
      long[] cut = Arrays.copyOf(before, stages);
      System.arraycopy(before, i, cut, i + 1, stages - 1 - i);
      cut[i] = before[i] / 2;
      cut[i + 1] = before[i] - cut[i];
      starts.add(cut);
    }
    starts.forEach(this::explore);
    descend();
  }

  private static long[] sizes(StagedPlan plan) {
    return plan.sampleSizes().stream().mapToLong(Long::longValue).toArray();
  }

  // Follows the bound downhill, then searches the numbers where it is least.
  private void explore(long[] start) {
    search.tune(start);
    StagePrices prices = search.promising(start, Double.POSITIVE_INFINITY);
    if (prices == null) {
      return;
    }
    var queue = new PriorityQueue<>(Promising.LEAST_BOUND);
    queue.add(bottom(new Promising(start, prices.bound)));
    var seen = new HashSet<List<Long>>();
    for (int i = 0; i < EXPLORED && !queue.isEmpty(); i++) {
      Promising at = queue.poll();
      if (at.bound >= search.least()) {
        return;
      }
      search.attempt(at.sizes, TRIES);
      for (long[] sizes : neighbours(at.sizes, 1)) {
        if (seen.add(Arrays.stream(sizes).boxed().toList())) {
          add(queue, sizes);
        }
      }
    }
  }

  private Promising bottom(Promising from) {
    Promising low = from;
    for (long step = Math.max(1, from.sizes[0] / 2); step >= 1; step /= 2) {
      double before;
      do {
        before = low.bound;
        for (long[] sizes : neighbours(low.sizes, step)) {
          StagePrices prices = search.promising(sizes, low.bound);
          if (prices != null) {
            low = new Promising(sizes, prices.bound);
            search.use(prices);
          }
        }
      } while (low.bound < before);
    }
    return low;
  }

  // Follows the plans themselves downhill.
  private void descend() {
    for (long step = Math.max(1, sizes(search.best())[0] / 4); step >= 1; step /= 2) {
      boolean better;
      do {
        better = false;
        for (long[] sizes : neighbours(sizes(search.best()), step)) {
          better |= search.attempt(sizes, TRIES);
        }
      } while (better);
    }
  }

  // One stage longer or shorter, all later looks moved with it or only this one.
  private static List<long[]> neighbours(long[] sizes, long step) {
    var all = new ArrayList<long[]>();
    for (int i = 0; i < sizes.length; i++) {
      for (long change : new long[] {-step, step}) {
        long[] later = sizes.clone();
        later[i] += change;
        all.add(later);
        if (i + 1 < sizes.length) {
          long[] alone = later.clone();
          alone[i + 1] -= change;
          all.add(alone);
        }
      }
    }
    return all;
  }
}
