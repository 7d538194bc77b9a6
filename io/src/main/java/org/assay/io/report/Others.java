package org.assay.io.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assay.estimate.CheckCell;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignRates;
import org.assay.estimate.DesignSample.Part;
import org.assay.estimate.OthersRate;

/**
 * What the others would have had in an assessor's place: their rate, each stream counted as much as
 * the assessor has of it (indirect standardisation).
 */
final class Others {
  private final Map<Integer, List<CheckCell>> byAssessor;
  private final Map<Integer, List<CheckCell>> byStream;

  Others(List<CheckCell> cells, Map<Integer, List<CheckCell>> byAssessor) {
    this.byAssessor = byAssessor;
    this.byStream = DesignRates.groups(cells, CheckCell::stream);
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
   * @param parts what a cell is to the rate
   * @param assessors codes of those asked for
   * @return by assessor; without those for whom the others have no checks in one of the streams
   */
  Map<Integer, Expected> expected(Function<CheckCell, Part> parts, Collection<Integer> assessors) {
    Map<Integer, OthersRate> team = new HashMap<>();
    Map<Integer, Expected> expected = new HashMap<>();
    for (int assessor : assessors) {
      List<CheckCell> own = byAssessor.getOrDefault(assessor, List.of());
      Expected e = expected(own, parts, team);
      if (e != null) {
        expected.put(assessor, e);
      }
    }
    return expected;
  }

  private Expected expected(
      List<CheckCell> own, Function<CheckCell, Part> parts, Map<Integer, OthersRate> team) {
    double population = 0;
    double errors = 0;
    double variance = 0;
    for (Map.Entry<Integer, List<CheckCell>> stream :
        DesignRates.groups(own, CheckCell::stream).entrySet()) {
      double share = DesignRates.of(stream.getValue(), parts).population();
      if (share == 0) {
        continue;
      }
      OthersRate.Estimate others =
          team.computeIfAbsent(stream.getKey(), s -> OthersRate.of(byStream.get(s), parts))
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
