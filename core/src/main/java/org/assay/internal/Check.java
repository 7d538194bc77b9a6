package org.assay.internal;

import java.util.concurrent.CancellationException;

/**
 * Argument checks. Each message names the parameter, the requirement and the value received; each
 * check returns the value, so that it can stand in an assignment.
 */
public final class Check {
  private Check() {}

  /**
   * A probability or level strictly between 0 and 1.
   *
   * @param name parameter as the caller knows it
   * @param x value received
   * @return x
   */
  public static double openUnit(String name, double x) {
    if (!(x > 0 && x < 1)) { // negated so that NaN fails
      throw new IllegalArgumentException(name + " must be in (0, 1), got " + x);
    }
    return x;
  }

  /**
   * A proportion between 0 and 1, both included.
   *
   * @param name parameter as the caller knows it
   * @param x value received
   * @return x
   */
  public static double closedUnit(String name, double x) {
    if (!(x >= 0 && x <= 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1], got " + x);
    }
    return x;
  }

  /**
   * A finite number above 0.
   *
   * @param name parameter as the caller knows it
   * @param x value received
   * @return x
   */
  public static double positive(String name, double x) {
    if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be above 0 and finite, got " + x);
    }
    return x;
  }

  /**
   * A finite number.
   *
   * @param name parameter as the caller knows it
   * @param x value received
   * @return x
   */
  public static double finite(String name, double x) {
    if (!Double.isFinite(x)) {
      throw new IllegalArgumentException(name + " must be finite, got " + x);
    }
    return x;
  }

  /**
   * A whole number with a lower limit.
   *
   * @param name parameter as the caller knows it
   * @param minimum smallest allowed value
   * @param x value received
   * @return x
   */
  public static long atLeast(String name, long minimum, long x) {
    if (x < minimum) {
      throw new IllegalArgumentException(name + " must be >= " + minimum + ", got " + x);
    }
    return x;
  }

  /**
   * A whole number with a lower limit.
   *
   * @param name parameter as the caller knows it
   * @param minimum smallest allowed value
   * @param x value received
   * @return x
   */
  public static int atLeast(String name, int minimum, int x) {
    atLeast(name, (long) minimum, (long) x);
    return x;
  }

  /**
   * A whole number within limits, both included.
   *
   * @param name parameter as the caller knows it
   * @param minimum smallest allowed value
   * @param maximum largest allowed value
   * @param x value received
   * @return x
   */
  public static long range(String name, long minimum, long maximum, long x) {
    if (x < minimum || x > maximum) {
      throw new IllegalArgumentException(
          name + " must be in [" + minimum + ", " + maximum + "], got " + x);
    }
    return x;
  }

  /**
   * A code below a size.
   *
   * @param name parameter as the caller knows it
   * @param x value received
   * @param size number of things that can be named
   * @param things what is counted, plural
   * @return x
   */
  public static int index(String name, int x, int size, String things) {
    if (x < 0 || x >= size) {
      throw new IllegalArgumentException(
          name + " must be in [0, " + size + ") (" + size + " " + things + "), got " + x);
    }
    return x;
  }

  /**
   * Errors found among items checked.
   *
   * @param errors in [0, checked]
   * @param checked at least 1
   */
  public static void errorsOfChecked(long errors, long checked) {
    atLeast("checked", 1, checked);
    range("errors", 0, checked, errors);
  }

  /**
   * Requires that a column has as many rows as there are things it tells of.
   *
   * @param thing what a row is, in the singular
   * @param column its name
   * @param expected number of rows it must have
   * @param rows number of rows it has
   * @throws IllegalArgumentException if the numbers differ
   */
  public static void rows(String thing, String column, int expected, int rows) {
    if (rows != expected) {
      throw new IllegalArgumentException(
          column
              + " must have one row per "
              + thing
              + ": "
              + expected
              + " "
              + thing
              + "s, "
              + rows
              + " rows");
    }
  }

  /**
   * Ends a long computation whose thread was interrupted, for whoever waits no longer for it.
   *
   * @throws CancellationException if it was
   */
  public static void goingOn() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the computation was interrupted");
    }
  }
}
