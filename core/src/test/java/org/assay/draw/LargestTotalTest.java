package org.assay.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Beta;
import org.assay.draw.StoppedBound.Stratum;
import org.junit.jupiter.api.Test;

/** The bounds hold for whatever the checks without a verdict are. */
class LargestTotalTest {
  private static final double RISK = .2; // small lots say little

  // ln [D]_x [N - D]_(n-x) / [N]_n by its factors
  private static double likelihood(long size, long checked, long errors, long defective) {
    double log = 0;
    for (int i = 0; i < checked; i++) {
      log -= Math.log((double) (size - i));
      log += i < errors ? Math.log((double) Math.max(0, defective - i)) : 0;
      log += i < checked - errors ? Math.log((double) Math.max(0, size - defective - i)) : 0;
    }
    return log;
  }

  /** 1 / e of two strata by total, the largest over all mixtures and spreads. */
  private static double[] largest(List<Stratum> strata) {
    Stratum s = strata.get(0);
    Stratum r = strata.get(1);
    long n = s.checked() + r.checked();
    double[] largest = new double[(int) (s.size() + r.size()) + 1];
    for (int u = 0; u <= s.unresolved(); u++) {
      for (int v = 0; v <= r.unresolved(); v++) {
        long x = s.errors() + u + r.errors() + v;
        double e = Beta.logBeta(.5 + x, 25.0 + n - x) - Beta.logBeta(.5, 25);
        for (int d = 0; d <= s.size(); d++) {
          for (int c = 0; c <= r.size(); c++) {
            double log =
                likelihood(s.size(), s.checked(), s.errors() + u, d)
                    + likelihood(r.size(), r.checked(), r.errors() + v, c);
            largest[d + c] = Math.max(largest[d + c], Math.exp(log - e));
          }
        }
      }
    }
    return largest;
  }

  private static int last(double[] pValues) {
    int last = pValues.length - 1;
    while (pValues[last] <= RISK) {
      last--;
    }
    return last;
  }

  private static List<List<Stratum>> pairs() {
    List<Stratum> some = new ArrayList<>();
    for (int checked = 4; checked <= 12; checked += 4) {
      for (int unresolved = 0; unresolved <= 3; unresolved++) {
        for (int errors = 0; errors <= checked - unresolved; errors += 2) {
          some.add(new Stratum(14, checked, errors, unresolved));
        }
      }
    }
    List<List<Stratum>> pairs = new ArrayList<>();
    for (Stratum s : some) {
      for (Stratum r : some) {
        pairs.add(List.of(s, new Stratum(22, r.checked(), r.errors(), r.unresolved())));
      }
    }
    return pairs;
  }

  /**
   * Of every pair of small lots: no mixture leaves a larger total, and one leaves as large a one.
   */
  @Test
  void isTheLargestOverAllMixturesAndSpreads() {
    for (List<Stratum> strata : pairs()) {
      StoppedBound bound = StoppedBound.of(strata);
      double[] truth = largest(strata);
      assertEquals(last(truth), bound.upper(RISK), strata::toString);
      for (int total = 0; total < truth.length; total++) {
        double p = bound.soFew(total);
        assertTrue(p >= Math.min(1, truth[total]) * (1 - 1e-6), strata + " " + total + " " + p);
      }
    }
  }

  private static StoppedBound mixture(List<Stratum> strata, int number) {
    List<Stratum> resolved = new ArrayList<>();
    int rest = number;
    for (Stratum s : strata) {
      int wrong = rest % (int) (s.unresolved() + 1);
      rest /= (int) (s.unresolved() + 1);
      resolved.add(new Stratum(s.size(), s.checked(), s.errors() + wrong, 0));
    }
    return StoppedBound.of(resolved);
  }

  /**
   * Two clean and two bad strata: errors among the unresolved of some of them leave a larger total
   * than errors in all or in none.
   */
  @Test
  void neitherEndBoundsTheMixtures() {
    List<Stratum> strata =
        List.of(
            new Stratum(498, 18, 0, 2),
            new Stratum(138, 70, 0, 4),
            new Stratum(445, 14, 2, 2),
            new Stratum(145, 63, 6, 1));
    long[] upper = new long[3 * 5 * 3 * 2];
    long[] lower = new long[upper.length];
    for (int m = 0; m < upper.length; m++) {
      upper[m] = mixture(strata, m).upper(RISK);
      lower[m] = mixture(strata, m).lower(RISK);
    }
    long most = Arrays.stream(upper).max().getAsLong();
    long least = Arrays.stream(lower).min().getAsLong();
    assertEquals(520, Math.max(upper[0], upper[upper.length - 1]));
    assertTrue(most > 560, "most " + most);
    StoppedBound bound = StoppedBound.of(strata);
    assertTrue(bound.upper(RISK) >= most && bound.upper(RISK) <= most + 2, most + " most");
    assertTrue(bound.lower(RISK) <= least && bound.lower(RISK) >= least - 2, least + " least");
  }

  @Test
  void boundsAndPValuesSayTheSame() {
    StoppedBound bound =
        StoppedBound.of(List.of(new Stratum(200, 60, 9, 3), new Stratum(90, 40, 0, 2)));
    for (double risk : new double[] {.02, .1}) {
      long upper = bound.upper(risk);
      assertTrue(bound.soFew(upper) > risk && bound.soFew(upper + 1) <= risk);
      long lower = bound.lower(risk);
      assertTrue(bound.soMany(lower) > risk && bound.soMany(lower - 1) <= risk);
    }
    assertEquals(1, bound.soFew(9));
    assertEquals(0, bound.soFew(9 + 5 + 140 + 50 + 1));
  }
}
