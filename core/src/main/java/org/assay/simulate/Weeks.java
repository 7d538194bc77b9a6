package org.assay.simulate;

import org.assay.internal.Check;

/**
 * A run of weeks of the simulated year.
 *
 * @param first first week, counted from 1
 * @param last last week, included
 */
public record Weeks(int first, int last) {
  public Weeks {
    Check.atLeast("first", 1, first);
    Check.atLeast("last", first, last);
  }

  /**
   * Whether a week belongs to the run.
   *
   * @param week counted from 1
   * @return true from the first to the last week
   */
  public boolean contains(int week) {
    return first <= week && week <= last;
  }
}
