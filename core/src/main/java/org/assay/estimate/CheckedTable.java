package org.assay.estimate;

import java.util.Arrays;
import java.util.List;
import org.assay.agreement.TableCoefficient;
import org.assay.internal.Check;
import org.assay.internal.GammaSampler;
import org.assay.internal.StretchedQuantiles;
import org.assay.result.Interval;
import org.assay.result.Outcome;

/**
 * The population's table of reference grades and grades, as weighted checks show it, and limits for
 * agreement in it.
 *
 * <p>The table is taken for one of as many equally weighted checks as Kish's rule gives, never more
 * than were made; the populations that may be behind it are those of a Dirichlet distribution whose
 * prior has the mass of one check: a quarter spread over agreement, the rest over all cells. A
 * coefficient's limits are the stretched quantiles of its values there. They hold where a standard
 * error says 0 or close to it: with a handful of errors, rare grades, and at perfect agreement.
 *
 * <p>The random numbers are pinned: the same table gives the same limits.
 *
 * @param shares of the population by reference grade and grade; empty without a check
 * @param effectiveChecks (sum of w)^2 / sum of w^2
 * @param seen share of the population that was checked, as it counts in the variance, in [0, 1]
 */
public record CheckedTable(List<List<Double>> shares, double effectiveChecks, double seen) {
  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final int DRAWS = 4_000;
  private static final double AGREEMENT = 0.25; // of the mass of the prior

  public CheckedTable {
    shares = shares.stream().map(List::copyOf).toList();
    Check.closedUnit("seen", seen);
  }

  /**
   * Limits of a coefficient.
   *
   * @param coefficient of as many grades
   * @param value the estimate, which lies inside
   * @param confidenceLevel in (0, 1)
   * @return within [-1, 1]; the whole of it without a check
   */
  Interval interval(TableCoefficient coefficient, double value, double confidenceLevel) {
    Check.openUnit("confidenceLevel", confidenceLevel);
    if (shares.isEmpty()) {
      return everything(confidenceLevel);
    }
    double[] limits =
        StretchedQuantiles.limits(
            draws(coefficient),
            -1,
            StretchedQuantiles.informative(effectiveChecks, commonest()),
            seen,
            confidenceLevel);
    return Interval.within(
        -1,
        1,
        Math.min(value, limits[0]),
        Math.max(value, limits[1]),
        confidenceLevel,
        "posterior");
  }

  /** Limits that exclude nothing. */
  static Interval everything(double confidenceLevel) {
    return new Interval(-1, 1, confidenceLevel, "posterior");
  }

  private double commonest() {
    double most = 0;
    for (int i = 0; i < shares.size(); i++) {
      double share = 0;
      for (int j = 0; j < shares.size(); j++) {
        share += (shares.get(i).get(j) + shares.get(j).get(i)) / 2;
      }
      most = Math.max(most, share);
    }
    return Math.min(1, most);
  }

  private double[] draws(TableCoefficient coefficient) {
    var random = new GammaSampler(SEED);
    int k = shares.size();
    double[] values = new double[DRAWS];
    int defined = 0;
    double[][] table = new double[k][k];
    for (int b = 0; b < DRAWS; b++) {
      double total = 0;
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          double prior = (1 - AGREEMENT) / k / k + (i == j ? AGREEMENT / k : 0);
          table[i][j] = random.sample(shares.get(i).get(j) * effectiveChecks + prior);
          total += table[i][j];
        }
      }
      for (double[] row : table) {
        for (int j = 0; j < k; j++) {
          row[j] /= total;
        }
      }
      Outcome value = coefficient.value(table);
      if (value.defined()) {
        values[defined++] = value.value();
      }
    }
    return Arrays.stream(values, 0, defined).sorted().toArray();
  }
}
