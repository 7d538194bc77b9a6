package org.assay.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.assay.internal.Check;
import org.assay.plan.Evaluation.Decision;

/**
 * The numbers an inspector needs: after n checks, accept at that many errors or fewer, reject at
 * that many or more, otherwise go on.
 *
 * <p>Immutable. Any plan that counts errors can be written this way: sequential, truncated, in
 * batches (no decision between looks), single and multiple. Memory is two ints per check.
 */
public final class Boundary {
  static final int NEVER = -1; // as an acceptance number: no errors are few enough

  /** The most checks of a boundary, which keeps two numbers for each. */
  public static final int LARGEST = 10_000_000;

  private final int[] accept;
  private final int[] reject;

  /**
   * Owns both arrays; index n, an acceptance number of -1 and a rejection number above n: never.
   */
  Boundary(int[] accept, int[] reject) {
    int end = 1; // nothing is undecided from here on
    while (end < accept.length - 1 && accept[end] + 1 < reject[end]) {
      end++;
    }
    this.accept = end + 1 < accept.length ? Arrays.copyOf(accept, end + 1) : accept;
    this.reject = end + 1 < reject.length ? Arrays.copyOf(reject, end + 1) : reject;
  }

  /**
   * One line of the card.
   *
   * @param n checks made
   * @param accept at that many errors or fewer; null when accepting is not possible yet
   * @param reject at that many errors or more; null when rejecting is not possible
   */
  public record Row(int n, Integer accept, Integer reject) {
    /**
     * Errors that accept, for code that handles absence itself.
     *
     * @return the most that accept, or empty when accepting is not possible yet
     */
    public OptionalInt acceptAt() {
      return optional(accept);
    }

    /**
     * Errors that reject, for code that handles absence itself.
     *
     * @return the fewest that reject, or empty when rejecting is not possible
     */
    public OptionalInt rejectAt() {
      return optional(reject);
    }
  }

  private static OptionalInt optional(Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /**
   * A boundary from its rows; between rows no decision is taken.
   *
   * @param rows rising in n; the last one must decide whatever the number of errors
   * @return the boundary
   */
  public static Boundary of(List<Row> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("boundary must have at least one row, got none");
    }
    int maximum = rows.get(rows.size() - 1).n();
    Check.range("boundary n", 1, LARGEST, maximum);
    int[] accept = new int[maximum + 1];
    int[] reject = new int[maximum + 1];
    Arrays.fill(accept, NEVER);
    Arrays.setAll(reject, n -> n + 1);
    int before = 0;
    for (Row row : rows) {
      if (row.n() <= before) {
        throw new IllegalArgumentException(
            "boundary n must rise, got " + row.n() + " after " + before);
      }
      before = row.n();
      accept[row.n()] = row.acceptAt().orElse(NEVER);
      reject[row.n()] = row.rejectAt().orElse(row.n() + 1);
      if (accept[row.n()] >= reject[row.n()]) {
        throw new IllegalArgumentException(
            "acceptAt must be below rejectAt ("
                + reject[row.n()]
                + "), got "
                + accept[row.n()]
                + " at n = "
                + row.n());
      }
    }
    if (accept[maximum] + 1 < reject[maximum]) {
      throw new IllegalArgumentException(
          "the last row must decide for every number of errors, got acceptAt "
              + accept[maximum]
              + " and rejectAt "
              + reject[maximum]
              + " at n = "
              + maximum);
    }
    return new Boundary(accept, reject);
  }

  /**
   * The numbers of a plan of stages, which decides at the end of each.
   *
   * @param plan of at most {@value #LARGEST} checks
   * @return the boundary
   */
  public static Boundary of(StagedPlan plan) {
    return stages(plan, false, false);
  }

  /**
   * The numbers of a plan of stages.
   *
   * @param earlyReject whether to reject as soon as the end of the stage must
   * @param earlyAccept whether to accept as soon as the end of the stage must
   */
  static Boundary stages(StagedPlan plan, boolean earlyReject, boolean earlyAccept) {
    int maximum = (int) Check.range("checks of the plan", 1, LARGEST, plan.maximum());
    int[] accept = new int[maximum + 1];
    int[] reject = new int[maximum + 1];
    int n = 0;
    long end = 0;
    for (int stage = 0; stage < plan.stages(); stage++) {
      end += plan.sampleSizes().get(stage);
      long c = plan.acceptanceNumbers().get(stage);
      long r = plan.rejectionNumbers().get(stage);
      while (n < end) {
        n++;
        boolean last = n == end;
        accept[n] = (int) (last || earlyAccept ? Math.max(NEVER, c - (end - n)) : NEVER);
        reject[n] = (int) (last || earlyReject ? Math.min(n + 1, r) : n + 1);
      }
    }
    return new Boundary(accept, reject);
  }

  /** The same up to n checks, where that many errors or fewer accept and more reject. */
  Boundary endingAt(int n, int acceptAt) {
    int[] a = Arrays.copyOf(accept, n + 1);
    int[] r = Arrays.copyOf(reject, n + 1);
    a[n] = acceptAt;
    r[n] = acceptAt + 1;
    return new Boundary(a, r);
  }

  /** Whether every number of errors is decided at that many checks. */
  boolean decides(int n) {
    return reject[n] <= accept[n] + 1;
  }

  /** From that many checks on no decision is possible before the end. */
  int lastWait() {
    int n = maximum() - 1;
    while (n > 0 && accept[n] < 0 && reject[n] > n) {
      n--;
    }
    return n;
  }

  /** The fewest checks at which some decision is possible. */
  int firstLook() {
    int n = 1;
    while (n < maximum() && accept[n] < 0 && reject[n] > n) {
      n++;
    }
    return n;
  }

  /**
   * The most checks the plan can take.
   *
   * @return at least 1
   */
  public int maximum() {
    return accept.length - 1;
  }

  /**
   * The acceptance number after n checks.
   *
   * @param n checks made, in [1, maximum]
   * @return errors at which to accept, and below; -1 when accepting is not possible
   */
  public int acceptAt(int n) {
    return accept[n];
  }

  /**
   * The rejection number after n checks.
   *
   * @param n checks made, in [1, maximum]
   * @return errors at which to reject, and above; n + 1 when rejecting is not possible
   */
  public int rejectAt(int n) {
    return reject[n];
  }

  /**
   * What to do.
   *
   * @param n checks made
   * @param errors errors among them
   * @return CONTINUE also beyond the end of a boundary that leaves some cases open
   */
  public Decision decide(int n, int errors) {
    if (n == 0 || n > maximum()) {
      return Decision.CONTINUE;
    }
    return errors <= accept[n]
        ? Decision.ACCEPT
        : errors >= reject[n] ? Decision.REJECT : Decision.CONTINUE;
  }

  /**
   * Every number of checks at which some decision is possible.
   *
   * @return rows rising in n
   */
  public List<Row> rows() {
    var rows = new ArrayList<Row>();
    for (int n = 1; n <= maximum(); n++) {
      if (accept[n] >= 0 || reject[n] <= n) {
        rows.add(new Row(n, accept[n] >= 0 ? accept[n] : null, reject[n] <= n ? reject[n] : null));
      }
    }
    return rows;
  }

  /**
   * The same numbers as a short card.
   *
   * @param errors errors found
   * @param accepts fewest checks at which that many errors accept; null when never
   * @param rejects most checks at which that many errors reject; null when never
   */
  public record CardLine(int errors, Integer accepts, Integer rejects) {
    /**
     * Checks that accept, for code that handles absence itself.
     *
     * @return the fewest at which that many errors accept, or empty when never
     */
    public OptionalInt acceptFrom() {
      return optional(accepts);
    }

    /**
     * Checks that reject, for code that handles absence itself.
     *
     * @return the most at which that many errors reject, or empty when never
     */
    public OptionalInt rejectUntil() {
      return optional(rejects);
    }
  }

  /**
   * The card by errors: a few lines instead of one per check.
   *
   * @return one line for each number of errors up to the largest that is ever undecided, and one
   *     more
   */
  public List<CardLine> card() {
    int most = 0;
    for (int n = 1; n <= maximum(); n++) {
      most = Math.max(most, Math.min(n, reject[n]));
    }
    int[] from = new int[most + 1];
    int[] until = new int[most + 1];
    for (int n = maximum(); n >= 1; n--) {
      for (int d = 0; d <= Math.min(accept[n], most); d++) {
        from[d] = n;
      }
      for (int d = reject[n]; d <= Math.min(n, most); d++) {
        until[d] = Math.max(until[d], n);
      }
    }
    var card = new ArrayList<CardLine>();
    for (int d = 0; d <= most; d++) {
      card.add(new CardLine(d, from[d] > 0 ? from[d] : null, until[d] > 0 ? until[d] : null));
    }
    return card;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Boundary other
        && Arrays.equals(accept, other.accept)
        && Arrays.equals(reject, other.reject);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(accept) + Arrays.hashCode(reject);
  }
}
