package org.assay.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Reads what {@link StateWriter} wrote. What was cut short or changed on the way is refused before
 * anything is read from it.
 */
public final class StateReader {
  private static final int SUM = 4; // bytes of the checksum

  private final byte[] bytes;
  private final int end;
  private int at;
  private final int version;

  /**
   * Checks a state and begins to read it.
   *
   * @param state bytes of a whole state
   * @param kind of accumulator it must be of
   * @param newest version that can be read
   * @throws IllegalArgumentException if the bytes are no state, damaged, of another kind, or of a
   *     newer version
   */
  public StateReader(byte[] state, String kind, int newest) {
    this.bytes = state;
    this.end = state.length - SUM;
    byte[] mark = StateWriter.MARK;
    if (end < mark.length || !Arrays.equals(state, 0, mark.length - 1, mark, 0, mark.length - 1)) {
      throw new IllegalArgumentException(
          "state must begin as the state of an accumulator does, got " + state.length + " bytes");
    }
    requireSound();
    at = mark.length - 1;
    if (bytes[at++] != mark[mark.length - 1]) {
      throw new IllegalArgumentException(
          "state must have frame version 1, got " + (bytes[at - 1] & 0xFF));
    }
    String of = text();
    if (!of.equals(kind)) {
      throw new IllegalArgumentException("state must be of " + kind + ", got one of " + of);
    }
    version = integer();
    if (version > newest) {
      throw new IllegalArgumentException(
          "state of " + kind + " must have version " + newest + " or lower, got " + version);
    }
  }

  private void requireSound() {
    var sum = new CRC32();
    sum.update(bytes, 0, end);
    long stated = 0;
    for (int i = end; i < bytes.length; i++) {
      stated = stated << 8 | bytes[i] & 0xFF;
    }
    if (stated != sum.getValue()) {
      throw new IllegalArgumentException(
          "state must be as it was written: its checksum does not fit, so that it was cut short or"
              + " changed");
    }
  }

  /**
   * Version of the form the state is in.
   *
   * @return at least 1
   */
  public int version() {
    return version;
  }

  /**
   * Reads a number.
   *
   * @return at least 0
   */
  public long number() {
    long n = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      byte b = take();
      n |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return n;
      }
    }
    throw new IllegalArgumentException("state must have numbers below 2^63");
  }

  /**
   * Reads a number that fits an {@code int}.
   *
   * @return at least 0
   */
  public int integer() {
    long n = number();
    if (n > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("state must have a number below 2^31 here, got " + n);
    }
    return (int) n;
  }

  /**
   * Reads a real number.
   *
   * @return any
   */
  public double real() {
    long bits = 0;
    for (int i = 0; i < Double.BYTES; i++) {
      bits = bits << 8 | take() & 0xFF;
    }
    return Double.longBitsToDouble(bits);
  }

  /**
   * Reads a text.
   *
   * @return any
   */
  public String text() {
    return new String(block(), StandardCharsets.UTF_8);
  }

  /**
   * Reads bytes that were written with their number.
   *
   * @return a copy
   */
  public byte[] block() {
    int length = integer();
    if (length > end - at) {
      throw new IllegalArgumentException("state must hold " + length + " more bytes");
    }
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  /** Requires that everything has been read. */
  public void end() {
    if (at != end) {
      throw new IllegalArgumentException(
          "state must end after its last count, got " + (end - at) + " bytes more");
    }
  }

  private byte take() {
    if (at == end) {
      throw new IllegalArgumentException("state must not end before its last count");
    }
    return bytes[at++];
  }
}
