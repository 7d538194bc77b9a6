package org.assay.estimate;

import java.util.Map;
import java.util.TreeMap;

/**
 * For whom the checks of each stratum stand: by what factor their weights grow so that they also
 * account for what was selected and not read.
 *
 * <p>A stratum that was read whole, or has at least {@value #FEWEST} checks, stands for itself.
 * Smaller ones are pooled: a stratum of which chance left two blind checks out of thirty would
 * otherwise give these two a weight that no design meant. A pool, or stratum, without any check is
 * not represented.
 */
final class WeightingClasses {
  /** Checks from which a stratum's own share of unread gradings is trusted. */
  static final int FEWEST = 20;

  /** What was selected in a stratum or pool, and what of it was read. */
  static final class Totals {
    private long checked;
    private long unread;
    private double selectedWeight;
    private double checkedWeight;

    void add(long count, double weight, boolean isRead) {
      selectedWeight += weight * count;
      if (isRead) {
        checked += count;
        checkedWeight += weight * count;
      } else {
        unread += count;
      }
    }

    /** Adds another, or takes it out with the sign -1. */
    void add(Totals other, int sign) {
      checked += sign * other.checked;
      unread += sign * other.unread;
      selectedWeight += sign * other.selectedWeight;
      checkedWeight += sign * other.checkedWeight;
    }

    boolean hasChecks() {
      return checked > 0;
    }

    boolean standsForItself() {
      return checked >= FEWEST || unread == 0;
    }

    /** Factor of the weights of its checks; 1 when everything selected was read. */
    double factor() {
      return unread == 0 ? 1 : selectedWeight / checkedWeight;
    }
  }

  private final Map<Integer, Totals> strata = new TreeMap<>();
  private Totals pool = new Totals();
  private boolean isPooled;

  /** Adds what was selected in a stratum with a common weight. */
  void add(int stratum, long count, double weight, boolean isRead) {
    strata.computeIfAbsent(stratum, key -> new Totals()).add(count, weight, isRead);
    isPooled = false;
  }

  /** Factor of the weights of a stratum with checks; 1 when everything selected was read. */
  double factor(int stratum) {
    Totals t = strata.get(stratum);
    return t.standsForItself() ? t.factor() : pool().factor();
  }

  /** Sum of the weights of everything selected. */
  double selectedWeight() {
    double sum = 0;
    for (Totals t : strata.values()) {
      sum += t.selectedWeight;
    }
    return sum;
  }

  /** Sum of the weights of what the checks stand for. */
  double representedWeight() {
    double sum = pool().checked > 0 ? pool.selectedWeight : 0;
    for (Totals t : strata.values()) {
      sum += t.standsForItself() ? t.selectedWeight : 0;
    }
    return sum;
  }

  private Totals pool() {
    if (!isPooled) {
      pool = new Totals();
      for (Totals t : strata.values()) {
        if (!t.standsForItself()) {
          pool.add(t, 1);
        }
      }
      isPooled = true;
    }
    return pool;
  }
}
