package org.assay.estimate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.assay.data.Selections.Blindness;
import org.assay.internal.Binomial;
import org.assay.internal.ChiSquared;
import org.assay.internal.DiscreteDistribution;
import org.assay.internal.Risk;

/**
 * For how many gradings each check of a basis stands: its inverse inclusion probability, times a
 * factor for what was selected and checked the other way.
 *
 * <pre>{@code
 * w = f / pi        f = sum of 1/pi over the selected of a class / the same over those of the basis
 * }</pre>
 *
 * <p><b>Classes.</b> A stratum of the design is a class. Where the shares read differ within it, by
 * assessor, stream or grade given, beyond what chance explains, it is parted by these. A class that
 * was wholly read on the basis, or has at least {@value #FEWEST} of its selections there, stands
 * for itself. Smaller ones are pooled: first those of the same assessor, stream and grade, then
 * those of the same stream and grade, then the rest. Where the shares read differ within a pool,
 * its classes stand for themselves after all, however small, and what has no check of the basis is
 * not represented.
 *
 * <p><b>Do the shares differ?</b> By the statistic X^2 = sum of (r - n p)^2 / (n p (1 - p)), p the
 * share of the whole, against the multiple of a chi-squared variable that has the same mean and
 * variance, and by the most unusual member (binomial, Bonferroni), each at 0.5 %, all groups of one
 * kind allowed for. A difference that small samples hide can bias a rate by (difference of shares)
 * x (difference of rates).
 *
 * <p>Weights are those of the whole table: a part of it (an assessor, a month) is a domain of the
 * same design. Immutable and thread-safe. Cost: O(cells).
 *
 * <p><b>Source.</b> Weighting classes: Oh and Scheuren (1983); Saerndal, Swensson and Wretman
 * (1992), section 15.6.2. Variance of X^2 for small expected counts: McCullagh (1986), JASA 81.
 */
public final class CheckWeights {
  /** Selections of the basis from which a class's own share is trusted. */
  public static final int FEWEST = 20;

  private static final double SIGNIFICANCE = 0.005;

  /** What tells cells of a stratum apart. */
  private record Place(int stratum, int assessor, int stream, int grade) {
    static Place of(CheckCell c) {
      return new Place(c.stratum(), c.assessor(), c.stream(), c.grade());
    }
  }

  /** Selections that are weighted alike. */
  private static final class Group {
    final List<Place> places = new ArrayList<>();
    long basis;
    long all;
    double basisWeight;
    double allWeight;

    void add(Group other) {
      places.addAll(other.places);
      basis += other.basis;
      all += other.all;
      basisWeight += other.basisWeight;
      allWeight += other.allWeight;
    }

    static Group of(Collection<Group> parts) {
      Group sum = new Group();
      parts.forEach(sum::add);
      return sum;
    }

    boolean standsForItself() {
      return basis >= FEWEST || basis == all;
    }

    double factor() {
      return basis == 0 ? 0 : basis == all ? 1 : allWeight / basisWeight;
    }
  }

  /** Sampled units of a stratum, and the sum of their 1/w. */
  static final class Units {
    long count;
    double inverse;
  }

  private final Blindness basis;
  private final Map<Place, Double> factors = new HashMap<>();
  private final Map<Integer, Units> units = new HashMap<>();
  private int strata;
  private int pooled;
  private boolean differs;

  private CheckWeights(List<CheckCell> cells, Blindness basis) {
    this.basis = basis;
    Map<Integer, Map<Place, Group>> byStratum = new LinkedHashMap<>();
    for (CheckCell c : cells) {
      Place place = Place.of(c);
      Group group =
          byStratum
              .computeIfAbsent(c.stratum(), s -> new LinkedHashMap<>())
              .computeIfAbsent(place, p -> place(p));
      double weight = c.count() * DesignSample.weight(c.probability());
      group.all += c.count();
      group.allWeight += weight;
      if (c.isOf(basis)) {
        group.basis += c.count();
        group.basisWeight += weight;
      }
    }
    this.strata = byStratum.size();
    settle(classes(byStratum.values()));
    countUnits(cells);
  }

  private static Group place(Place place) {
    Group group = new Group();
    group.places.add(place);
    return group;
  }

  // Strata, or their parts where the shares read differ within them.
  private static List<Group> classes(Collection<Map<Place, Group>> strata) {
    List<Group> classes = new ArrayList<>();
    for (Map<Place, Group> parts : strata) {
      if (parts.size() > 1 && differ(parts.values(), strata.size())) {
        classes.addAll(parts.values());
      } else {
        classes.add(Group.of(parts.values()));
      }
    }
    return classes;
  }

  private void settle(List<Group> classes) {
    List<Group> small = new ArrayList<>();
    for (Group g : classes) {
      if (g.standsForItself()) {
        enter(g, g.factor());
      } else {
        small.add(g);
      }
    }
    pooled =
        (int) small.stream().flatMap(g -> g.places.stream()).map(Place::stratum).distinct().count();
    small = pool(small, g -> common(g, Place::assessor, Place::stream, Place::grade), false);
    small = pool(small, g -> common(g, Place::stream, Place::grade), false);
    pool(small, g -> List.of(), true);
  }

  // Pools the groups with the same key; gives back those that are still too small, unless it must
  // be the last step.
  private List<Group> pool(List<Group> groups, Function<Group, List<Integer>> key, boolean last) {
    Map<List<Integer>, List<Group>> pools = new LinkedHashMap<>();
    groups.forEach(g -> pools.computeIfAbsent(key.apply(g), k -> new ArrayList<>()).add(g));
    List<Group> left = new ArrayList<>();
    for (List<Group> members : pools.values()) {
      Group pool = Group.of(members);
      boolean enough = pool.standsForItself() || last;
      if (!enough) {
        left.addAll(members);
      } else if (members.size() > 1 && differ(members, pools.size())) {
        differs = true;
        members.forEach(g -> enter(g, g.factor()));
      } else {
        enter(pool, pool.factor());
      }
    }
    return left;
  }

  @SafeVarargs
  private static List<Integer> common(Group g, Function<Place, Integer>... of) {
    List<Integer> key = new ArrayList<>();
    for (Function<Place, Integer> part : of) {
      Set<Integer> values = new HashSet<>();
      g.places.forEach(p -> values.add(part.apply(p)));
      key.add(values.size() == 1 ? values.iterator().next() : -1);
    }
    return key;
  }

  private void enter(Group g, double factor) {
    g.places.forEach(p -> factors.put(p, factor));
  }

  private void countUnits(List<CheckCell> cells) {
    Map<Integer, Set<Integer>> seen = new HashMap<>(); // drawn items by stratum
    for (CheckCell c : cells) {
      if (!c.isOf(basis)) {
        continue;
      }
      Units of = units.computeIfAbsent(c.stratum(), s -> new Units());
      boolean isNew =
          c.cluster() == CheckCell.ALONE
              || seen.computeIfAbsent(c.stratum(), s -> new HashSet<>()).add(c.cluster());
      if (isNew) {
        long n = c.cluster() == CheckCell.ALONE ? c.count() : 1;
        of.count += n;
        of.inverse += n * c.probability() / factor(c);
      }
    }
  }

  /** Whether shares read differ among groups; that many families of groups are looked at. */
  private static boolean differ(Collection<Group> groups, int families) {
    long r = 0;
    long n = 0;
    for (Group g : groups) {
      r += g.basis;
      n += g.all;
    }
    if (r == 0 || r == n) {
      return false;
    }
    double p = (double) r / n;
    double pq = p * (1 - p);
    double statistic = 0;
    double variance = 0;
    double least = 1;
    for (Group g : groups) {
      double d = g.basis - g.all * p;
      statistic += d * d / (g.all * pq);
      variance += Math.max(0, 2 + (1 - 6 * pq) / (g.all * pq));
      least = Math.min(least, tail(g, p));
    }
    double level = SIGNIFICANCE / families;
    return Risk.isAtMost(spread(statistic, groups.size(), variance), level)
        || Risk.isAtMost(least, level / groups.size());
  }

  // P(X^2 >= x), by the multiple of a chi-squared variable with the same mean and variance.
  private static double spread(double statistic, int groups, double variance) {
    double mean = groups - 1;
    double estimated = variance * mean / groups; // the share of the whole is estimated, too
    double degrees = 2 * mean * mean / Math.max(estimated, 1e-9);
    return new ChiSquared(degrees).tails(degrees * statistic / mean).upper();
  }

  private static double tail(Group g, double p) {
    DiscreteDistribution reads = new Binomial(g.all, p);
    double atMost = reads.tails(g.basis).lower();
    double atLeast = g.basis == 0 ? 1 : reads.tails(g.basis - 1).upper();
    return Math.min(1, 2 * Math.min(atMost, atLeast));
  }

  /**
   * Weighs the checks of a table.
   *
   * @param cells of the whole table, whatever parts rates are asked for
   * @param basis the checks to use
   * @return the weights
   */
  public static CheckWeights of(List<CheckCell> cells, Blindness basis) {
    return new CheckWeights(cells, basis);
  }

  /**
   * The checks that are used.
   *
   * @return the basis
   */
  public Blindness basis() {
    return basis;
  }

  /** Factor of the weights of a cell; 0 where no check of the basis stands for it. */
  double factor(CheckCell c) {
    Double factor = factors.get(Place.of(c));
    if (factor == null) {
      throw new IllegalArgumentException("cell must be of the table that was weighed, got " + c);
    }
    return factor;
  }

  /** The sampled units of a stratum; null without any. */
  Units units(int stratum) {
    return units.get(stratum);
  }

  /**
   * Number of strata with selections.
   *
   * @return at least 0
   */
  public int strata() {
    return strata;
  }

  /**
   * Strata whose checks were pooled with those of like ones, or would have been.
   *
   * @return at most {@link #strata()}
   */
  public int pooledStrata() {
    return pooled;
  }

  /**
   * Whether shares read differ among strata that were to be pooled, so that these stand for
   * themselves.
   *
   * @return true when a test says so
   */
  public boolean readSharesDiffer() {
    return differs;
  }
}
