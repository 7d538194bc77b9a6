package org.assay.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.estimate.Overdispersion;

/**
 * Persons taken together. A cohort is compared with everybody outside; its members differ, too, and
 * one of them alone must not make a cohort: the variance between members of the same cohort is that
 * between periods of the same person ({@link Overdispersion}).
 */
final class Cohorts {
  private static final int FEWEST = 2;

  private Cohorts() {}

  /**
   * A cohort.
   *
   * @param factor by which the variance of its errors is larger than with independent checks
   */
  record Cohort(PeerGroup group, double factor) {}

  /** Cohorts of at least two who could be compared, that have others beside them. */
  static List<Cohort> of(
      PeerChecks checks, List<PeerGroup> compared, Map<Integer, Integer> cohortOf) {
    SortedMap<Integer, List<PeerGroup>> members = new TreeMap<>();
    for (PeerGroup g : compared) {
      Integer cohort = cohortOf.get(g.code());
      if (cohort != null) {
        members.computeIfAbsent(cohort, c -> new ArrayList<>()).add(g);
      }
    }
    Overdispersion.Builder between = Overdispersion.builder();
    members.values().forEach(m -> add(between, checks, m));
    Overdispersion spread = between.build();
    List<Cohort> cohorts = new ArrayList<>();
    members.forEach(
        (code, m) -> {
          PeerGroup group = checks.together(code, m);
          if (m.size() >= FEWEST && checks.errors(group).checked() >= TrainingNeeds.LEAST_CHECKS) {
            double[] expected = m.stream().mapToDouble(PeerGroup::expected).toArray();
            double factor = Math.max(checks.ownFactor(group), spread.factor(expected));
            cohorts.add(new Cohort(group, factor));
          }
        });
    return cohorts;
  }

  private static void add(
      Overdispersion.Builder between, PeerChecks checks, List<PeerGroup> members) {
    long[] errors = members.stream().mapToLong(checks::wrong).toArray();
    double[] expected = members.stream().mapToDouble(PeerGroup::expected).toArray();
    between.add(errors, expected, members.stream().mapToLong(PeerGroup::checked).sum());
  }
}
