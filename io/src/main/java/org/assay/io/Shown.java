package org.assay.io;

import java.util.Locale;

/** Text from outside as messages and ledgers show it: short, on one line, nothing invisible. */
public final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  /**
   * A value made safe to show: at most 60 characters, the last of them "..." when it was longer,
   * and control, format and unpaired surrogate characters, and spaces but the usual one, as
   * backslash, u and four hexadecimal digits.
   *
   * @param value any text
   * @return the text to show
   */
  public static String plain(CharSequence value) {
    return plain(value, LONGEST);
  }

  /**
   * The same with room for a sentence.
   *
   * @param value any text
   * @param longest most characters of it, at least 4
   * @return the text to show
   */
  public static String plain(CharSequence value, int longest) {
    boolean shortened = value.length() > longest;
    int end = shortened ? longest - 3 : value.length();
    if (shortened && Character.isHighSurrogate(value.charAt(end - 1))) {
      end--;
    }
    var shown = new StringBuilder(end + 8);
    int i = 0;
    while (i < end) {
      int c = Character.codePointAt(value, i);
      i += Character.charCount(c);
      if (isInvisible(c)) {
        for (char unit : Character.toChars(c)) {
          shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
      } else {
        shown.appendCodePoint(c);
      }
    }
    return shortened ? shown.append("...").toString() : shown.toString();
  }

  /**
   * A value as {@link #plain} shows it, in double quotes.
   *
   * @param value any text
   * @return the text to show
   */
  public static String quoted(CharSequence value) {
    return '"' + plain(value) + '"';
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.SPACE_SEPARATOR -> codePoint != ' ';
      default -> false;
    };
  }
}
