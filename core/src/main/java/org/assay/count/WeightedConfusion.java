package org.assay.count;

import java.util.Arrays;
import java.util.List;
import org.assay.count.CountAccumulator.Recoding;
import org.assay.internal.Check;
import org.assay.internal.StateReader;
import org.assay.internal.StateWriter;

/**
 * Sums of weights of (reference grade, grade) pairs, where a checked item stands for more than
 * itself.
 *
 * <p>State is a {@code long} count for each weight and pair that occurs, and the sums are made in
 * the order of the weights, so {@link #merge} is exact: any split of the pairs, merged in any
 * order, gives the same sums, bit for bit. Weights of a design are few; memory is O(weights x pairs
 * that occur). {@link ConfusionMatrix} counts where every weight is 1. Not thread-safe.
 *
 * <p><b>State</b> (version 1): K, the number of entries, and for each, ascending by weight,
 * reference and grade, the weight as a real, the two codes and the count.
 */
public final class WeightedConfusion implements CountAccumulator<WeightedConfusion> {
  private static final String KIND = "WeightedConfusion";
  private static final int VERSION = 1;

  private final int grades;
  private final VectorCounts pairs = new VectorCounts(4); // weight's two halves, reference, grade
  private Sums sums; // null when there are newer pairs

  /** The counts added up. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Sums(double[] cells, double errorSquares, double largest) {}

  private WeightedConfusion(int grades) {
    this.grades = grades;
    Math.multiplyExact(grades, grades);
  }

  /**
   * An empty table.
   *
   * @param grades number of grades K, at least 1
   * @return the accumulator
   */
  public static WeightedConfusion create(int grades) {
    return new WeightedConfusion(Check.atLeast("grades", 1, grades));
  }

  /**
   * Reads a state.
   *
   * @param state what {@link #state} gave
   * @return an accumulator of the same content
   * @throws IllegalArgumentException if it is no such state, see {@link Accumulator}
   */
  public static WeightedConfusion ofState(byte[] state) {
    var in = new StateReader(state, KIND, VERSION);
    WeightedConfusion table = create(in.integer());
    for (long n = in.number(); n > 0; n--) {
      double weight = in.real();
      table.add(in.integer(), in.integer(), weight, in.number());
    }
    in.end();
    return table;
  }

  /**
   * Counts a pair.
   *
   * @param reference code of the reference grade
   * @param grade code of the grade
   * @param weight above 0, finite: how many items the pair stands for
   */
  public void add(int reference, int grade, double weight) {
    add(reference, grade, weight, 1);
  }

  private void add(int reference, int grade, double weight, long times) {
    Check.index("reference", reference, grades, "grades");
    Check.index("grade", grade, grades, "grades");
    long bits = Double.doubleToLongBits(Check.positive("weight", weight));
    // the sign of the lower half is turned so that the halves are ordered as the weights are
    pairs.add(
        new int[] {(int) (bits >>> 32), (int) bits ^ Integer.MIN_VALUE, reference, grade}, times);
    sums = null;
  }

  private static double weight(int[] pair) {
    return Double.longBitsToDouble(
        (long) pair[0] << 32 | (pair[1] ^ Integer.MIN_VALUE) & 0xFFFFFFFFL);
  }

  @Override
  public WeightedConfusion merge(WeightedConfusion other) {
    requireSameShape(other);
    pairs.merge(other.pairs);
    sums = null;
    return this;
  }

  @Override
  public WeightedConfusion subtract(WeightedConfusion other) {
    requireSameShape(other);
    pairs.subtract(other.pairs);
    sums = null;
    return this;
  }

  private void requireSameShape(WeightedConfusion other) {
    if (other.pairs == pairs) {
      throw new IllegalArgumentException("other must be another accumulator, got this one");
    }
    if (other.grades != grades) {
      throw new IllegalArgumentException(
          "other must have the same grades: this has " + grades + ", other has " + other.grades);
    }
  }

  @Override
  public WeightedConfusion copy() {
    return create(grades).merge(this);
  }

  @Override
  public byte[] state() {
    DistinctVectors all = pairs.snapshot();
    var out = new StateWriter(KIND, VERSION).number(grades).number(all.size());
    for (int v = 0; v < all.size(); v++) {
      int[] pair = all.vector(v);
      out.real(weight(pair)).number(pair[2]).number(pair[3]).number(all.count(v));
    }
    return out.end();
  }

  @Override
  public List<Axis> axes() {
    return List.of(new Axis("grade", grades));
  }

  @Override
  public WeightedConfusion recode(List<Recoding> codes) {
    Recoding.requireOf(axes(), codes);
    Recoding grade = codes.get(0);
    WeightedConfusion recoded = create(grade.size());
    DistinctVectors all = pairs.snapshot();
    for (int v = 0; v < all.size(); v++) {
      int[] pair = all.vector(v);
      recoded.add(grade.of(pair[2]), grade.of(pair[3]), weight(pair), all.count(v));
    }
    return recoded;
  }

  /**
   * Visits the pairs with each weight that occur, ascending by weight.
   *
   * @param visitor receives each
   */
  public void forEach(WeightVisitor visitor) {
    DistinctVectors all = pairs.snapshot();
    for (int v = 0; v < all.size(); v++) {
      int[] pair = all.vector(v);
      visitor.visit(weight(pair), pair[2], pair[3], all.count(v));
    }
  }

  /** Takes pairs with a weight. */
  @FunctionalInterface
  public interface WeightVisitor {
    /**
     * Takes pairs.
     *
     * @param weight how many items each stands for
     * @param reference code of the reference grade
     * @param grade code of the grade
     * @param count at least 1
     */
    void visit(double weight, int reference, int grade, long count);
  }

  private Sums sums() {
    if (sums == null) {
      double[] cells = new double[grades * grades];
      double errorSquares = 0;
      double largest = 0;
      DistinctVectors all = pairs.snapshot();
      for (int v = 0; v < all.size(); v++) {
        int[] pair = all.vector(v);
        double weight = weight(pair);
        cells[pair[2] * grades + pair[3]] += weight * all.count(v);
        errorSquares += pair[2] == pair[3] ? 0 : weight * weight * all.count(v);
        largest = weight; // they ascend
      }
      sums = new Sums(cells, errorSquares, largest);
    }
    return sums;
  }

  /**
   * Number of grades, K.
   *
   * @return at least 1
   */
  public int grades() {
    return grades;
  }

  /**
   * Sum of the weights of a cell.
   *
   * @param reference code of the reference grade
   * @param grade code of the grade
   * @return at least 0
   */
  public double sum(int reference, int grade) {
    return sums()
        .cells[
        Check.index("reference", reference, grades, "grades") * grades
            + Check.index("grade", grade, grades, "grades")];
  }

  /**
   * Sum of all weights.
   *
   * @return at least 0
   */
  public double total() {
    double total = 0;
    for (double sum : sums().cells) {
      total += sum;
    }
    return total;
  }

  /**
   * Sum of the squared weights of pairs with different grades.
   *
   * @return at least 0
   */
  public double errorSquares() {
    return sums().errorSquares;
  }

  /**
   * The largest weight.
   *
   * @return 0 without a pair
   */
  public double largestWeight() {
    return sums().largest;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof WeightedConfusion other && Arrays.equals(state(), other.state());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }
}
