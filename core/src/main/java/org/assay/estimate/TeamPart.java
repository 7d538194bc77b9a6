package org.assay.estimate;

/**
 * One assessor's checks among those of a team. Made once for every rate of the others that is asked
 * for. Immutable and thread-safe.
 */
public final class TeamPart {
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
