package org.assay.simulate;

import java.util.List;
import org.assay.internal.Check;

/**
 * An assessor: how much they grade, when, from which streams, and how often they err.
 *
 * @param id pseudonym
 * @param gradingsPerWeek mean of the Poisson number of gradings in a week
 * @param errorFactor factor on every error probability of the {@link GradingModel}
 * @param active weeks between joining and leaving; null for all
 * @param absences weeks without work
 * @param shares share of each stream; empty for the team's
 * @param checks random checks of this assessor when they differ from the team's, else null; the
 *     assessor is then never picked for targeted checks
 */
public record AssessorProfile(
    String id,
    double gradingsPerWeek,
    double errorFactor,
    Weeks active,
    List<Weeks> absences,
    List<Double> shares,
    RandomChecks checks) {

  public AssessorProfile {
    Valid.id("assessor id", id);
    Check.positive("gradingsPerWeek", gradingsPerWeek);
    Check.finite("errorFactor", errorFactor);
    if (errorFactor < 0) {
      throw new IllegalArgumentException("errorFactor must be >= 0, got " + errorFactor);
    }
    absences = Valid.orEmpty(absences);
    shares = shares == null || shares.isEmpty() ? List.of() : Valid.distribution("shares", shares);
  }

  /**
   * Whether the assessor works in a week.
   *
   * @param week counted from 1
   * @return true when active and not absent
   */
  public boolean works(int week) {
    return (active == null || active.contains(week))
        && absences.stream().noneMatch(a -> a.contains(week));
  }
}
