package org.assay.count;

/**
 * What is kept of rows that were looked at once: it is added to, merged, and carried to another
 * process or machine.
 *
 * <p><b>Promise.</b> Any split of the rows over accumulators of the same shape, merged in any order
 * and wherever each was filled, gives what one accumulator gives, bit for bit: the same content,
 * the same {@link #state}.
 *
 * <p><b>State.</b> Bytes that any machine reads back, by the {@code ofState} of each class. All
 * states have one frame, and the classes say what is inside:
 *
 * <pre>{@code
 * bytes   content
 * 4       "ASAY"
 * 1       version of the frame, 1
 * n       name of the class, a text
 * n       version of the class's own form, a number
 * n       numbers, reals and texts as the class says
 * 4       CRC-32 of all bytes before, high byte first
 * }</pre>
 *
 * A number is 0 to 2^63 - 1 in base 128, low digits first, each byte but the last with its high bit
 * set; a real its eight IEEE bytes, high byte first; a text its number of UTF-8 bytes and these.
 * Counts that are 0 are not written. {@code ofState} throws {@code IllegalArgumentException} for
 * bytes that were cut short or changed, of another class, or of a newer version.
 *
 * <p>Accumulators are not thread-safe; use one per thread and merge.
 *
 * @param <A> the accumulator itself
 */
public interface Accumulator<A extends Accumulator<A>> {
  /**
   * Adds what another accumulator holds, which is unchanged.
   *
   * @param other of the same shape
   * @return this
   * @throws IllegalArgumentException if the shapes differ; nothing is changed then
   */
  A merge(A other);

  /**
   * An independent copy.
   *
   * @return of the same content
   */
  A copy();

  /**
   * The state as bytes.
   *
   * @return the same bytes for the same content, however it was put together
   */
  byte[] state();
}
