package org.assay.io.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.io.Typed;

/** A probability as people write it: {@code 0.05}, {@code 5 %}, {@code 1/20}, {@code 0,05}. */
final class Probability {
  // With its space, as the documents write it; anything closer is refused with what was expected.
  private static final Pattern PER_CENT = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,15})?)\\s%");
  private static final Pattern FRACTION = Pattern.compile("(\\d{1,15})\\s?/\\s?(\\d{1,15})");
  private static final Pattern COMMA = Pattern.compile("0,\\d{1,18}");

  private Probability() {}

  /**
   * The probability that a text says.
   *
   * @param decimalCommas whether a comma may stand for the point
   * @return NaN when it is not above 0 and at most 1
   */
  static double read(String text, boolean decimalCommas) {
    String number = decimalCommas ? text.replace(',', '.') : text;
    for (int i = 0; i < number.length(); i++) {
      if ("0123456789.eE+-".indexOf(number.charAt(i)) < 0) { // Java would read 1f, 0x1p-2, NaN
        return Double.NaN;
      }
    }
    try {
      return inRange(Double.parseDouble(number));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * The same where {@link #read} found none: white space, per cent, a fraction, a decimal comma.
   */
  static double readOther(String text, boolean decimalCommas) {
    String read = Typed.read(text);
    double plain = read(read, decimalCommas || COMMA.matcher(read).matches());
    if (!Double.isNaN(plain)) {
      return plain;
    }
    String spaced = read.replace('\u00A0', ' ').replace('\u202F', ' ');
    Matcher perCent = PER_CENT.matcher(spaced);
    if (perCent.matches()) {
      return inRange(Double.parseDouble(perCent.group(1).replace(',', '.')) / 100);
    }
    Matcher fraction = FRACTION.matcher(spaced);
    return fraction.matches()
        ? inRange(Double.parseDouble(fraction.group(1)) / Double.parseDouble(fraction.group(2)))
        : Double.NaN;
  }

  private static double inRange(double p) {
    return p > 0 && p <= 1 ? p : Double.NaN;
  }
}
