package org.assay.drift;

/**
 * Errors and checks of the whole team by stratum and period, each assessor's checks counting by the
 * level of their errors, and less once they are thought to have changed.
 */
final class TeamErrors {
  private final double[] errors; // by stratum and period
  private final double[] checks;
  private final boolean[] strata; // with errors of this kind at all
  private final double[][] perCheck; // made when first asked for
  private final int periods;

  private TeamErrors(int strata, int periods) {
    this.errors = new double[strata * periods];
    this.checks = new double[strata * periods];
    this.strata = new boolean[strata];
    this.perCheck = new double[strata * periods][];
    this.periods = periods;
  }

  /**
   * Sums the team.
   *
   * @param checks of all assessors
   * @param measure all errors or one kind
   * @param peers how much each assessor's checks count
   */
  static TeamErrors of(DriftChecks checks, int measure, Peers peers) {
    return without(-1, checks, measure, peers);
  }

  /** The same without one assessor. */
  static TeamErrors without(int assessor, DriftChecks checks, int measure, Peers peers) {
    var team = new TeamErrors(checks.strata(), checks.periods());
    for (int a = 0; a < checks.assessors(); a++) {
      for (int row = checks.start(a); a != assessor && row < checks.end(a); row++) {
        int place = checks.place(row);
        int x = checks.errors(row, measure);
        double weight = peers.weight(a, checks.period(row));
        team.errors[place] += weight * x;
        team.checks[place] += weight * peers.level(a) * checks.checked(row);
        if (x > 0) {
          team.strata[place / team.periods] = true;
        }
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

  /** Whether errors of this kind were ever found in a stratum. */
  boolean occursIn(int stratum) {
    return strata[stratum];
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
