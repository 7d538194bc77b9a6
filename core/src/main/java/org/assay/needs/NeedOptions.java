package org.assay.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.data.GradingScheme;
import org.assay.internal.Check;

/**
 * What is asked of {@link TrainingNeeds}.
 *
 * @param falseDiscoveryRate share of names that may be wrong on average, and the chance of any name
 *     where nobody differs, in (0, 1)
 * @param leastEffect odds ratio below which nothing is named, at least 1
 * @param guidelineShare share of a reference grade's items from which a mix-up of everybody is a
 *     problem of the guideline, in (0, 1)
 * @param severity of each mix-up, a row per reference grade; empty for 1 each
 * @param cohorts code of the cohort by code of the assessor; who is missing is in none
 */
public record NeedOptions(
    double falseDiscoveryRate,
    double leastEffect,
    double guidelineShare,
    List<List<Double>> severity,
    Map<Integer, Integer> cohorts) {
  /** Usual false-discovery rate. */
  public static final double FALSE_DISCOVERY_RATE = 0.05;

  /** Usual least odds ratio. */
  public static final double LEAST_EFFECT = 1.25;

  /** Usual share of a problem of the guideline: one in twenty. */
  public static final double GUIDELINE_SHARE = 0.05;

  public NeedOptions {
    Check.openUnit("falseDiscoveryRate", falseDiscoveryRate);
    if (!(leastEffect >= 1 && leastEffect < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "leastEffect must be at least 1 and finite, got " + leastEffect);
    }
    Check.openUnit("guidelineShare", guidelineShare);
    severity = severity.stream().map(List::copyOf).toList();
    cohorts = Map.copyOf(cohorts);
  }

  /**
   * The usual values, every mix-up as severe as the other, no cohorts.
   *
   * @return the options
   */
  public static NeedOptions usual() {
    return new NeedOptions(
        FALSE_DISCOVERY_RATE, LEAST_EFFECT, GUIDELINE_SHARE, List.of(), Map.of());
  }

  /**
   * With another false-discovery rate.
   *
   * @param q in (0, 1)
   * @return new options
   */
  public NeedOptions withFalseDiscoveryRate(double q) {
    return new NeedOptions(q, leastEffect, guidelineShare, severity, cohorts);
  }

  /**
   * With another least effect.
   *
   * @param oddsRatio at least 1
   * @return new options
   */
  public NeedOptions withLeastEffect(double oddsRatio) {
    return new NeedOptions(falseDiscoveryRate, oddsRatio, guidelineShare, severity, cohorts);
  }

  /**
   * With another share from which a mix-up of everybody is a problem of the guideline.
   *
   * @param share in (0, 1)
   * @return new options
   */
  public NeedOptions withGuidelineShare(double share) {
    return new NeedOptions(falseDiscoveryRate, leastEffect, share, severity, cohorts);
  }

  /**
   * With the severities of a scheme.
   *
   * @param severities of the grades that the checks are about
   * @return new options
   */
  public NeedOptions withSeverity(GradingScheme severities) {
    List<List<Double>> rows = new ArrayList<>();
    for (int reference = 0; reference < severities.size(); reference++) {
      List<Double> row = new ArrayList<>();
      for (int grade = 0; grade < severities.size(); grade++) {
        row.add(severities.severity(reference, grade));
      }
      rows.add(row);
    }
    return new NeedOptions(falseDiscoveryRate, leastEffect, guidelineShare, rows, cohorts);
  }

  /**
   * With cohorts.
   *
   * @param cohortOf code of the cohort by code of the assessor
   * @return new options
   */
  public NeedOptions withCohorts(Map<Integer, Integer> cohortOf) {
    return new NeedOptions(falseDiscoveryRate, leastEffect, guidelineShare, severity, cohortOf);
  }

  /** The severity of a mix-up; within the scheme's grades if there are any. */
  double weight(int reference, int grade) {
    return severity.isEmpty() ? 1 : severity.get(reference).get(grade);
  }

  /** Requires severities of that many grades, if any. */
  void requireGrades(int grades) {
    if (!severity.isEmpty()) {
      Check.rows("grade", "severity", grades, severity.size());
      severity.forEach(row -> Check.rows("grade", "a row of severity", grades, row.size()));
    }
  }
}
