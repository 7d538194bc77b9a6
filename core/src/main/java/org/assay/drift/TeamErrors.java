package org.assay.drift;

/**
 * Errors and checks of the whole team by stratum and period, each assessor's checks counting by the
 * level of their errors, and less once they are thought to have changed.
 */
final class TeamErrors {
  private final double[] errors; // by stratum and period
  private final double[] checks;
  private final double[][] perCheck; // made when first asked for

  private TeamErrors(int places) {
    this.errors = new double[places];
    this.checks = new double[places];
    this.perCheck = new double[places][];
  }

  /**
   * Sums the team.
   *
   * @param rows of all assessors
   * @param places number of strata times number of periods
   * @param peers how much each assessor's checks count
   */
  static TeamErrors of(MeasuredRows rows, int places, Peers peers) {
    return without(-1, rows, places, peers);
  }

  /** The same without one assessor. */
  static TeamErrors without(int assessor, MeasuredRows rows, int places, Peers peers) {
    var team = new TeamErrors(places);
    for (int a = 0; a < rows.assessors(); a++) {
      for (int row = rows.start(a); a != assessor && row < rows.end(a); row++) {
        double weight = peers.weight(a, rows.period(row));
        team.errors[rows.place(row)] += weight * rows.errors(row);
        team.checks[rows.place(row)] += weight * peers.level(a) * rows.checked(row);
      }
    }
    return team;
  }

  double errors(int place) {
    return errors[place];
  }

  double checks(int place) {
    return checks[place];
  }

  /** The team's rate, less than 1. */
  double rate(int place) {
    return Math.min(0.95, errors[place] / checks[place]);
  }

  double[] perCheck(int place, PeerLaw law) {
    double[] k = perCheck[place];
    if (k == null) { // two threads may both make it: they make the same
      k = law.perCheck(rate(place));
      perCheck[place] = k;
    }
    return k;
  }
}
