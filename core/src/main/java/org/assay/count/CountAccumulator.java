package org.assay.count;

import java.util.List;
import org.assay.count.CountAccumulator.Axis;
import org.assay.internal.Check;

/**
 * An accumulator of counts by codes: slices can be taken out again, and codes can be carried over
 * to those of another dictionary, see {@link Labelled}.
 *
 * @param <A> the accumulator itself
 */
public interface CountAccumulator<A extends CountAccumulator<A>> extends Accumulator<A> {
  /**
   * Takes out the counts of a slice that was merged before: a day, a stream, a late correction.
   *
   * @param other of the same shape, no count above this one's; it is unchanged
   * @return this
   * @throws IllegalArgumentException if the shapes differ or a count would become negative; nothing
   *     is changed then
   */
  A subtract(A other);

  /**
   * The kinds of codes that are counted.
   *
   * @return in a fixed order
   */
  List<Axis> axes();

  /**
   * The same counts by other codes.
   *
   * @param codes what becomes of the codes of each axis, in the order of {@link #axes}; two codes
   *     may become one
   * @return a new accumulator
   * @throws IllegalArgumentException if the axes are not those of this accumulator
   */
  A recode(List<Recoding> codes);

  /**
   * A kind of codes.
   *
   * @param name for example "assessor"
   * @param size codes are in [0, size)
   */
  record Axis(String name, int size) {}

  /** What becomes of the codes of an axis. Immutable. */
  public final class Recoding {
    private final int[] to;
    private final int size;

    private Recoding(int[] to, int size) {
      this.to = to;
      this.size = size;
    }

    /**
     * A recoding.
     *
     * @param to new code of each code, in [0, size); it is copied
     * @param size of the axis afterwards, at least 0
     * @return the recoding
     */
    public static Recoding of(int[] to, int size) {
      Check.atLeast("size", 0, size);
      for (int code : to) {
        Check.index("to", code, size, "codes");
      }
      return new Recoding(to.clone(), size);
    }

    /**
     * The new code.
     *
     * @param code in [0, number of old codes)
     * @return in [0, size)
     */
    public int of(int code) {
      return to[Check.index("code", code, to.length, "codes")];
    }

    /**
     * Size of the axis afterwards.
     *
     * @return at least 0
     */
    public int size() {
      return size;
    }

    /**
     * Requires one recoding per axis, of all of its codes.
     *
     * @param axes of an accumulator
     * @param codes one per axis
     * @throws IllegalArgumentException if they do not fit
     */
    public static void requireOf(List<Axis> axes, List<Recoding> codes) {
      if (codes.size() != axes.size()) {
        throw new IllegalArgumentException(
            "codes must have a recoding for each of " + axes + ", got " + codes.size());
      }
      for (int i = 0; i < axes.size(); i++) {
        if (codes.get(i).to.length < axes.get(i).size()) {
          throw new IllegalArgumentException(
              "codes of "
                  + axes.get(i).name()
                  + " must be "
                  + axes.get(i).size()
                  + ", got "
                  + codes.get(i).to.length);
        }
      }
    }
  }
}
