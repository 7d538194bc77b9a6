package org.assay.io.table;

/**
 * Keeps a spreadsheet from taking a text for a formula.
 *
 * <p>A cell that begins with {@code = + - @}, a tab, a carriage return, a line feed or a NUL is
 * evaluated by some spreadsheets, and quoting it as RFC 4180 asks does not stop them; a leading
 * apostrophe does. For ids and codes only: numbers are written as numbers, a minus sign and all.
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
    return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /**
   * The text that {@link #neutralise} was given.
   *
   * @param shown a cell that it made
   * @return the text without its apostrophe
   */
  public static String original(String shown) {
    String rest = shown.startsWith("'") ? shown.substring(1) : shown;
    return neutralise(rest).equals(shown) ? rest : shown;
  }
}
