package org.assay.draw;

import java.util.regex.Pattern;

/**
 * How hard a seed is to find by trying, as far as its characters tell: an upper bound, since words
 * and dates are easier than their letters.
 *
 * <p>Each character counts as many bits as there are characters of its kinds in the seed (digits
 * 10, hexadecimal 16, small and capital letters 26 each, others 33). One that repeats what stood
 * before it, alone or as part of three or more characters that stood there already, or that follows
 * the one before it in the alphabet, counts nothing.
 */
public final class SeedStrength {
  private static final int REPEATED = 3;

  private SeedStrength() {}

  /**
   * Bits of a seed.
   *
   * @param seed any text
   * @return at least 0
   */
  public static double bits(String seed) {
    int[] text = seed.codePoints().toArray();
    double each = Math.log(kinds(seed)) / Math.log(2);
    double bits = 0;
    for (int i = 0; i < text.length; i++) {
      boolean isNext = i > 0 && Math.abs(text[i] - text[i - 1]) <= 1;
      bits += isNext || isRepeated(text, i) ? 0 : each;
    }
    return bits;
  }

  private static int kinds(String seed) {
    boolean isHex = seed.matches("[0-9a-f]*|[0-9A-F]*");
    if (isHex) {
      return seed.matches("\\d*") ? 10 : 16;
    }
    return (has(seed, "[0-9]") ? 10 : 0)
        + (has(seed, "[a-z]") ? 26 : 0)
        + (has(seed, "[A-Z]") ? 26 : 0)
        + (has(seed, "[^0-9a-zA-Z]") ? 33 : 0);
  }

  private static boolean has(String seed, String kind) {
    return Pattern.compile(kind).matcher(seed).find();
  }

  // Whether the last three characters stand somewhere before.
  private static boolean isRepeated(int[] text, int end) {
    int from = end - REPEATED + 1;
    for (int start = 0; start < from; start++) {
      int same = 0;
      while (same < REPEATED && text[start + same] == text[from + same]) {
        same++;
      }
      if (same == REPEATED) {
        return true;
      }
    }
    return false;
  }
}
