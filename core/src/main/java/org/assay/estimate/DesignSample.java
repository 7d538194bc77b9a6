package org.assay.estimate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.internal.Check;

/**
 * What a random design selected, by stratum, summed up for one rate.
 *
 * <p>Every selected grading is in one of the parts of {@link Part}. That some cannot be an error
 * whatever the check finds (an A/N mix-up is only possible where A or N was graded) makes the upper
 * bound tighter: one more error could not have been there.
 *
 * <p>Rows are added as counts with a common inclusion probability. The sums are of doubles, so add
 * rows in a fixed order where bytes must be equal; {@link CheckCounts} gives them sorted. Not
 * thread-safe.
 */
public final class DesignSample {
  /** What a selected grading is to the rate. */
  public enum Part {
    /** Checked, an error of the class. */
    ERROR,
    /** Checked, not an error of the class. */
    CLEAN,
    /** Checked, and of a grade that no reference grade makes an error of the class. */
    NEVER_AN_ERROR,
    /** Checked, but the rate is not about it. */
    OUTSIDE,
    /**
     * Selected, without a check that may be used: pending, or made the other way (blind or not).
     */
    UNREAD
  }

  /** Sums of one stratum. a = 1 / inclusion probability. */
  static final class Stratum {
    final WeightingClasses.Totals totals = new WeightingClasses.Totals();
    long checked; // all but UNREAD
    long errors;
    long clean; // CLEAN, NEVER_AN_ERROR
    double errorWeight;
    double cleanWeight;
    double errorSquares; // sum of a^2
    double cleanSquares;
    double probabilities; // sum of 1/a over everything checked
    double smallestOfAll = Double.POSITIVE_INFINITY; // smallest a of everything selected
    double largestOfAll;
    double largest; // largest a of what could have been an error

    void add(Part part, double a, long count) {
      totals.add(count, a, part != Part.UNREAD);
      smallestOfAll = Math.min(smallestOfAll, a);
      largestOfAll = Math.max(largestOfAll, a);
      if (part == Part.UNREAD) {
        return;
      }
      checked += count;
      probabilities += count / a;
      if (part == Part.ERROR) {
        errors += count;
        errorWeight += count * a;
        errorSquares += count * a * a;
      } else if (part != Part.OUTSIDE) {
        clean += count;
        cleanWeight += count * a;
        cleanSquares += count * a * a;
      }
      if (part == Part.ERROR || part == Part.CLEAN) {
        largest = Math.max(largest, a);
      }
    }

    /** The sums of one without those of a part of it; no rest where nothing is left. */
    static Stratum difference(Stratum all, Stratum part) {
      var left = new Stratum();
      left.totals.add(all.totals, 1);
      left.totals.add(part.totals, -1);
      left.checked = all.checked - part.checked;
      left.probabilities = all.probabilities - part.probabilities;
      left.errors = all.errors - part.errors;
      if (left.errors > 0) {
        left.errorWeight = all.errorWeight - part.errorWeight;
        left.errorSquares = all.errorSquares - part.errorSquares;
      }
      left.clean = all.clean - part.clean;
      if (left.clean > 0) {
        left.cleanWeight = all.cleanWeight - part.cleanWeight;
        left.cleanSquares = all.cleanSquares - part.cleanSquares;
      }
      return left;
    }
  }

  private final Map<Integer, Stratum> strata = new LinkedHashMap<>();
  private Stratum last; // rows usually come by stratum
  private int lastCode;

  /** An empty sample. */
  public DesignSample() {}

  /**
   * Adds gradings that were selected with the same probability.
   *
   * @param stratum code of the stratum
   * @param probability inclusion probability in (0, 1]
   * @param part what they are to the rate
   * @param count how many, at least 0
   * @return this
   */
  public DesignSample add(int stratum, double probability, Part part, long count) {
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be in (0, 1], got " + probability);
    }
    if (Check.atLeast("count", 0, count) == 0) {
      return this;
    }
    if (last == null || lastCode != stratum) {
      last = strata.computeIfAbsent(stratum, key -> new Stratum());
      lastCode = stratum;
    }
    last.add(part, 1 / probability, count);
    return this;
  }

  /** What was selected, by stratum. */
  Map<Integer, Stratum> strata() {
    return strata;
  }

  /**
   * The rate of the errors and its bounds.
   *
   * @return the estimate
   */
  public DesignRate rate() {
    return DesignRate.of(strata.values());
  }
}
