package org.assay.io.report;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assay.estimate.CheckCell;
import org.assay.estimate.CheckWeights;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignRates;
import org.assay.estimate.DesignScope;
import org.assay.estimate.OthersRate;
import org.assay.estimate.RateParts;
import org.assay.estimate.ScopeFrame;
import org.assay.estimate.TeamPart;

/**
 * What the others would have had in an assessor's place: their rate, each stream counted as much as
 * the assessor has of it (indirect standardisation).
 */
final class Others {
  private final Scopes team; // by stream
  private final Map<Integer, SortedMap<Integer, TeamPart>> parts; // by assessor and stream

  Others(Facts facts) {
    this.team = facts.byStream();
    this.parts =
        facts.byAssessor().cells().entrySet().parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    Map.Entry::getKey, e -> parts(e.getValue(), facts.weights())));
  }

  private SortedMap<Integer, TeamPart> parts(List<CheckCell> own, CheckWeights weights) {
    SortedMap<Integer, TeamPart> byStream = new TreeMap<>();
    DesignRates.groups(own, CheckCell::stream)
        .forEach(
            (stream, cells) ->
                byStream.put(
                    stream,
                    TeamPart.of(
                        team.of(stream), DesignScope.of(cells, weights, new ScopeFrame(0, 0)))));
    return byStream;
  }

  /** What the others would have, and its standard error. */
  record Expected(double rate, double error) {
    /** Whether a rate is above this beyond chance, both being uncertain. */
    boolean isBelow(DesignRate own, double confidence) {
      return own.interval(confidence).lower() > rate + half(confidence);
    }

    boolean isAbove(DesignRate own, double confidence) {
      return own.interval(confidence).upper() < rate - half(confidence);
    }

    private double half(double confidence) {
      return error * NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    }
  }

  /**
   * For one rate and some assessors.
   *
   * @param question what a check is to the rate
   * @param assessors codes of those asked for
   * @return by assessor; without those for whom the others have no checks in one of the streams
   */
  Map<Integer, Expected> expected(RateParts question, Collection<Integer> assessors) {
    Map<Integer, OthersRate> rates = new HashMap<>(); // by stream
    Map<Integer, Expected> expected = new HashMap<>();
    for (int assessor : assessors) {
      Expected e =
          expected(parts.getOrDefault(assessor, Collections.emptySortedMap()), question, rates);
      if (e != null) {
        expected.put(assessor, e);
      }
    }
    return expected;
  }

  private Expected expected(
      SortedMap<Integer, TeamPart> streams, RateParts question, Map<Integer, OthersRate> rates) {
    double population = 0;
    double errors = 0;
    double variance = 0;
    for (Map.Entry<Integer, TeamPart> stream : streams.entrySet()) {
      double share = stream.getValue().own().rate(question).population();
      if (share == 0) {
        continue;
      }
      OthersRate.Estimate others =
          rates
              .computeIfAbsent(stream.getKey(), s -> OthersRate.of(team.of(s), question))
              .without(stream.getValue());
      if (!others.standardError().isDefined()) {
        return null;
      }
      population += share;
      errors += share * others.rate().value();
      variance += Math.pow(share * others.standardError().value(), 2);
    }
    return population == 0
        ? null
        : new Expected(errors / population, Math.sqrt(variance) / population);
  }
}
