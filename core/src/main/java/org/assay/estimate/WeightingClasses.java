package org.assay.estimate;

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

    /** Adds what was selected with a common weight. */
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

    long checked() {
      return checked;
    }

    long unread() {
      return unread;
    }

    boolean standsForItself() {
      return checked >= FEWEST || unread == 0;
    }

    /** Factor of the weights of its checks; 1 when everything selected was read, or nothing was. */
    double factor() {
      return unread == 0 || checked == 0 ? 1 : selectedWeight / checkedWeight;
    }
  }

  private final Totals pool = new Totals();
  private double selectedWeight;
  private double representedWeight; // by strata that stand for themselves

  /** Adds a stratum. */
  void add(Totals stratum) {
    selectedWeight += stratum.selectedWeight;
    if (stratum.standsForItself()) {
      representedWeight += stratum.selectedWeight;
    } else {
      pool.add(stratum, 1);
    }
  }

  /** Factor of the weights of a stratum with checks. */
  double factor(Totals stratum) {
    return (stratum.standsForItself() ? stratum : pool).factor();
  }

  /** Share of everything selected that some check stands for; 0 when nothing was selected. */
  double covered() {
    double represented = representedWeight + (pool.checked > 0 ? pool.selectedWeight : 0);
    return selectedWeight > 0 ? represented / selectedWeight : 0;
  }
}
