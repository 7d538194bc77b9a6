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

  /** What was selected in a stratum, whatever the rate. a = 1 / inclusion probability. */
  static final class Selected {
    final WeightingClasses.Totals totals = new WeightingClasses.Totals();
    double probabilities; // sum of 1/a over everything checked
    double smallest = Double.POSITIVE_INFINITY; // smallest a of everything selected
    double largest;

    void add(long count, double a, boolean isRead) {
      totals.add(count, a, isRead);
      smallest = Math.min(smallest, a);
      largest = Math.max(largest, a);
      probabilities += isRead ? count / a : 0;
    }

    /** What is left of all when a part is taken away; the smallest and largest are not kept. */
    static Selected difference(Selected all, Selected part) {
      var left = new Selected();
      left.totals.add(all.totals, 1);
      left.totals.add(part.totals, -1);
      left.probabilities = all.probabilities - part.probabilities;
      return left;
    }
  }

  /** Sums of one stratum for one rate. */
  static final class Stratum {
    Selected selected;
    long errors;
    long clean; // CLEAN, NEVER_AN_ERROR
    double errorWeight;
    double cleanWeight;
    double errorSquares; // sum of a^2
    double cleanSquares;
    double largest; // largest a of what could have been an error

    /** Begins anew with what was selected. */
    void clear(Selected of) {
      selected = of;
      errors = 0;
      clean = 0;
      errorWeight = 0;
      cleanWeight = 0;
      errorSquares = 0;
      cleanSquares = 0;
      largest = 0;
    }

    /** Checks, all but UNREAD. */
    long checked() {
      return selected.totals.checked();
    }

    /** Adds to the sums of the rate; {@link #selected} must know of it already. */
    void add(Part part, double a, long count) {
      if (part == Part.ERROR) {
        errors += count;
        errorWeight += count * a;
        errorSquares += count * a * a;
      } else if (part == Part.CLEAN || part == Part.NEVER_AN_ERROR) {
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
      left.selected = Selected.difference(all.selected, part.selected);
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
    double a = weight(probability);
    if (Check.atLeast("count", 0, count) == 0) {
      return this;
    }
    if (last == null || lastCode != stratum) {
      last = strata.computeIfAbsent(stratum, key -> empty());
      lastCode = stratum;
    }
    last.selected.add(count, a, part != Part.UNREAD);
    last.add(part, a, count);
    return this;
  }

  /** How many gradings of the population one stands for. */
  static double weight(double probability) {
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be in (0, 1], got " + probability);
    }
    return 1 / probability;
  }

  private static Stratum empty() {
    var stratum = new Stratum();
    stratum.clear(new Selected());
    return stratum;
  }

  /**
   * The rate of the errors and its bounds.
   *
   * @return the estimate
   */
  public DesignRate rate() {
    WeightingClasses classes = new WeightingClasses();
    strata.values().forEach(s -> classes.add(s.selected.totals));
    DesignRate.Sums sums = new DesignRate.Sums(classes);
    strata.values().forEach(sums::add);
    return new DesignRate(sums);
  }
}
