package org.assay.io;

import java.nio.file.Path;
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
    StringBuilder shown = visible(value, end);
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

  /**
   * A path as messages name it: whole, with what is invisible in it as {@link #plain} shows it.
   *
   * @param file any path
   * @return the text to show
   */
  public static String path(Path file) {
    return visible(file.toString());
  }

  /**
   * A message on one line, cut to that many characters; the last are then "...".
   *
   * @param message any text, its line breaks spaces
   * @param most at least 4
   * @return the text to show
   */
  public static String line(String message, int most) {
    String line = visible(message.strip().replaceAll("\\s*\\R\\s*", " "));
    if (line.length() <= most) {
      return line;
    }
    int end = most - 3;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }

  /**
   * A text with what is invisible in it as {@link #plain} shows it, however long.
   *
   * @param text any text
   * @return the text to show
   */
  public static String visible(String text) {
    if (text.codePoints().noneMatch(Shown::isInvisible)) {
      return text;
    }
    return visible(text, text.length()).toString();
  }

  private static StringBuilder visible(CharSequence value, int end) {
    var shown = new StringBuilder(end + 8);
    int i = 0;
    while (i < end) {
      int c = Character.codePointAt(value, i);
      i += Character.charCount(c);
      if (isInvisible(c)) {
        append(shown, c);
      } else {
        shown.appendCodePoint(c);
      }
    }
    return shown;
  }

  /**
   * A text of several lines with every control and format character but line feeds shown, so that
   * nothing in it moves a cursor or turns the direction of writing. Spaces of any width stay.
   *
   * @param text any text
   * @return the text to show
   */
  public static String isolated(String text) {
    if (text.codePoints().noneMatch(Shown::acts)) {
      return text;
    }
    var shown = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(
            c -> {
              if (acts(c)) {
                append(shown, c);
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private static boolean acts(int c) {
    return c != '\n' && isInvisible(c) && Character.getType(c) != Character.SPACE_SEPARATOR;
  }

  private static void append(StringBuilder shown, int codePoint) {
    for (char unit : Character.toChars(codePoint)) {
      shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }
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
