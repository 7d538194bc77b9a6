package org.assay.count;

import org.assay.data.Codes;

/** Columns of a wanted width, for tests that run through each. */
final class TestColumns {
  private TestColumns() {}

  static Codes ofWidth(int[] codes, int width) {
    byte[] bytes = new byte[codes.length];
    char[] chars = new char[codes.length];
    for (int i = 0; i < codes.length; i++) {
      bytes[i] = (byte) codes[i];
      chars[i] = (char) codes[i];
    }
    return width == 1 ? Codes.of(bytes) : width == 2 ? Codes.of(chars) : Codes.of(codes);
  }
}
