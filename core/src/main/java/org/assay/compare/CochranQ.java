package org.assay.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.count.CountAccumulator;
import org.assay.count.CountAccumulator.Recoding;
import org.assay.count.DistinctVectors;
import org.assay.count.RatingRows;
import org.assay.internal.Check;
import org.assay.internal.StateReader;
import org.assay.internal.StateWriter;
import org.assay.result.TestResult;
import org.assay.result.Undefined;

/**
 * Cochran's Q: do several raters say yes equally often about the same items?
 *
 * <pre>{@code
 * Q = (k - 1) (k sum_j G_j² - T²) / (k T - sum_i L_i²)
 * }</pre>
 *
 * with k raters, G_j the number of yes of rater j, L_i of item i, and T of all; chi-squared on k -
 * 1 degrees of freedom. For two raters it is McNemar's uncorrected statistic. Items on which all
 * agree do not change it.
 *
 * <p><b>State</b> (version 1): k, the k sums of yes, the sum of squares, the number of items.
 *
 * <p>State is k + 2 {@code long} sums, so {@link #merge} and {@link #subtract} are exact; {@link
 * #add} is O(k). Not thread-safe. <b>Source.</b> Cochran (1950), Biometrika 37, 256-266. <b>Agrees
 * with</b> DescTools {@code CochranQTest}.
 */
public final class CochranQ implements CountAccumulator<CochranQ> {
  private static final String KIND = "CochranQ";
  private static final int VERSION = 1;

  private static final String METHOD = "Cochran Q";

  private final long[] yes; // G_j
  private long squares; // sum of L_i²
  private long items;

  private CochranQ(int raters) {
    yes = new long[raters];
  }

  /**
   * An empty accumulator.
   *
   * @param raters k, at least 2
   * @return the accumulator
   */
  public static CochranQ create(int raters) {
    return new CochranQ(Check.atLeast("raters", 2, raters));
  }

  /**
   * The items that all raters rated.
   *
   * @param rows two grades; the second is yes
   * @return the accumulator
   * @throws IllegalArgumentException if there are more than two grades
   */
  public static CochranQ of(RatingRows rows) {
    if (rows.grades() > 2) {
      throw new IllegalArgumentException(
          "grades must be two for Cochran's Q, got " + rows.grades());
    }
    CochranQ q = create(rows.raters());
    DistinctVectors distinct = rows.complete().snapshot();
    boolean[] said = new boolean[rows.raters()];
    for (int v = 0; v < distinct.size(); v++) {
      int[] row = distinct.vector(v);
      for (int r = 0; r < said.length; r++) {
        said[r] = row[r] == 1;
      }
      q.add(said, distinct.count(v));
    }
    return q;
  }

  /**
   * Reads a state.
   *
   * @param state what {@link #state} gave
   * @return an accumulator of the same content
   * @throws IllegalArgumentException if it is no such state, see {@link
   *     org.assay.count.Accumulator}
   */
  public static CochranQ ofState(byte[] state) {
    var in = new StateReader(state, KIND, VERSION);
    CochranQ q = create(in.integer());
    for (int j = 0; j < q.yes.length; j++) {
      q.yes[j] = in.number();
    }
    q.squares = in.number();
    q.items = in.number();
    in.end();
    return q;
  }

  @Override
  public byte[] state() {
    var out = new StateWriter(KIND, VERSION).number(yes.length);
    for (long sum : yes) {
      out.number(sum);
    }
    return out.number(squares).number(items).end();
  }

  @Override
  public List<Axis> axes() {
    return List.of(new Axis("rater", yes.length));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if raters are added or become one: every rater rated every
   *     item
   */
  @Override
  public CochranQ recode(List<Recoding> codes) {
    Recoding.requireOf(axes(), codes);
    Recoding rater = codes.get(0);
    long different = IntStream.range(0, yes.length).map(rater::of).distinct().count();
    if (rater.size() != yes.length || different < yes.length) {
      throw new IllegalArgumentException(
          "codes must be the same " + yes.length + " raters in another order");
    }
    CochranQ recoded = create(yes.length);
    for (int j = 0; j < yes.length; j++) {
      recoded.yes[rater.of(j)] = yes[j];
    }
    recoded.squares = squares;
    recoded.items = items;
    return recoded;
  }

  @Override
  public CochranQ copy() {
    return create(yes.length).merge(this);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CochranQ other && Arrays.equals(state(), other.state());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /**
   * Counts an item.
   *
   * @param said one per rater: whether the rater said yes
   */
  public void add(boolean... said) {
    add(said, 1);
  }

  /**
   * Counts items about which the raters said the same.
   *
   * @param said one per rater: whether the rater said yes
   * @param times number of items, at least 0
   */
  public void add(boolean[] said, long times) {
    Check.atLeast("times", 0, times);
    if (said.length != yes.length) {
      throw new IllegalArgumentException(
          "said must have one value for each of " + yes.length + " raters, got " + said.length);
    }
    long row = 0;
    for (int j = 0; j < said.length; j++) {
      if (said[j]) {
        yes[j] = Math.addExact(yes[j], times);
        row++;
      }
    }
    squares = Math.addExact(squares, Math.multiplyExact(row * row, times));
    items = Math.addExact(items, times);
  }

  /**
   * Adds another accumulator's items, which is unchanged.
   *
   * @param other same number of raters
   * @return this
   */
  @Override
  public CochranQ merge(CochranQ other) {
    requireSameShape(other);
    return combine(other, 1);
  }

  /**
   * Takes out items that were merged before.
   *
   * @param other same number of raters
   * @return this
   * @throws IllegalArgumentException if it holds more than this
   */
  @Override
  public CochranQ subtract(CochranQ other) {
    requireSameShape(other);
    boolean slice = other.items <= items && other.squares <= squares;
    for (int j = 0; j < yes.length; j++) {
      slice &= other.yes[j] <= yes[j];
    }
    if (!slice) {
      throw new IllegalArgumentException(
          "other must be a slice of this: this has " + items + " items, other has " + other.items);
    }
    return combine(other, -1);
  }

  private void requireSameShape(CochranQ other) {
    if (other.yes.length != yes.length) {
      throw new IllegalArgumentException(
          "other must have the same raters: this has "
              + yes.length
              + ", other has "
              + other.yes.length);
    }
  }

  private CochranQ combine(CochranQ other, int sign) {
    for (int j = 0; j < yes.length; j++) {
      yes[j] = Math.addExact(yes[j], sign * other.yes[j]);
    }
    squares = Math.addExact(squares, sign * other.squares);
    items = Math.addExact(items, sign * other.items);
    return this;
  }

  /**
   * Number of items.
   *
   * @return at least 0
   */
  public long items() {
    return items;
  }

  /**
   * The test for the items added so far.
   *
   * @return undefined (TOO_FEW_ITEMS) without items, (ZERO_VARIANCE) when the raters agree on every
   *     item
   */
  public TestResult snapshot() {
    int k = yes.length;
    double total = 0;
    double columns = 0;
    for (long g : yes) {
      total += g;
    }
    for (long g : yes) {
      double d = g - total / k;
      columns += d * d;
    }
    double within = k * total - squares; // exact below 2^53
    if (within == 0) {
      return TestResult.undefined(
          items == 0 ? Undefined.TOO_FEW_ITEMS : Undefined.ZERO_VARIANCE, k - 1, METHOD);
    }
    return TestResult.chiSquared((k - 1) * k * columns / within, k - 1, METHOD);
  }
}
