package org.assay.io.schema;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval of numbers.
 *
 * @param low lower end
 * @param isLowOpen whether the lower end is not in it
 * @param high upper end
 * @param isHighOpen whether the upper end is not in it
 */
public record Range(BigDecimal low, boolean isLowOpen, BigDecimal high, boolean isHighOpen) {
  /** All whole numbers that a Java long holds. */
  public static final Range LONG = closed(Long.MIN_VALUE, Long.MAX_VALUE);

  /** All whole numbers that a Java int holds. */
  public static final Range INT = closed(Integer.MIN_VALUE, Integer.MAX_VALUE);

  private static final BigDecimal LARGEST = new BigDecimal("1.7976931348623157E308");

  /** All finite doubles. */
  public static final Range DOUBLE = new Range(LARGEST.negate(), false, LARGEST, false);

  /** Any length of a list. */
  public static final Range LENGTH = closed(0, Integer.MAX_VALUE);

  private static final Pattern TEXT = Pattern.compile("([(\\[])([^,]*), ?([^)\\]]*)([)\\]])");

  private static Range closed(long low, long high) {
    return new Range(BigDecimal.valueOf(low), false, BigDecimal.valueOf(high), false);
  }

  /**
   * Reads an interval such as {@code (0, 1)}, {@code [0, 1]} or {@code [1, )}; an end that is left
   * out is that of the type.
   *
   * @param text the interval
   * @param type all numbers that can be written
   * @return the interval
   */
  public static Range parse(String text, Range type) {
    Matcher m = TEXT.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException("text must be an interval, got " + text);
    }
    boolean below = m.group(2).isBlank();
    boolean above = m.group(3).isBlank();
    return new Range(
        below ? type.low : new BigDecimal(m.group(2).strip()),
        !below && m.group(1).equals("("),
        above ? type.high : new BigDecimal(m.group(3).strip()),
        !above && m.group(4).equals(")"));
  }

  /**
   * Whether a number is in the interval.
   *
   * @param x the number
   * @return true if it is
   */
  boolean contains(BigDecimal x) {
    int fromLow = x.compareTo(low);
    int fromHigh = x.compareTo(high);
    return (isLowOpen ? fromLow > 0 : fromLow >= 0) && (isHighOpen ? fromHigh < 0 : fromHigh <= 0);
  }

  /**
   * The part of the requirement that a number does not meet, in words.
   *
   * @param x a number
   * @return for example "in (0, 1)", "above 0" or "below 2^63"; empty when it is met
   */
  Optional<String> unmet(BigDecimal x) {
    if (contains(x)) {
      return Optional.empty();
    }
    if (x.abs().compareTo(LARGEST) > 0 && (hasNoTop() || hasNoBottom())) {
      return Optional.of("a finite number of double precision");
    }
    if (is(high, LONG.high) && x.compareTo(high) > 0) {
      return Optional.of("below 2^63");
    }
    return Optional.of(
        hasNoTop() && !hasNoBottom() && x.compareTo(low) <= 0
            ? (isLowOpen ? "above " : "at least ") + low.toPlainString()
            : "in " + this);
  }

  private boolean hasNoTop() {
    return is(high, LONG.high) || is(high, INT.high) || is(high, LARGEST);
  }

  private boolean hasNoBottom() {
    return is(low, LONG.low) || is(low, INT.low) || is(low, DOUBLE.low);
  }

  private static boolean is(BigDecimal a, BigDecimal b) {
    return a.compareTo(b) == 0;
  }

  /**
   * The limits that are not those of a Java type.
   *
   * @return for example "in (0, 1)" or "of at least 0"; empty when there are none
   */
  public String limits() {
    if (hasNoTop() && hasNoBottom()) {
      return "";
    }
    return hasNoTop()
        ? (isLowOpen ? "above " : "of at least ") + low.toPlainString()
        : "in " + this;
  }

  /** As it is written in mathematics. */
  @Override
  public String toString() {
    return (isLowOpen ? "(" : "[")
        + low.toPlainString()
        + ", "
        + high.toPlainString()
        + (isHighOpen ? ")" : "]");
  }
}
