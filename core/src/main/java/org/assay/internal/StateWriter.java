package org.assay.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Writes the state of an accumulator as bytes that any machine reads back with {@link StateReader}.
 *
 * <pre>{@code
 * bytes   content
 * 4       "ASAY"
 * 1       version of this frame, 1
 * n       kind of accumulator, a text
 * n       version of the kind's own form, a number
 * n       numbers, reals and texts as the kind says
 * 4       CRC-32 of all bytes before, high byte first
 * }</pre>
 *
 * A number is 0 to 2^63 - 1 in base 128, low digits first, each byte but the last with its high bit
 * set; a real its eight IEEE bytes, high byte first; a text its number of UTF-8 bytes and these.
 */
public final class StateWriter {
  static final byte[] MARK = {'A', 'S', 'A', 'Y', 1};

  private byte[] bytes = new byte[256];
  private int size;

  /**
   * Begins a state.
   *
   * @param kind of accumulator
   * @param version of its own form, at least 1
   */
  public StateWriter(String kind, int version) {
    for (byte b : MARK) {
      put(b);
    }
    text(kind).number(version);
  }

  /**
   * Writes a number.
   *
   * @param n at least 0
   * @return this
   */
  public StateWriter number(long n) {
    long rest = Check.atLeast("number", 0, n);
    while (rest >= 0x80) {
      put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
    return this;
  }

  /**
   * Writes a real number.
   *
   * @param x any
   * @return this
   */
  public StateWriter real(double x) {
    long bits = Double.doubleToLongBits(x);
    for (int shift = 56; shift >= 0; shift -= 8) {
      put((byte) (bits >>> shift));
    }
    return this;
  }

  /**
   * Writes a text.
   *
   * @param text any
   * @return this
   */
  public StateWriter text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return block(utf8);
  }

  /**
   * Writes bytes with their number.
   *
   * @param block any
   * @return this
   */
  public StateWriter block(byte[] block) {
    number(block.length);
    for (byte b : block) {
      put(b);
    }
    return this;
  }

  /**
   * Ends the state.
   *
   * @return its bytes
   */
  public byte[] end() {
    var sum = new CRC32();
    sum.update(bytes, 0, size);
    for (int shift = 24; shift >= 0; shift -= 8) {
      put((byte) (sum.getValue() >>> shift));
    }
    return Arrays.copyOf(bytes, size);
  }

  private void put(byte b) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.multiplyExact(2, size));
    }
    bytes[size++] = b;
  }
}
