package org.assay.result;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * Whether a predefined level is met, with the evidence behind it.
 *
 * <p>PASS: at most the limit is shown, at confidence 1 - consumer's risk. FAIL: worse than the
 * limit is shown, at confidence 1 - producer's risk. NOT_DEMONSTRATED: neither, with the number of
 * further checks after which one of them is said with the stated chance at the rate that was
 * assumed for what is unchecked. (A plan's REJECT is another statement: worse than the
 * <em>acceptable</em> rate.)
 *
 * @param state what is shown
 * @param limit rate in (0, 1] that the level allows at most
 * @param estimate estimated rate in [0, 1]; undefined when nothing was checked
 * @param passBound one-sided upper bound of the rate, at confidence 1 - consumer's risk
 * @param failBound one-sided lower bound of the rate, at confidence 1 - producer's risk
 * @param checked checks the bounds stand on
 * @param further checks for the stated chance of a state; 0 when there is one already, null when no
 *     number of checks up to the size of the lot gives it
 * @param chance the stated chance, for example 0.8
 */
public record Conclusion(
    State state,
    double limit,
    Outcome estimate,
    double passBound,
    double failBound,
    long checked,
    Long further,
    double chance) {

  /**
   * Further checks, for code that handles absence itself.
   *
   * @return their number, or empty when no number of checks settles it
   */
  public OptionalLong furtherChecks() {
    return further == null ? OptionalLong.empty() : OptionalLong.of(further);
  }

  @Override
  public String toString() {
    String rate =
        estimate.defined() ? String.format(Locale.ROOT, "%.4f", estimate.value()) : "none";
    String more = further == null ? "no number of checks settles it" : further + " more checks";
    return String.format(
        Locale.ROOT,
        "%s: rate %s (%.4f to %.4f), limit %.4f, %d checked%s",
        state,
        rate,
        failBound,
        passBound,
        limit,
        checked,
        state == State.NOT_DEMONSTRATED ? ", " + more : "");
  }

  /** The three states of a level. */
  public enum State {
    /** The level is shown to be met. */
    PASS,
    /** The level is shown not to be met. */
    FAIL,
    /** The checks made cannot tell; nothing is wrong with anybody because of it. */
    NOT_DEMONSTRATED
  }
}
