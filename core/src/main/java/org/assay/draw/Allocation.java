package org.assay.draw;

import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.internal.Check;

/**
 * How many checks each stratum gets.
 *
 * <p>Two aims need two allocations. To <em>estimate</em> a rate, checks go where items vary
 * (Neyman, or Neyman by cost). To <em>assert</em> "at most p" from a sample with zero or few
 * errors, every stratum must be covered alike: with strata of 1,200, 600 and 200 and 59 checks
 * without an error, the proportional 35, 18, 6 shows at most 4.85 %, the equal 20, 20, 19 only 8.25
 * %.
 *
 * <p><b>Source.</b> Neyman (1934); exact integers after Wright (2012), The American Statistician
 * 66, 217-224.
 */
public final class Allocation {
  private Allocation() {}

  /**
   * The standard deviation of an item in which something is there or not, such as an error.
   *
   * @param rate share of the items in which it is there, in [0, 1]
   * @return sqrt(rate (1 - rate))
   */
  public static double standardDeviation(double rate) {
    return Math.sqrt(Check.closedUnit("rate", rate) * (1 - rate));
  }

  /**
   * A stratum to be sampled.
   *
   * @param size items, at least 1
   * @param standardDeviation of what is estimated, at least 0
   * @param cost of a check, above 0
   * @param minimum fewest checks
   * @param maximum most checks, at most the size
   */
  public record Stratum(
      long size, double standardDeviation, double cost, long minimum, long maximum) {
    public Stratum {
      Check.atLeast("size", 1, size);
      if (!(standardDeviation >= 0 && standardDeviation < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "standardDeviation must be >= 0 and finite, got " + standardDeviation);
      }
      Check.positive("cost", cost);
      Check.range("maximum", 0, size, maximum);
      Check.range("minimum", 0, maximum, minimum);
    }

    /**
     * A stratum with unit cost and no limits but its size.
     *
     * @param size items
     * @param standardDeviation of what is estimated
     * @return the stratum
     */
    public static Stratum of(long size, double standardDeviation) {
      return new Stratum(size, standardDeviation, 1, 0, size);
    }
  }

  /**
   * Ceilings for classes of strata, for example for the grades when strata are assessors by grade:
   * a ceiling of 20 viewings per reviewer-day and 30 reviewer-days are at most 600 checks of the
   * class.
   *
   * @param classes class of each stratum
   * @param most checks of a class, at least 0; a class without an entry has no ceiling
   */
  public record Ceilings(List<String> classes, Map<String, Long> most) {
    /** No ceilings. */
    public static final Ceilings NONE = new Ceilings(List.of(), Map.of());

    public Ceilings {
      classes = List.copyOf(classes);
      most = new TreeMap<>(most);
      for (Map.Entry<String, Long> entry : most.entrySet()) {
        Check.atLeast("ceiling of \"" + entry.getKey() + "\"", 0L, entry.getValue());
        if (!classes.contains(entry.getKey())) {
          throw new IllegalArgumentException(
              "ceilings must be of the classes "
                  + new TreeSet<>(classes)
                  + ", got \""
                  + entry.getKey()
                  + "\"");
        }
      }
    }
  }

  /**
   * Shares in proportion to size.
   *
   * @param strata strata
   * @param n checks in all
   * @return n size / sum of sizes, not rounded
   */
  public static double[] proportional(List<Stratum> strata, double n) {
    return shares(strata.stream().mapToDouble(s -> (double) s.size()).toArray(), n);
  }

  /**
   * Least variance of the estimated mean for a number of checks.
   *
   * @param strata strata
   * @param n checks in all
   * @return n N S / sum N S, not rounded and not limited
   */
  public static double[] neyman(List<Stratum> strata, double n) {
    return shares(strata.stream().mapToDouble(Allocation::spread).toArray(), n);
  }

  /**
   * Least variance of the estimated mean for a budget.
   *
   * @param strata strata with costs
   * @param budget total cost
   * @return budget (N S / sqrt(cost)) / sum N S sqrt(cost), not rounded and not limited
   */
  public static double[] costOptimal(List<Stratum> strata, double budget) {
    Check.positive("budget", budget);
    double[] weight = strata.stream().mapToDouble(s -> spread(s) / Math.sqrt(s.cost())).toArray();
    double cost = 0;
    for (int h = 0; h < weight.length; h++) {
      cost += weight[h] * strata.get(h).cost();
    }
    requireSpread(cost);
    double scale = budget / cost;
    for (int h = 0; h < weight.length; h++) {
      weight[h] *= scale;
    }
    return weight;
  }

  private static double spread(Stratum s) {
    return s.size() * s.standardDeviation();
  }

  private static double[] shares(double[] weight, double n) {
    double sum = 0;
    for (double w : weight) {
      sum += w;
    }
    requireSpread(sum);
    for (int h = 0; h < weight.length; h++) {
      weight[h] *= n / sum;
    }
    return weight;
  }

  private static void requireSpread(double sum) {
    if (!(sum > 0)) {
      throw new IllegalArgumentException(
          "standardDeviation must be above 0 in at least one stratum, got 0 in all");
    }
  }

  /**
   * The whole numbers with the least variance of the estimated mean: from the minimum of each
   * stratum (at least 1), each next check goes where N S / sqrt(n (n + 1)) is largest.
   *
   * @param strata strata
   * @param n checks in all, between the sums of the minima and maxima
   * @return exact optimum within the limits
   */
  public static long[] integerOptimum(List<Stratum> strata, long n) {
    return integerOptimum(strata, n, Ceilings.NONE);
  }

  /**
   * The same under ceilings for classes of strata, each next check where it gains most among the
   * strata whose class has room. Exact: limits on strata and on disjoint classes of them are a
   * polymatroid, on which taking the largest gain is optimal (Federgruen and Groenevelt 1986,
   * Operations Research 34, 909-918).
   *
   * @param strata strata
   * @param n checks in all
   * @param ceilings most checks of each class
   * @return exact optimum within the limits
   * @throws IllegalArgumentException if there is no such allocation; it says how many checks are
   *     possible
   */
  public static long[] integerOptimum(List<Stratum> strata, long n, Ceilings ceilings) {
    return greedy(strata, n, 1, (s, k) -> spread(s) / Math.sqrt(k * (k + 1.0)), ceilings);
  }

  /**
   * The whole numbers with the least variance that a budget pays for, by the same rule per square
   * root of the cost, up to the last check that can still be paid.
   *
   * @param strata strata with costs
   * @param budget total cost, at least that of the minima
   * @return checks
   */
  public static long[] integerOptimumForBudget(List<Stratum> strata, double budget) {
    Check.positive("budget", budget);
    long[] n = minima(strata, 1);
    double left = budget;
    for (int h = 0; h < n.length; h++) {
      left -= n[h] * strata.get(h).cost();
    }
    if (left < 0) {
      throw new IllegalArgumentException(
          "budget must pay for the fewest checks (" + (budget - left) + "), got " + budget);
    }
    while (true) {
      Check.goingOn();
      int best = -1;
      double most = 0;
      for (int h = 0; h < n.length; h++) {
        Stratum s = strata.get(h);
        double gain = spread(s) / Math.sqrt(n[h] * (n[h] + 1.0) * s.cost());
        if (n[h] < s.maximum() && s.cost() <= left && gain > most) {
          best = h;
          most = gain;
        }
      }
      if (best < 0) {
        return n;
      }
      n[best]++;
      left -= strata.get(best).cost();
    }
  }

  /**
   * Whole numbers in proportion to size, by largest remainder within the limits.
   *
   * @param strata strata
   * @param n checks in all
   * @return checks
   */
  public static long[] integerProportional(List<Stratum> strata, long n) {
    double total = strata.stream().mapToDouble(s -> (double) s.size()).sum();
    // the next check goes to the stratum furthest behind its share
    return greedy(strata, n, 0, (s, k) -> s.size() * (n / total) - k, Ceilings.NONE);
  }

  /**
   * Whole numbers for asserting "at most p" from a sample without errors: each check goes where the
   * fewest of the stratum's items are left per check, so that the sampling fractions are as even as
   * whole numbers allow, the lowest one being what the bound hangs on.
   *
   * @param strata strata
   * @param n checks in all
   * @return checks
   */
  public static long[] forAssertion(List<Stratum> strata, long n) {
    return forAssertion(strata, n, Ceilings.NONE);
  }

  /**
   * The same under ceilings for classes of strata.
   *
   * @param strata strata
   * @param n checks in all
   * @param ceilings most checks of each class
   * @return checks
   */
  public static long[] forAssertion(List<Stratum> strata, long n, Ceilings ceilings) {
    return greedy(strata, n, 0, (s, k) -> -(k + 0.5) / s.size(), ceilings);
  }

  private interface Gain {
    double of(Stratum stratum, long checks);
  }

  private static long[] minima(List<Stratum> strata, long least) {
    return strata.stream()
        .mapToLong(s -> Math.max(s.minimum(), Math.min(least, s.maximum())))
        .toArray();
  }

  private static long[] greedy(
      List<Stratum> strata, long total, long least, Gain gain, Ceilings ceilings) {
    long[] n = minima(strata, least);
    var room = new CeilingRoom(strata, n, ceilings);
    long left = total - room.fewest();
    Check.range("n" + room.words(), room.fewest(), room.most(), total);
    record Next(double gain, int stratum) {}
    var queue =
        new PriorityQueue<Next>(
            (a, b) -> {
              int order = Double.compare(b.gain, a.gain);
              return order != 0 ? order : Integer.compare(a.stratum, b.stratum);
            });
    for (int h = 0; h < n.length; h++) {
      if (n[h] < strata.get(h).maximum()) {
        queue.add(new Next(gain.of(strata.get(h), n[h]), h));
      }
    }
    while (left > 0) {
      Check.goingOn();
      int h = queue.remove().stratum;
      if (!room.take(h)) {
        continue; // and so for every other check of the stratum: its class is full
      }
      left--;
      n[h]++;
      if (n[h] < strata.get(h).maximum()) {
        queue.add(new Next(gain.of(strata.get(h), n[h]), h));
      }
    }
    return n;
  }
}
