package org.assay.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers of several bytes in an array of bytes, the low byte first. */
public final class Bytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle CHARS =
      MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);

  private Bytes() {}

  /**
   * Eight bytes as one word.
   *
   * @param bytes holds them
   * @param at place of the first, which becomes the lowest
   * @return the word
   */
  public static long word(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /**
   * Fewer than eight bytes as one word, the rest of which is 0.
   *
   * @param bytes holds them
   * @param at place of the first, which becomes the lowest
   * @param count how many, below 8
   * @return the word
   */
  public static long word(byte[] bytes, int at, int count) {
    if (at + Long.BYTES <= bytes.length) {
      return word(bytes, at) & ~(-1L << Byte.SIZE * count);
    }
    long word = 0;
    for (int i = 0; i < count; i++) {
      word |= (bytes[at + i] & 0xFFL) << Byte.SIZE * i;
    }
    return word;
  }

  /**
   * A number in an array of unsigned numbers of two bytes.
   *
   * @param bytes two for each number
   * @param index of the number
   * @return the number, below 65,536
   */
  public static int twoBytes(byte[] bytes, int index) {
    return (char) CHARS.get(bytes, 2 * index);
  }

  /**
   * Sets a number in an array of unsigned numbers of two bytes.
   *
   * @param bytes two for each number
   * @param index of the number
   * @param number below 65,536
   */
  public static void setTwoBytes(byte[] bytes, int index, int number) {
    CHARS.set(bytes, 2 * index, (char) number);
  }
}
