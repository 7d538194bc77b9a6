package org.assay.io.table;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assay.io.Typed;

/**
 * What spreadsheets make of a text that they take for something else: a number without the zeros it
 * began with, a day for {@code 1-2} or {@code MARCH1}, the word of the language for {@code TRUE},
 * an error for {@code -x}.
 *
 * <p>Most spreadsheets do so when they open a CSV file, and nobody is asked; the file that is saved
 * then has lost what stood there.
 */
public final class SpreadsheetText {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,400}([.,]\\d{1,400})?([eE][+-]?\\d{1,3})?( ?%)?");
  private static final Pattern DAY_OR_TIME =
      Pattern.compile(
          "\\d{1,4} ?[-/.: ] ?(\\d{1,4}|\\p{L}{3,9})( ?[-/.: ] ?\\d{1,4})*|\\p{L}{3,9}[- .]?\\d{1,4}");
  private static final Pattern SHOWN_DAY = Pattern.compile("(?=.*\\d)[\\p{L}\\d ./:,-]{3,40}");
  private static final Pattern TRUTH = Pattern.compile("(?i)true|false");
  private static final Pattern WORD = Pattern.compile("\\p{L}{1,12}|[01]");
  private static final Pattern FAULT = Pattern.compile("#.*|Err:\\d+");
  private static final Pattern NEITHER = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final BigDecimal ROUNDED = new BigDecimal("0.005"); // relative, of 1.23E+18
  private static final int EXACT_DIGITS = 11; // that a cell without a format shows

  private SpreadsheetText() {}

  /**
   * Whether a spreadsheet may have made one text of another.
   *
   * @param original as it was
   * @param shown as it is now
   * @return true also when nothing was changed, but for white space and apostrophes
   */
  public static boolean mayBe(String original, String shown) {
    String was = bare(original);
    String is = bare(shown);
    return was.equals(is)
        || !lettersAndDigits(was).isEmpty() && lettersAndDigits(was).equals(lettersAndDigits(is))
        || mayBeNumber(was, is)
        || DAY_OR_TIME.matcher(was).matches() && SHOWN_DAY.matcher(is).matches()
        || TRUTH.matcher(was).matches() && WORD.matcher(is).matches()
        || mayBeFormula(was, is);
  }

  private static String bare(String text) {
    String typed = Typed.read(text);
    int first = 0;
    while (first < typed.length() && typed.charAt(first) == '\'') {
      first++;
    }
    return typed.substring(first);
  }

  // Currencies, percent signs and blanks within numbers come and go.
  private static String lettersAndDigits(String text) {
    return NEITHER.matcher(text).replaceAll("");
  }

  private static boolean mayBeNumber(String was, String is) {
    Optional<BigDecimal> before = number(was);
    Optional<BigDecimal> after = number(is);
    if (before.isEmpty() || after.isEmpty()) {
      return false;
    }
    BigDecimal lost = before.get().subtract(after.get()).abs();
    boolean mayBeRounded = is.indexOf('E') >= 0 || before.get().precision() > EXACT_DIGITS;
    return lost.signum() == 0
        || mayBeRounded && lost.compareTo(before.get().abs().multiply(ROUNDED)) <= 0;
  }

  private static Optional<BigDecimal> number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    boolean isPercentage = text.endsWith("%");
    String digits = isPercentage ? text.substring(0, text.length() - 1).strip() : text;
    var number = new BigDecimal(digits.replace(',', '.'));
    return Optional.of(isPercentage ? number.movePointLeft(2) : number);
  }

  private static boolean mayBeFormula(String was, String is) {
    return !FormulaGuard.neutralise(was).equals(was)
        && (FAULT.matcher(is).matches()
            || NUMBER.matcher(is).matches()
            || was.substring(1).equals(is));
  }
}
