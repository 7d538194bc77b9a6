package org.assay.estimate;

import java.util.Map;
import java.util.TreeMap;
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

    /** Adds the sums of one without those of a part of it; no rest where nothing is left. */
    void addDifference(Stratum all, Stratum part) {
      checked += all.checked - part.checked;
      probabilities += all.probabilities - part.probabilities;
      if (all.errors > part.errors) {
        errors += all.errors - part.errors;
        errorWeight += all.errorWeight - part.errorWeight;
        errorSquares += all.errorSquares - part.errorSquares;
      }
      if (all.clean > part.clean) {
        clean += all.clean - part.clean;
        cleanWeight += all.cleanWeight - part.cleanWeight;
        cleanSquares += all.cleanSquares - part.cleanSquares;
      }
    }
  }

  private final Map<Integer, Stratum> strata = new TreeMap<>();
  private final WeightingClasses classes = new WeightingClasses();
  private long unread;

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
    double a = 1 / probability;
    strata.computeIfAbsent(stratum, key -> new Stratum()).add(part, a, count);
    classes.add(stratum, count, a, part != Part.UNREAD);
    unread += part == Part.UNREAD ? count : 0;
    return this;
  }

  /**
   * The rate of the errors and its bounds.
   *
   * @return the estimate
   */
  public DesignRate rate() {
    return DesignRate.of(strata, classes, unread);
  }
}
