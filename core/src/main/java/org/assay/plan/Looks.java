package org.assay.plan;

import java.util.List;
import org.assay.internal.Check;

/**
 * When a decision may be taken: after every so many checks, or after stated numbers of checks.
 *
 * <p>The end of a plan is always a look.
 *
 * @param every distance between looks, at least 1; unused when {@code at} is given
 * @param first no look before that many checks, at least 1; unused when {@code at} is given
 * @param at numbers of checks, rising; empty for a regular schedule
 */
public record Looks(int every, int first, List<Integer> at) {
  /** A look after every check. */
  public static final Looks EVERY_CHECK = new Looks(1, 1, List.of());

  public Looks {
    Check.atLeast("every", 1, every);
    Check.atLeast("first", 1, first);
    at = List.copyOf(at);
    for (int i = 0; i < at.size(); i++) {
      int least = i == 0 ? 1 : at.get(i - 1) + 1;
      Check.atLeast("looks[" + i + "]", least, at.get(i));
    }
  }

  /**
   * A look after every batch of the same size.
   *
   * @param checks checks in a batch
   * @return the schedule
   */
  public static Looks every(int checks) {
    return checks == 1 ? EVERY_CHECK : new Looks(checks, 1, List.of());
  }

  /**
   * A look after every check from some number of them on.
   *
   * @param first no look before that many checks, at least 1
   * @return the schedule
   */
  public static Looks from(int first) {
    return first == 1 ? EVERY_CHECK : new Looks(1, first, List.of());
  }

  /**
   * Looks after stated numbers of checks, for example at the end of each day.
   *
   * @param checks total numbers of checks, rising
   * @return the schedule
   */
  public static Looks at(List<Integer> checks) {
    if (checks.isEmpty()) {
      throw new IllegalArgumentException("looks must not be empty");
    }
    return new Looks(1, 1, checks);
  }

  /** Marks the looks up to a maximum, which is always one. */
  boolean[] upTo(int maximum) {
    boolean[] look = new boolean[maximum + 1];
    if (at.isEmpty()) {
      for (long n = every; n <= maximum; n += every) { // long: the last step may leave the range
        look[(int) n] = n >= first;
      }
    } else {
      at.stream().filter(n -> n <= maximum).forEach(n -> look[n] = true);
    }
    look[maximum] = true;
    return look;
  }
}
