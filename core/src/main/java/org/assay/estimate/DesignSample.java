package org.assay.estimate;

import java.util.ArrayList;
import java.util.List;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.DesignScope.RateParts;
import org.assay.estimate.SamplingFrame.ScopeFrame;
import org.assay.internal.Check;

/**
 * What a random design selected, by stratum, for one rate: for callers that have counts and no
 * table.
 *
 * <p>Every selected grading is in one of the parts of {@link Part}. That some cannot be an error
 * whatever the check finds (an A/N mix-up is only possible where A or N was graded) makes the upper
 * bound tighter: one more error could not have been there.
 *
 * <p>Rows are added as counts with a common inclusion probability. The sums are of doubles, so add
 * rows in a fixed order where bytes must be equal. Not thread-safe.
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
    /** Selected, and checked in a way that may not be used (blind or not). */
    UNREAD,
    /** Selected, without a usable verdict: an error or none, as is worse. */
    UNRESOLVED
  }

  private static final int AWAY = 2; // reference that the rate is not about

  // Reference and grade that stand for a part; a rate of grade 1 is never an error.
  private static final RateParts PARTS =
      new RateParts() {
        @Override
        public Part of(int reference, int grade) {
          return grade == 1
              ? Part.NEVER_AN_ERROR
              : reference == 0 ? Part.CLEAN : reference == AWAY ? Part.OUTSIDE : Part.ERROR;
        }

        @Override
        public Part highest(int grade) {
          return Part.ERROR;
        }

        @Override
        public Part lowest(int grade) {
          return Part.CLEAN;
        }
      };

  private final List<CheckCell> cells = new ArrayList<>();

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
    weight(probability);
    if (Check.atLeast("count", 0, count) == 0) {
      return this;
    }
    int reference =
        switch (part) {
          case ERROR -> 1;
          case OUTSIDE -> AWAY;
          case UNRESOLVED -> CheckCell.PENDING;
          default -> 0;
        };
    cells.add(
        new CheckCell(
            0,
            0,
            0,
            0,
            stratum,
            part == Part.UNREAD ? Blindness.NON_BLIND : Blindness.BLIND,
            SelectionMethod.STRATIFIED,
            CheckCell.ALONE,
            probability,
            reference,
            part == Part.NEVER_AN_ERROR ? 1 : 0,
            count));
    return this;
  }

  /** How many gradings of the population one stands for. */
  static double weight(double probability) {
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be in (0, 1], got " + probability);
    }
    return 1 / probability;
  }

  /**
   * The rate of the errors and its bounds, in a population that is known by the probabilities only.
   *
   * @return the estimate
   */
  public DesignRate rate() {
    return DesignScope.of(cells, Blindness.BLIND).rate(PARTS);
  }

  /**
   * The rate of the errors and its bounds, in a population of known size.
   *
   * @param gradings in the population, of which all could be selected
   * @return the estimate; exact bounds where the sample is a simple random one
   */
  public DesignRate rate(long gradings) {
    return DesignScope.of(
            cells, CheckWeights.of(cells, Blindness.BLIND), new ScopeFrame(gradings, 0))
        .rate(PARTS);
  }
}
