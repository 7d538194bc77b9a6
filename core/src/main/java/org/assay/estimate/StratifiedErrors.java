package org.assay.estimate;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.assay.internal.HypergeometricSum;

/**
 * Checks and the errors among them by stratum and group, to compare a group with the rest.
 *
 * <p>Strata and groups are numbers of the caller's. Not thread-safe while checks are added.
 */
final class StratifiedErrors {
  private final Map<Long, Map<Integer, long[]>> strata = new TreeMap<>(); // checked, errors

  void add(long stratum, int group, boolean isError) {
    long[] cell =
        strata
            .computeIfAbsent(stratum, s -> new TreeMap<>())
            .computeIfAbsent(group, g -> new long[2]);
    cell[0]++;
    cell[1] += isError ? 1 : 0;
  }

  /** Some groups beside the others that belong to the comparison. */
  OddsComparison compare(IntPredicate own, IntPredicate others, double confidence) {
    var law = new HypergeometricSum();
    long checked = 0;
    long found = 0;
    long rest = 0;
    double expected = 0;
    for (Map<Integer, long[]> stratum : strata.values()) {
      long[] mine = sum(stratum, own);
      long[] theirs = sum(stratum, others);
      if (mine[0] == 0 || theirs[0] == 0) {
        continue;
      }
      law.add(mine[0] + theirs[0], mine[1] + theirs[1], mine[0]);
      checked += mine[0];
      found += mine[1];
      rest += theirs[0];
      expected += mine[0] * ((double) theirs[1] / theirs[0]);
    }
    return OddsComparison.of(law, checked, found, expected, rest, confidence);
  }

  private static long[] sum(Map<Integer, long[]> stratum, IntPredicate which) {
    long[] sum = new long[2];
    stratum.forEach(
        (group, cell) -> {
          if (which.test(group)) {
            sum[0] += cell[0];
            sum[1] += cell[1];
          }
        });
    return sum;
  }
}
