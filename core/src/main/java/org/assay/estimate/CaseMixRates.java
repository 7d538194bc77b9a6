package org.assay.estimate;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.assay.estimate.DesignScope.RateParts;
import org.assay.estimate.RateSums.Stratum;
import org.assay.estimate.SamplingFrame.ScopeFrame;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * What the others would have in an assessor's place: their rate, each stream counted as much as the
 * assessor has of it (indirect standardisation). A rate of the population, for comparison with the
 * assessor's own by eye; who differs is for package {@code needs} to say.
 *
 * <p><b>Cost.</b> O(cells), to lay out and for each question. Immutable and thread-safe.
 */
public final class CaseMixRates {
  private final IntFunction<DesignScope> team; // by stream
  private final Map<Integer, SortedMap<Integer, TeamPart>> parts; // by assessor and stream

  private CaseMixRates(
      Map<Integer, List<CheckCell>> assessors,
      IntFunction<DesignScope> team,
      CheckWeights weights) {
    this.team = team;
    this.parts =
        assessors.entrySet().parallelStream()
            .collect(
                Collectors.toConcurrentMap(Map.Entry::getKey, e -> parts(e.getValue(), weights)));
  }

  /**
   * Lays checks out.
   *
   * @param assessors cells by code of the assessor
   * @param streams checks of everybody, by code of the stream
   * @param weights of the whole table
   * @return ready to be asked for one rate after the other
   */
  public static CaseMixRates of(
      Map<Integer, List<CheckCell>> assessors,
      IntFunction<DesignScope> streams,
      CheckWeights weights) {
    return new CaseMixRates(assessors, streams, weights);
  }

  private SortedMap<Integer, TeamPart> parts(List<CheckCell> own, CheckWeights weights) {
    SortedMap<Integer, TeamPart> byStream = new TreeMap<>();
    DesignRates.groups(own, CheckCell::stream)
        .forEach(
            (stream, cells) ->
                byStream.put(
                    stream,
                    TeamPart.of(
                        team.apply(stream), DesignScope.of(cells, weights, new ScopeFrame(0, 0)))));
    return byStream;
  }

  /**
   * One rate, for some assessors.
   *
   * @param question what a check is to the rate
   * @param assessors codes of those asked for
   * @return by assessor; without those for whom the others have fewer than two checks in one of the
   *     streams
   */
  public Map<Integer, Double> expected(RateParts question, Collection<Integer> assessors) {
    Map<Integer, OthersRate> rates = new HashMap<>(); // by stream
    Map<Integer, Double> expected = new HashMap<>();
    for (int assessor : assessors) {
      Double e =
          expected(parts.getOrDefault(assessor, Collections.emptySortedMap()), question, rates);
      if (e != null) {
        expected.put(assessor, e);
      }
    }
    return expected;
  }

  private Double expected(
      SortedMap<Integer, TeamPart> streams, RateParts question, Map<Integer, OthersRate> rates) {
    double population = 0;
    double errors = 0;
    for (Map.Entry<Integer, TeamPart> stream : streams.entrySet()) {
      double share = stream.getValue().own().rate(question).population();
      if (share == 0) {
        continue;
      }
      OthersRate.Estimate others =
          rates
              .computeIfAbsent(stream.getKey(), s -> OthersRate.of(team.apply(s), question))
              .without(stream.getValue());
      if (!others.rate().defined()) {
        return null;
      }
      population += share;
      errors += share * others.rate().value();
    }
    return population == 0 ? null : errors / population;
  }

  /**
   * The rate of everybody but one assessor, for one assessor after the other: {@link DesignRate} of
   * the cells that are left when the assessor's are taken out, without reading the others again.
   *
   * <p>Rate and standard error depend on sums over strata only, of which the assessor's are
   * subtracted; in a stratum that the assessor shares, the sums of its checks. A team costs as much
   * as its cells, not cells times assessors. Checks keep the weights they have in the team.
   *
   * <p>Immutable and thread-safe.
   */
  public static final class OthersRate {
    private final DesignScope team;
    private final RateParts parts;
    private final Sums sums = new Sums();

    private OthersRate(DesignScope team, RateParts parts) {
      this.team = team;
      this.parts = parts;
      var sum = new Stratum();
      for (int s = 0; s < team.strata(); s++) {
        sums.add(team.sumUp(s, parts, sum), 1);
      }
    }

    /**
     * Sums up everybody.
     *
     * @param team checks of all assessors
     * @param parts what a check is to the rate
     * @return ready to leave out one assessor after the other
     */
    public static OthersRate of(DesignScope team, RateParts parts) {
      return new OthersRate(team, parts);
    }

    /**
     * The rate of everybody else. O(cells of the assessor, and of the others in the same strata).
     *
     * @param part one assessor in the same team
     * @return rate in [0, 1] and its standard error; both undefined TOO_FEW_ITEMS when the others
     *     have fewer than two checks
     * @throws IllegalArgumentException if the part is of another team
     */
    public Estimate without(TeamPart part) {
      if (part.team != team) {
        throw new IllegalArgumentException("part must be of the team that was summed up");
      }
      var others = new Sums();
      others.add(sums);
      var whole = new Stratum();
      var own = new Stratum();
      for (int s = 0; s < part.strata.length; s++) {
        team.sumUp(part.strata[s], parts, whole);
        others.add(whole, -1);
        others.add(Stratum.difference(whole, part.own.sumUp(s, parts, own)), 1);
      }
      return others.estimate();
    }

    /**
     * A rate and how well it is known.
     *
     * @param rate in [0, 1]
     * @param standardError at least 0
     */
    public record Estimate(Outcome rate, Outcome standardError) {}

    /** Sums over strata. */
    private static final class Sums {
      private long checked;
      private double weight;
      private double errorWeight;
      private final StratumVariance variance = new StratumVariance(true);

      void add(Sums other) {
        checked += other.checked;
        weight += other.weight;
        errorWeight += other.errorWeight;
        variance.add(other.variance);
      }

      void add(Stratum s, int sign) {
        checked += sign * (s.errors + s.clean);
        weight += sign * (s.errorWeight + s.cleanWeight);
        errorWeight += sign * s.errorWeight;
        variance.add(s, sign);
      }

      Estimate estimate() {
        if (checked < 2) {
          Outcome undefined = Outcome.undefined(Undefined.TOO_FEW_ITEMS);
          return new Estimate(undefined, undefined);
        }
        double rate = Math.min(1, Math.max(0, errorWeight / weight));
        return new Estimate(Outcome.of(rate), Outcome.of(Math.sqrt(variance.at(rate, weight))));
      }
    }
  }

  /**
   * One assessor's checks among those of a team. Made once for every rate of the others that is
   * asked for. Immutable and thread-safe.
   */
  public static final class TeamPart {
    final DesignScope team;
    final DesignScope own;
    final int[] strata; // of the team, in the order of the own ones

    private TeamPart(DesignScope team, DesignScope own) {
      this.team = team;
      this.own = own;
      this.strata = team.numbersOf(own);
    }

    /**
     * Finds an assessor's strata among those of the team.
     *
     * @param team checks of all assessors
     * @param own checks of one of them on the same basis, all of which are among those of the team
     * @return the part
     * @throws IllegalArgumentException if a stratum of the assessor is none of the team
     */
    public static TeamPart of(DesignScope team, DesignScope own) {
      return new TeamPart(team, own);
    }

    /**
     * The assessor's own checks.
     *
     * @return the scope
     */
    public DesignScope own() {
      return own;
    }
  }
}
