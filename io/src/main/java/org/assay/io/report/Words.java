package org.assay.io.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.assay.data.Selections.Blindness;

/** Numbers as the report's sentences write them. */
final class Words {
  private Words() {}

  /** A time zone as people call it: Java writes Z for UTC. */
  static String zone(String id) {
    return id.equals("Z") ? "UTC" : id;
  }

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

  /** A confidence in percent, rounded down: 99.6 % of 1 - 0.05 / 13. */
  static String confidence(double level) {
    BigDecimal percent =
        BigDecimal.valueOf(level).movePointRight(2).setScale(9, RoundingMode.HALF_EVEN);
    return percent
            .setScale(level < .99 ? 1 : 2, RoundingMode.FLOOR)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  private static String percent(double rate, RoundingMode rounding) {
    String quick = quickPercent(rate, rounding);
    return quick != null ? quick : exactPercent(rate, rounding);
  }

  /** What the exact one gives, or null where the last bits of the rate could make a difference. */
  private static String quickPercent(double rate, RoundingMode rounding) {
    double size = rate * 100;
    int digits = digits(size);
    double scaled = size * Math.pow(10, digits);
    double fraction = scaled - Math.floor(scaled);
    double tie = rounding == RoundingMode.HALF_EVEN ? .5 : Math.round(fraction);
    boolean isClear =
        Math.abs(fraction - tie) > 1e-6 && digits(size * (1 - 1e-9)) == digits(size * (1 + 1e-9));
    if (!(rate > 1e-9 && rate < 1 && isClear)) {
      return null;
    }
    long rounded =
        switch (rounding) {
          case CEILING -> (long) Math.ceil(scaled);
          case FLOOR -> (long) Math.floor(scaled);
          default -> Math.round(scaled);
        };
    return text(BigDecimal.valueOf(rounded, digits));
  }

  static String exactPercent(double rate, RoundingMode rounding) {
    // Twelve digits first: 0.07 is 7 %, not the 7.000000000000001 % of its product with 100.
    BigDecimal value = new BigDecimal(rate).movePointRight(2).setScale(12, RoundingMode.HALF_EVEN);
    return value.signum() == 0
        ? "0 %"
        : text(value.setScale(digits(value.abs().doubleValue()), rounding));
  }

  private static int digits(double size) {
    return size >= 1 ? 1 : size >= .1 ? 2 : size >= .01 ? 3 : 4;
  }

  private static String text(BigDecimal percent) {
    String text = percent.toPlainString();
    return ("100.0".equals(text) ? "100" : text) + " %";
  }

  /** A whole number with separators. */
  static String count(long n) {
    StringBuilder digits = new StringBuilder().append(n);
    int first = n < 0 ? 1 : 0;
    for (int at = digits.length() - 3; at > first; at -= 3) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }

  /** A number and what it counts. */
  static String count(long n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  /** An expected number, to two digits after the point. */
  static String mean(double x) {
    return String.format(Locale.ROOT, x < 10 ? "%.2f" : "%.1f", x);
  }

  /** A coefficient. */
  static String coefficient(double x) {
    return String.format(Locale.ROOT, "%.3f", x);
  }

  /** What a check is called. */
  static String checks(Blindness blindness, long n) {
    String kind =
        switch (blindness) {
          case BLIND -> "blind random ";
          case NON_BLIND -> "non-blind random ";
          case UNKNOWN -> "random ";
        };
    return count(n) + " " + kind + (n == 1 ? "check" : "checks");
  }
}
