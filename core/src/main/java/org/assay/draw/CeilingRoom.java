package org.assay.draw;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the ceilings of an allocation leave. */
final class CeilingRoom {
  private final Allocation.Ceilings ceilings;
  private final Map<String, Long> left = new TreeMap<>();
  private final String words; // for a message
  private long fewest;
  private long most;

  CeilingRoom(List<Allocation.Stratum> strata, long[] minima, Allocation.Ceilings ceilings) {
    this.ceilings = ceilings;
    if (!ceilings.most().isEmpty() && ceilings.classes().size() != strata.size()) {
      throw new IllegalArgumentException(
          "ceilings must have one class a stratum ("
              + strata.size()
              + "), got "
              + ceilings.classes().size());
    }
    left.putAll(ceilings.most());
    var possible = new TreeMap<String, Long>();
    for (int h = 0; h < minima.length; h++) {
      fewest += minima[h];
      String of = ceilings.most().isEmpty() ? "" : ceilings.classes().get(h);
      long checks = minima[h];
      left.computeIfPresent(of, (c, before) -> before - checks);
      possible.merge(of, strata.get(h).maximum(), Long::sum);
    }
    left.forEach(
        (of, rest) -> {
          if (rest < 0) {
            long ceiling = ceilings.most().get(of);
            throw new IllegalArgumentException(
                "ceiling of \""
                    + of
                    + "\" must be at least the fewest checks of its strata ("
                    + (ceiling - rest)
                    + "), got "
                    + ceiling);
          }
        });
    possible.forEach(
        (of, all) -> most += Math.min(all, ceilings.most().getOrDefault(of, Long.MAX_VALUE)));
    words = ceilings.most().isEmpty() ? "" : " under the ceilings " + ceilings.most();
  }

  // Whether the class of a stratum has room for one more, which is then taken.
  boolean take(int stratum) {
    if (left.isEmpty()) {
      return true;
    }
    String of = ceilings.classes().get(stratum);
    Long rest = left.get(of);
    if (rest == null) {
      return true;
    }
    left.put(of, Math.max(0, rest - 1));
    return rest > 0;
  }

  /** Words for a message. */
  String words() {
    return words;
  }

  /** Checks of the minima. */
  long fewest() {
    return fewest;
  }

  /** The most checks there can be. */
  long most() {
    return most;
  }
}
