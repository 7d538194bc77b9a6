package org.assay.io;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Words of a short list as people and spreadsheets write them: with white space around them, in one
 * of several forms of Unicode, in any case. Ids are not read this way: they keep their bytes.
 */
public final class Typed {
  private Typed() {}

  /**
   * A text without white space at its ends, in Unicode's canonical composition (NFC).
   *
   * <p>White space is whatever Unicode or Java calls so, no-break, figure, ideographic and line
   * separators included, and invisible characters of the category Cf such as the zero-width space
   * and the byte order mark. What stands inside is left alone.
   *
   * @param text any text
   * @return the text as it is compared, "" when nothing but white space is in it
   */
  public static String read(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    while (to > from && isSpace(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return Normalizer.normalize(text.substring(from, to), Normalizer.Form.NFC);
  }

  /**
   * A text in one case: capital and small letters, and letters with two small forms, become the
   * same.
   *
   * @param text any text
   * @return the text as it is compared where case does not matter
   */
  public static String folded(String text) {
    return Normalizer.normalize(
        text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.getType(codePoint) == Character.FORMAT;
  }
}
