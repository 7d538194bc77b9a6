package org.assay.plan;

import java.util.OptionalLong;

/**
 * How many further checks settle a level: the answer of {@link FurtherChecks}, with what it stands
 * on.
 *
 * @param kind what the number means
 * @param checks further checks; null when nothing settles it
 * @param chance with which the number settles it at the assumed rate: at least the one asked for, 1
 *     when everything left settles it whatever comes, 0 when nothing does
 * @param assumedRate what was taken for the true rate of what is not checked yet, in [0, 1]
 * @param unchecked what is left of the lot; null in a process
 * @param looks among which the risks are shared; 1: the level is judged once, and judging it again
 *     after these checks breaks the promise, see {@link LevelJudge}
 */
public record FurtherAnswer(
    Kind kind, Long checks, double chance, double assumedRate, Long unchecked, int looks) {

  /**
   * Further checks, for code that handles absence itself.
   *
   * @return their number, or empty when nothing settles it
   */
  public OptionalLong number() {
    return optional(checks);
  }

  /**
   * What is left of the lot, for code that handles absence itself.
   *
   * @return number of items, or empty in a process
   */
  public OptionalLong left() {
    return optional(unchecked);
  }

  private static OptionalLong optional(Long number) {
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** What a number of further checks means. */
  public enum Kind {
    /** There is a verdict already; the number is 0. */
    SETTLED,
    /** So many random checks give a verdict with the chance. */
    CHECKS,
    /** Nothing less than everything left does, and that for certain. */
    EVERYTHING_LEFT,
    /** It would take more than the stated ceiling; the number says how many. */
    ABOVE_CEILING,
    /**
     * Nothing does: the rate is next to the limit in a process, or so many checks have no verdict
     * that even the rest of the lot leaves it open.
     */
    NEVER
  }

  /**
   * Whether some number of checks within the lot and the ceiling settles it.
   *
   * @return true when there is one, 0 included
   */
  public boolean possible() {
    return kind != Kind.NEVER && kind != Kind.ABOVE_CEILING;
  }
}
