package org.assay.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assay.internal.Risk;

/**
 * The best numbers of a plan whose sizes are given, by branch and bound.
 *
 * <p>At the prices of a {@link StagePrices} each state that is decided otherwise than there costs a
 * known loss, and a plan that keeps both promises has at least bound + losses expected checks.
 * Numbers are tried stage by stage, the smallest loss first, as long as the bound at each of
 * several prices leaves room below the best plan known. When the tries do not run out the numbers
 * are the best there are.
 */
final class StageNumbers {
  private static final double[][] PRICES = {
    {1, 1}, {1.4, 1}, {1, 1.4}, {0.7, 1}, {1, 0.7}, {1.5, 1.5}, {0.6, 0.6}
  };
  private static final int NARROWEST = 64; // part of the room that is searched first

  private final Promise promise;
  private final StageSchedule schedule;
  private final List<StagePrices> prices;
  private final int[] accept;
  private final int[] reject;
  private int tries;
  private double least;
  private StagedPlan best;

  private StageNumbers(StagePrices tuned, Promise promise, int tries) {
    this.promise = promise;
    this.schedule = tuned.schedule;
    this.tries = tries;
    accept = new int[schedule.stages];
    reject = new int[schedule.stages];
    prices = new ArrayList<>(List.of(tuned));
    for (double[] p : Arrays.asList(PRICES).subList(1, PRICES.length)) {
      prices.add(
          new StagePrices(schedule, promise, p[0] * tuned.priceReject, p[1] * tuned.priceAccept));
    }
  }

  /**
   * Searches.
   *
   * @param tuned prices with a large bound
   * @param below expected checks that a plan must have fewer than
   * @param tries most numbers of a stage to try
   * @return a plan that keeps both promises, possibly of fewer stages than there are sizes
   */
  static Optional<StagedPlan> search(StagePrices tuned, Promise promise, double below, int tries) {
    var search = new StageNumbers(tuned, promise, tries);
    double[] ways = new double[tuned.schedule.width];
    Arrays.fill(ways, 1);
    double[] bounds = search.prices.stream().mapToDouble(p -> p.bound).toArray();
    for (int part = NARROWEST; part >= 1 && search.best == null; part /= 2) {
      search.least = tuned.bound + (below - tuned.bound) / part;
      search.stage(0, ways, bounds, tuned.schedule.first, 0, 0);
    }
    return Optional.ofNullable(search.best);
  }

  /** Numbers of a stage, with the bound at each price and the largest of them. */
  private static final class Choice {
    final int accept;
    final int reject;
    final double[] bounds;
    final double bound;

    Choice(int accept, int reject, double[] bounds, double bound) {
      this.accept = accept;
      this.reject = reject;
      this.bounds = bounds;
      this.bound = bound;
    }
  }

  private void stage(
      int i, double[] ways, double[] bounds, double checks, double rejected, double accepted) {
    for (Choice choice : choices(i, ways, bounds)) {
      if (choice.bound >= least || tries-- <= 0) {
        return;
      }
      double r = rejected;
      for (int d = choice.reject; d < ways.length; d++) {
        r += ways[d] * schedule.good[i][d];
      }
      double a = accepted;
      for (int d = 0; d <= choice.accept; d++) {
        a += ways[d] * schedule.bad[i][d];
      }
      if (!Risk.isAtMost(r, promise.producerRisk()) || !Risk.isAtMost(a, promise.consumerRisk())) {
        continue;
      }
      accept[i] = choice.accept;
      reject[i] = choice.reject;
      if (choice.reject > choice.accept + 1) {
        double n = checks;
        for (int d = choice.accept + 1; d < choice.reject; d++) {
          n += ways[d] * schedule.next[i][d];
        }
        double[] then = schedule.onward(i, ways, choice.accept, choice.reject);
        stage(i + 1, then, choice.bounds, n, r, a);
      } else if (checks < least) {
        least = checks;
        best = plan(i + 1);
      }
    }
  }

  // Rejects as soon as no later stage could accept; acceptance numbers that can no longer be
  // reached do not fall.
  private StagedPlan plan(int stages) {
    Long[] c = new Long[stages];
    Long[] r = new Long[stages];
    long most = -1;
    for (int i = stages - 1; i >= 0; i--) {
      most = Math.max(most, accept[i]);
      r[i] = Math.min(most + 1, reject[i]);
    }
    for (int i = 0; i < stages; i++) {
      c[i] = Math.min(r[i] - 1, Math.max(accept[i], i == 0 ? -1 : c[i - 1]));
    }
    List<Long> n = Arrays.stream(schedule.sizes).limit(stages).boxed().toList();
    return new StagedPlan(n, List.of(c), List.of(r));
  }

  // All pairs of numbers of a stage that leave room, the smallest bound first.
  private List<Choice> choices(int i, double[] ways, double[] bounds) {
    int width = ways.length;
    boolean last = i == schedule.stages - 1;
    int m = prices.size();
    double[][] accepting = new double[m][width + 1]; // losses of accepting below
    double[][] going = new double[m][width + 1]; // of going on below
    double[][] rejecting = new double[m][width + 1]; // of rejecting from here up
    for (int p = 0; p < m; p++) {
      StagePrices price = prices.get(p);
      for (int d = 0; d < width; d++) {
        double least = price.value[i][d];
        accepting[p][d + 1] = accepting[p][d] + ways[d] * (price.ifAccepted(i, d) - least);
        going[p][d + 1] = going[p][d] + (last ? 0 : ways[d] * (price.going[i][d] - least));
      }
      for (int d = width - 1; d >= 0; d--) {
        double loss = ways[d] * (price.ifRejected(i, d) - price.value[i][d]);
        rejecting[p][d] = rejecting[p][d + 1] + loss;
      }
    }
    var choices = new ArrayList<Choice>();
    double[] total = new double[m];
    for (int c = -1; c < width; c++) {
      for (int r = c + 1; r <= (last ? c + 1 : width); r++) {
        double most = 0;
        for (int p = 0; p < m && most < least; p++) {
          total[p] =
              bounds[p] + accepting[p][c + 1] + going[p][r] - going[p][c + 1] + rejecting[p][r];
          most = Math.max(most, total[p]);
        }
        if (most < least) {
          choices.add(new Choice(c, r, total.clone(), most));
        }
      }
    }
    choices.sort(Comparator.comparingDouble(choice -> choice.bound));
    return choices;
  }
}
