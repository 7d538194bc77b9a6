package org.assay.io.table;

import java.io.IOException;

/** The two steps of an LZ77 decompressor, which never leave their arrays. */
final class Copies {
  private Copies() {}

  /** Copies bytes from the input, which ends at {@code inEnd}. */
  static void literal(byte[] in, int at, int inEnd, byte[] out, int written, int count)
      throws IOException {
    if (count < 0 || count > inEnd - at || count > out.length - written) {
      throw damaged();
    }
    System.arraycopy(in, at, out, written, count);
  }

  /**
   * Repeats what was written {@code back} bytes ago, which may reach into what is being written.
   */
  static void back(byte[] out, int written, int back, int count) throws IOException {
    if (back <= 0 || back > written || count < 0 || count > out.length - written) {
      throw damaged();
    }
    if (back >= count) {
      System.arraycopy(out, written - back, out, written, count);
      return;
    }
    for (int i = written; i < written + count; i++) {
      out[i] = out[i - back];
    }
  }

  static void requireFull(byte[] out, int written) throws IOException {
    if (written != out.length) {
      throw damaged();
    }
  }

  private static IOException damaged() {
    return new IOException("compressed data are damaged");
  }
}
