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

/**
 * What the others would have in an assessor's place: their rate, each stream counted as much as the
 * assessor has of it (indirect standardisation). A rate of the population, for comparison with the
 * assessor's own by eye; who differs is for {@link TrainingNeeds} to say.
 *
 * <p><b>Cost.</b> O(cells), to lay out and for each question. Immutable and thread-safe.
 */
public final class StandardisedRates {
  private final IntFunction<DesignScope> team; // by stream
  private final Map<Integer, SortedMap<Integer, TeamPart>> parts; // by assessor and stream

  private StandardisedRates(
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
  public static StandardisedRates of(
      Map<Integer, List<CheckCell>> assessors,
      IntFunction<DesignScope> streams,
      CheckWeights weights) {
    return new StandardisedRates(assessors, streams, weights);
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
}
