package org.assay.io.plan;

import java.util.OptionalLong;
import org.assay.plan.QaLevel.About;
import org.assay.result.Conclusion.State;

/**
 * What is still to be done about a level, as far as checks can do it.
 *
 * @param kind what settles it
 * @param checks further checks; 0 unless they settle it
 */
public record Remaining(Kind kind, long checks) {
  /** What settles a level. */
  public enum Kind {
    /** It is settled. */
    SETTLED,
    /** It is shown by itself, but not among all states of its level. */
    TOGETHER,
    /** Only selections without a verdict stand between: theirs are due anyhow. */
    VERDICTS,
    /** A number of further checks within the lot. */
    CHECKS,
    /** Nothing less than everything that is left: not asked of anybody, and so not added up. */
    EVERYTHING,
    /** Nothing within the lot. */
    NOTHING,
    /** The plan that the checks were made for asks for no more, or is of another level or lot. */
    PLANNED
  }

  /**
   * What a level's row says is to be done.
   *
   * @param state the state
   * @param provisional whether only selections without a verdict stand between
   * @param further checks that settle it by itself; empty when no number does
   * @param about what the state is about
   * @param open gradings of the lot that were never selected
   * @param isWithheld whether a PASS is withheld for what is lost, or the looks are spent
   * @param isAloneOnly whether it is shown by itself, but not among all states of its level
   * @return what settles it
   */
  public static Remaining of(
      State state,
      boolean provisional,
      OptionalLong further,
      About about,
      long open,
      boolean isWithheld,
      boolean isAloneOnly) {
    if (state != State.NOT_DEMONSTRATED) {
      return new Remaining(Kind.SETTLED, 0);
    }
    if (isWithheld) {
      return new Remaining(Kind.NOTHING, 0);
    }
    if (provisional) {
      return new Remaining(Kind.VERDICTS, 0);
    }
    if (isAloneOnly) {
      return new Remaining(Kind.TOGETHER, 0);
    }
    long checks = further.orElse(0); // none: too much is unresolved or not covered
    if (checks == 0 || open == 0 || about == About.PROCESS && checks > open) {
      return new Remaining(Kind.NOTHING, 0);
    }
    return checks >= open ? new Remaining(Kind.EVERYTHING, 0) : new Remaining(Kind.CHECKS, checks);
  }
}
