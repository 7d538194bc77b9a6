package org.assay.needs;

/** The checks of a person, or of several, as {@link PeerChecks} lays them out. */
final class PeerGroup {
  private final int code;
  private final int[] entries;
  private final long[] counts;
  private final long checked;
  private final double expected;
  private final double squares;

  /**
   * A group.
   *
   * @param code of the person or the cohort
   * @param entries rising
   * @param counts of the entries
   * @param checked how many checks there are
   * @param expected errors that everybody's shares give
   * @param squares sum of the squares of these, by person and period
   */
  PeerGroup(int code, int[] entries, long[] counts, long checked, double expected, double squares) {
    this.code = code;
    this.entries = entries;
    this.counts = counts;
    this.checked = checked;
    this.expected = expected;
    this.squares = squares;
  }

  int code() {
    return code;
  }

  int[] entries() {
    return entries;
  }

  long[] counts() {
    return counts;
  }

  long checked() {
    return checked;
  }

  double expected() {
    return expected;
  }

  double squares() {
    return squares;
  }
}
