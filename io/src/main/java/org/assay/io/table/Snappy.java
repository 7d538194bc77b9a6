package org.assay.io.table;

import java.io.IOException;

/**
 * Decompresses a block of Snappy.
 *
 * <p>Format: google/snappy, format_description.txt. The block begins with its decompressed length;
 * the low two bits of each tag tell a run of literal bytes (0) from copies of what came before,
 * with offsets of 11, 16 and 32 bits (1, 2, 3).
 */
final class Snappy {
  private final byte[] in;
  private final int end;
  private int at;

  private Snappy(byte[] in, int from, int count) {
    this.in = in;
    this.at = from;
    this.end = from + count;
  }

  /** The bytes of a block that must be {@code size} long when decompressed. */
  static byte[] decompress(byte[] in, int from, int count, int size) throws IOException {
    return new Snappy(in, from, count).decompress(size);
  }

  private byte[] decompress(int size) throws IOException {
    if (length() != size) {
      throw new IOException("a Snappy block is not of the length its page says");
    }
    byte[] out = new byte[size];
    int written = 0;
    while (at < end) {
      int tag = number(1);
      int kind = tag & 3;
      if (kind == 0) {
        int bits = tag >>> 2;
        int count = bits < 60 ? bits + 1 : number(bits - 59) + 1;
        Copies.literal(in, at, end, out, written, count);
        at += count;
        written += count;
      } else {
        int count = kind == 1 ? (tag >>> 2 & 7) + 4 : (tag >>> 2) + 1;
        int back = kind == 1 ? (tag >>> 5) << 8 | number(1) : number(kind == 2 ? 2 : 4);
        Copies.back(out, written, back, count);
        written += count;
      }
    }
    Copies.requireFull(out, written);
    return out;
  }

  private int length() throws IOException {
    int length = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int b = number(1);
      length |= (b & 0x7F) << shift;
      if (b < 0x80) {
        return length;
      }
    }
    return -1;
  }

  private int number(int bytes) throws IOException {
    if (bytes > end - at) {
      throw new IOException("a Snappy block ends early");
    }
    int number = 0;
    for (int b = 0; b < bytes; b++) {
      number |= (in[at++] & 0xFF) << 8 * b;
    }
    return number;
  }
}
