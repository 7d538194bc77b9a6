package org.assay.io.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Bytes of a state: numbers, texts and blocks, as the accumulators of the library write them
 * ({@link org.assay.count.Accumulator}), whose frame this has, too.
 */
public final class StateOut {
  static final byte[] MARK = {'A', 'S', 'A', 'Y'};
  static final int FRAME = 1; // version of the frame
  static final int SUM = 4; // bytes of the checksum

  private byte[] bytes = new byte[256];
  private int size;

  /** No bytes yet, and no frame. */
  StateOut() {}

  /**
   * Begins a state.
   *
   * @param kind what it is a state of
   * @param version of the form of that kind, at least 1
   */
  public StateOut(String kind, int version) {
    bytes(MARK, 0, MARK.length);
    number(FRAME).text(kind).number(version);
  }

  /**
   * Writes a number.
   *
   * @param n at least 0
   * @return this
   */
  public StateOut number(long n) {
    if (n < 0) {
      throw new IllegalArgumentException("number must be at least 0, got " + n);
    }
    room(10);
    long rest = n;
    while (rest >= 0x80) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** Writes a number of either sign, small ones in few bytes. */
  StateOut signed(long n) {
    return number(n << 1 ^ n >> 63);
  }

  /**
   * Writes a text.
   *
   * @param text any
   * @return this
   */
  public StateOut text(String text) {
    return block(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes with their number. */
  StateOut block(byte[] block) {
    return number(block.length).bytes(block, 0, block.length);
  }

  /** Writes bytes alone. */
  StateOut bytes(byte[] from, int offset, int count) {
    room(count);
    System.arraycopy(from, offset, bytes, size, count);
    size += count;
    return this;
  }

  /** Writes what another one holds. */
  StateOut bytes(StateOut other) {
    return bytes(other.bytes, 0, other.size);
  }

  /** Passes the bytes on and forgets them. */
  void moveTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }

  /** Forgets the bytes. */
  void clear() {
    size = 0;
  }

  /**
   * Ends the state.
   *
   * @return its bytes
   */
  public byte[] end() {
    var sum = new CRC32();
    sum.update(bytes, 0, size);
    byte[] state = Arrays.copyOf(bytes, Math.addExact(size, SUM));
    for (int i = 0; i < SUM; i++) {
      state[size + i] = (byte) (sum.getValue() >>> 8 * (SUM - 1 - i));
    }
    return state;
  }

  private void room(int count) {
    int needed = Math.addExact(size, count);
    if (needed > bytes.length) {
      long grown = Math.min(Integer.MAX_VALUE - 8, size * 3L / 2);
      bytes = Arrays.copyOf(bytes, (int) Math.max(needed, grown));
    }
  }
}
