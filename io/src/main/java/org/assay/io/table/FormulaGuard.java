package org.assay.io.table;

/**
 * Keeps a spreadsheet from taking a text for a formula.
 *
 * <p>A cell that begins with {@code = + - @}, a tab, a carriage return, a line feed or a NUL is
 * evaluated by some spreadsheets, and quoting it as RFC 4180 asks does not stop them; a leading
 * apostrophe does. For ids and codes only: numbers are written as numbers, a minus sign and all.
 *
 * <p>No two texts become the same: a text that would be one of these without the apostrophes it
 * begins with gets one more, so that {@code =1} is written as {@code '=1} and {@code '=1} as {@code
 * ''=1}.
 *
 * <p>Source: OWASP Application Security Verification Standard 5.0, requirement 1.2.10.
 */
public final class FormulaGuard {
  private static final String DANGEROUS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

  private FormulaGuard() {}

  /**
   * The text a spreadsheet shows as it is.
   *
   * @param text an id, a code or another text from outside
   * @return the text, with an apostrophe before it when it could be taken for a formula
   */
  public static String neutralise(String text) {
    return isDangerous(text) ? "'" + text : text;
  }

  /**
   * The text that {@link #neutralise} was given.
   *
   * @param shown a cell that it made
   * @return the text without its apostrophe
   */
  public static String original(String shown) {
    return shown.startsWith("'") && isDangerous(shown) ? shown.substring(1) : shown;
  }

  // Apostrophes at the beginning do not count: they may be ours.
  private static boolean isDangerous(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) == '\'') {
      first++;
    }
    return first < text.length() && DANGEROUS.indexOf(text.charAt(first)) >= 0;
  }
}
