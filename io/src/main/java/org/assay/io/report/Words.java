package org.assay.io.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as the report's sentences write them. */
final class Words {
  private Words() {}

  /**
   * A rate in percent: one digit after the point from 1 % on, and one more for each power below.
   */
  static String percent(double rate) {
    return percent(rate, RoundingMode.HALF_EVEN);
  }

  /** An upper limit in percent, rounded up: it never promises more than was shown. */
  static String percentUp(double limit) {
    return percent(limit, RoundingMode.CEILING);
  }

  /** A lower limit in percent, rounded down. */
  static String percentDown(double limit) {
    return percent(limit, RoundingMode.FLOOR);
  }

  /** A figure somebody laid down, such as a limit or a chance: as few digits as it has. */
  static String given(double rate) {
    return BigDecimal.valueOf(rate).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }

  private static String percent(double rate, RoundingMode rounding) {
    // Twelve digits first: 0.07 is 7 %, not the 7.000000000000001 % of its product with 100.
    BigDecimal value = new BigDecimal(rate).movePointRight(2).setScale(12, RoundingMode.HALF_EVEN);
    if (value.signum() == 0) {
      return "0 %";
    }
    double size = value.abs().doubleValue();
    int digits = size >= 1 ? 1 : size >= .1 ? 2 : size >= .01 ? 3 : 4;
    String text = value.setScale(digits, rounding).toPlainString();
    return ("100.0".equals(text) ? "100" : text) + " %";
  }

  /** A whole number with separators. */
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** A number and what it counts. */
  static String count(long n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  /** A coefficient. */
  static String coefficient(double x) {
    return String.format(Locale.ROOT, "%.3f", x);
  }

  /** What a check is called. */
  static String checks(String blindness, long n) {
    String kind =
        switch (blindness) {
          case "BLIND" -> "blind random ";
          case "NON_BLIND" -> "non-blind random ";
          default -> "random ";
        };
    return count(n) + " " + kind + (n == 1 ? "check" : "checks");
  }
}
