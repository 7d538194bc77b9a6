package org.assay.count;

import java.util.List;

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
}
