package org.assay.data;

import java.util.Objects;
import org.assay.data.Selections.Blindness;
import org.assay.internal.Check;

/**
 * How one grading came to be checked.
 *
 * <pre>{@code
 * Selection.of(SelectionMethod.SRS, 0.1).blind();
 * Selection.of(SelectionMethod.STRATIFIED, 0.25).in("new items");
 * Selection.unknown();
 * }</pre>
 *
 * @param method how it was selected
 * @param inclusionProbability in (0, 1], or 0 when not recorded
 * @param stratum stratum of the design, "" for none
 * @param blindness whether the grade was hidden from the QA officer
 * @param ofItem whether the item was drawn rather than the grading, see {@link Selections#isItem}
 */
public record Selection(
    SelectionMethod method,
    double inclusionProbability,
    String stratum,
    Blindness blindness,
    boolean ofItem) {

  public Selection {
    Objects.requireNonNull(method, "method");
    Check.closedUnit("inclusionProbability", inclusionProbability);
    Objects.requireNonNull(stratum, "stratum");
    Objects.requireNonNull(blindness, "blindness");
  }

  /**
   * A selection of a grading, in one stratum, of which nobody recorded whether it was blind.
   *
   * @param method how it was selected
   * @param inclusionProbability in (0, 1], or 0 when not recorded
   * @return the selection
   */
  public static Selection of(SelectionMethod method, double inclusionProbability) {
    return new Selection(method, inclusionProbability, "", Blindness.UNKNOWN, false);
  }

  /**
   * Nobody recorded how it was selected. Such checks find errors and enter no rate.
   *
   * @return a selection by CONVENIENCE without a probability
   */
  public static Selection unknown() {
    return of(SelectionMethod.CONVENIENCE, 0);
  }

  /**
   * The same in a stratum.
   *
   * @param stratumId of the sampling design
   * @return a copy with it
   */
  public Selection in(String stratumId) {
    return new Selection(method, inclusionProbability, stratumId, blindness, ofItem);
  }

  /**
   * The same where the grade was hidden from the QA officer.
   *
   * @return a copy that is BLIND
   */
  public Selection blind() {
    return with(Blindness.BLIND);
  }

  /**
   * The same with another blindness.
   *
   * @param kind whether the grade was hidden
   * @return a copy with it
   */
  public Selection with(Blindness kind) {
    return new Selection(method, inclusionProbability, stratum, kind, ofItem);
  }

  /**
   * The same where the item was drawn, and with it all of its gradings.
   *
   * @return a copy that is of the item
   */
  public Selection wholeItem() {
    return new Selection(method, inclusionProbability, stratum, blindness, true);
  }

  /** How a grading came to be checked. Only random methods support a claim about a population. */
  public enum SelectionMethod {
    /** Simple random sample. */
    SRS(true),
    /** Simple random sample within strata. */
    STRATIFIED(true),
    /** Every k-th with a random start. */
    SYSTEMATIC(true),
    /** Probability proportional to size. */
    PPS(true),
    /** Everything was selected. */
    CENSUS(true),
    /** An item with a reference agreed beforehand. */
    SEEDED(false),
    /** Picked because an error was suspected. */
    TARGETED(false),
    /** Sent by somebody else. */
    REFERRED(false),
    /** Contested. */
    APPEAL(false),
    /** Whatever was at hand. */
    CONVENIENCE(false);

    private final boolean random;

    SelectionMethod(boolean random) {
      this.random = random;
    }

    /**
     * Whether a check selected this way may enter a rate.
     *
     * @return true for SRS, STRATIFIED, SYSTEMATIC, PPS and CENSUS
     */
    public boolean isRandom() {
      return random;
    }
  }
}
