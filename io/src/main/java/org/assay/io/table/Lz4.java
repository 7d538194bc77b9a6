package org.assay.io.table;

import java.io.IOException;

/**
 * Decompresses a block of LZ4.
 *
 * <p>Format: lz4/doc/lz4_Block_format.md. Each sequence is a token with two lengths of four bits,
 * literal bytes, and a copy of at least four bytes from up to 65,535 bytes back; the last has no
 * copy.
 */
final class Lz4 {
  private static final int LEAST_COPY = 4;

  private final byte[] in;
  private final int end;
  private int at;

  private Lz4(byte[] in, int from, int count) {
    this.in = in;
    this.at = from;
    this.end = from + count;
  }

  /** The bytes of a block that must be {@code size} long when decompressed. */
  static byte[] decompress(byte[] in, int from, int count, int size) throws IOException {
    return new Lz4(in, from, count).decompress(size);
  }

  private byte[] decompress(int size) throws IOException {
    byte[] out = new byte[size];
    int written = 0;
    while (at < end) {
      int token = next();
      int literals = length(token >>> 4);
      Copies.literal(in, at, end, out, written, literals);
      at += literals;
      written += literals;
      if (at < end) {
        int back = next() | next() << 8;
        int count = length(token & 15) + LEAST_COPY;
        Copies.back(out, written, back, count);
        written += count;
      }
    }
    Copies.requireFull(out, written);
    return out;
  }

  // Fifteen goes on in the bytes that follow, to the first that is not 255.
  private int length(int bits) throws IOException {
    int length = bits;
    int more = bits == 15 ? 255 : 0;
    while (more == 255 && length >= 0) {
      more = next();
      length += more;
    }
    return length;
  }

  private int next() throws IOException {
    if (at == end) {
      throw new IOException("an LZ4 block ends early");
    }
    return in[at++] & 0xFF;
  }
}
