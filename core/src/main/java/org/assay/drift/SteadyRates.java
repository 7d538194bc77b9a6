package org.assay.drift;

/**
 * The team's rate of errors in each stratum and period, drawn to the stratum's usual rate by a few
 * errors' worth of checks, so that one period without errors is no rate of 0.
 */
final class SteadyRates {
  private static final double STEADYING = 4; // errors

  private SteadyRates() {}

  /** The rates by place; 0 in strata where nothing was ever found. */
  static double[] of(TeamErrors team, int strata, int periods) {
    double[] rates = new double[strata * periods];
    for (int s = 0; s < strata; s++) {
      double errors = 0;
      double checks = 0;
      for (int t = 0; t < periods; t++) {
        errors += team.errors(s * periods + t);
        checks += team.checks(s * periods + t);
      }
      for (int t = 0; errors > 0 && t < periods; t++) {
        int place = s * periods + t;
        double usual = STEADYING * checks / errors;
        rates[place] =
            Math.min(.95, (team.errors(place) + STEADYING) / (team.checks(place) + usual));
      }
    }
    return rates;
  }
}
