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

  private static final class Totals {
    private long checked;
    private double selectedWeight;
    private double checkedWeight;

    boolean isReadWhole() {
      return selectedWeight == checkedWeight;
    }

    boolean standsForItself() {
      return checked >= FEWEST || isReadWhole();
    }
  }

  private final Map<Integer, Totals> strata = new TreeMap<>();
  private final Totals pool = new Totals();
  private boolean isPooled;

  /** Adds what was selected in a stratum with a common weight. */
  void add(int stratum, long count, double weight, boolean isRead) {
    Totals t = strata.computeIfAbsent(stratum, key -> new Totals());
    t.selectedWeight += weight * count;
    if (isRead) {
      t.checked += count;
      t.checkedWeight += weight * count;
    }
    isPooled = false;
  }

  /** Factor of the weights of a stratum with checks; 1 when everything selected was read. */
  double factor(int stratum) {
    Totals t = strata.get(stratum);
    if (!t.standsForItself()) {
      pool();
      t = pool;
    }
    return t.isReadWhole() ? 1 : t.selectedWeight / t.checkedWeight;
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
    pool();
    double sum = pool.checked > 0 ? pool.selectedWeight : 0;
    for (Totals t : strata.values()) {
      sum += t.standsForItself() ? t.selectedWeight : 0;
    }
    return sum;
  }

  private void pool() {
    if (isPooled) {
      return;
    }
    pool.checked = 0;
    pool.selectedWeight = 0;
    pool.checkedWeight = 0;
    for (Totals t : strata.values()) {
      if (!t.standsForItself()) {
        pool.checked += t.checked;
        pool.selectedWeight += t.selectedWeight;
        pool.checkedWeight += t.checkedWeight;
      }
    }
    isPooled = true;
  }
}
