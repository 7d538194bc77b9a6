package org.assay.estimate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.data.Selections.Blindness;
import org.assay.internal.Check;
import org.assay.internal.HypergeometricSum;
import org.assay.internal.Normal;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Errors found by checks in sight of the grade, relative to those found by blind checks of the same
 * strata.
 *
 * <pre>{@code
 * ratio = sum of x m / N  /  sum of y n / N                                  (Mantel-Haenszel)
 * variance of ln ratio = sum of (m n (x + y) - x y N) / N^2  /  (top * bottom)  (Greenland-Robins)
 * }</pre>
 *
 * with, in each stratum, x errors in n checks in sight, y in m blind ones, N = n + m. Strata are
 * those of the design, by assessor, unit, stream and inclusion probability: a blind share that goes
 * with the stratum does no harm. No finite population correction: both kinds are parts of one draw,
 * and whether a check finds an error is no property of the population.
 *
 * <p>The standard error is at least the one with which the ratio is as far from 1 as the exact
 * conditional test of equal odds says (but not below one standard error from it), so that at 95 %
 * an interval lies below 1 by chance in at most 2.5 % of cases, and above 1 likewise.
 *
 * <p>The ratio is one of cause and effect only where chance decided, within strata, which checks
 * were blind.
 *
 * <p><b>Source.</b> Greenland and Robins (1985), Biometrics 41, 55-68.
 *
 * @param ratio of the shares found; undefined TOO_FEW_ITEMS when no stratum has both kinds,
 *     NO_VARIATION when one of them found no error there
 * @param blindChecks blind checks in strata with both kinds
 * @param blindErrors errors among them
 * @param seenChecks checks in sight of the grade in these strata
 * @param seenErrors errors among them
 * @param logError standard error of ln ratio; 0 when undefined
 */
public record DetectionRatio(
    Outcome ratio,
    long blindChecks,
    long blindErrors,
    long seenChecks,
    long seenErrors,
    double logError) {
  /** Name of the method of the interval. */
  public static final String METHOD = "mantelHaenszel";

  private record Place(int assessor, int unit, int stream, int stratum, double probability) {}

  private static final class Table {
    private long blind;
    private long blindErrors;
    private long seen;
    private long seenErrors;
  }

  /**
   * Compares the two kinds of checks.
   *
   * @param cells of everything; those not recorded as blind or as in sight of the grade are left
   *     out
   * @return the ratio
   */
  public static DetectionRatio of(List<CheckCell> cells) {
    Map<Place, Table> strata = new HashMap<>();
    for (CheckCell c : cells) {
      if (c.pending() || c.blindness() == Blindness.UNKNOWN) {
        continue;
      }
      Table t =
          strata.computeIfAbsent(
              new Place(c.assessor(), c.unit(), c.stream(), c.stratum(), c.probability()),
              place -> new Table());
      long errors = c.reference() == c.grade() ? 0 : c.count();
      if (c.blindness() == Blindness.BLIND) {
        t.blind += c.count();
        t.blindErrors += errors;
      } else {
        t.seen += c.count();
        t.seenErrors += errors;
      }
    }
    return summed(strata.values().stream().filter(t -> t.blind > 0 && t.seen > 0).toList());
  }

  private static DetectionRatio summed(List<Table> strata) {
    long[] sums = new long[4];
    double top = 0;
    double bottom = 0;
    double variance = 0;
    for (Table t : strata) {
      sums[0] += t.blind;
      sums[1] += t.blindErrors;
      sums[2] += t.seen;
      sums[3] += t.seenErrors;
    }
    // In order of size, so that the sum does not depend on the order of a map.
    List<Table> sorted =
        strata.stream()
            .sorted(
                Comparator.<Table>comparingLong(t -> t.blind)
                    .thenComparingLong(t -> t.seen)
                    .thenComparingLong(t -> t.blindErrors)
                    .thenComparingLong(t -> t.seenErrors))
            .toList();
    for (Table t : sorted) {
      double all = (double) t.blind + t.seen;
      top += t.seenErrors * (t.blind / all);
      bottom += t.blindErrors * (t.seen / all);
      variance +=
          t.blind / all * (t.seen / all) * (t.seenErrors + t.blindErrors)
              - t.seenErrors / all * t.blindErrors;
    }
    Outcome ratio =
        strata.isEmpty()
            ? Outcome.undefined(Undefined.TOO_FEW_ITEMS)
            : top <= 0 || bottom <= 0
                ? Outcome.undefined(Undefined.NO_VARIATION)
                : Outcome.of(top / bottom);
    double error = 0;
    if (ratio.defined()) {
      error = Math.max(Math.sqrt(variance / top / bottom), exactError(strata, sums[3], ratio));
    }
    return new DetectionRatio(ratio, sums[0], sums[1], sums[2], sums[3], error);
  }

  // The error with which ratio and 1 are as far apart as the exact conditional test says.
  private static double exactError(List<Table> strata, long seenErrors, Outcome ratio) {
    HypergeometricSum law = new HypergeometricSum();
    for (Table t : strata) {
      law.add(t.blind + t.seen, t.blindErrors + t.seenErrors, t.seen);
    }
    double log = Math.log(ratio.value());
    double tail = log > 0 ? law.atLeast(seenErrors, 1) : 1 - law.atLeast(seenErrors + 1, 1);
    double z = tail < 0.5 ? Normal.upper(Math.max(tail, Double.MIN_NORMAL)) : 0;
    return Math.abs(log) / Math.max(1, z);
  }

  /**
   * A two-sided interval, normal on the logarithmic scale.
   *
   * @param confidence in (0, 1)
   * @return limits around the ratio
   * @throws IllegalStateException when the ratio is undefined
   */
  public Interval interval(double confidence) {
    Check.openUnit("confidence", confidence);
    double half = Normal.upper((1 - confidence) / 2) * logError;
    return new Interval(
        ratio.value() * Math.exp(-half), ratio.value() * Math.exp(half), confidence, METHOD);
  }
}
