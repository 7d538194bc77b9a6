package org.assay.result;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.assay.internal.Check;

/**
 * Closed interval covering an unknown quantity with a stated confidence.
 *
 * <p>A one-sided limit is an interval whose other end is the end of the quantity's range, with all
 * of 1 - confidenceLevel on its own side.
 *
 * @param lower lower limit, in units of the quantity
 * @param upper upper limit, at least {@code lower}
 * @param confidenceLevel nominal coverage in (0, 1), for example 0.95
 * @param method how it was computed, in the words of the documentation, for example {@code wilson}
 */
public record Interval(double lower, double upper, double confidenceLevel, String method) {
  public Interval {
    Check.openUnit("confidenceLevel", confidenceLevel);
    if (!(lower <= upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
      throw new IllegalArgumentException(
          "lower must be <= upper and both finite, got [" + lower + ", " + upper + "]");
    }
  }

  /**
   * An interval cut to the range of what it is for.
   *
   * @param least smallest possible value
   * @param most largest possible value, at least {@code least}
   * @param lower lower limit, perhaps outside the range
   * @param upper upper limit, at least {@code lower}, perhaps outside the range
   * @param confidenceLevel nominal coverage in (0, 1)
   * @param method how it was computed
   * @return limits inside the range; both at its end when they lie beyond it
   */
  public static Interval within(
      double least,
      double most,
      double lower,
      double upper,
      double confidenceLevel,
      String method) {
    return new Interval(
        Math.max(least, Math.min(most, lower)),
        Math.min(most, Math.max(least, upper)),
        confidenceLevel,
        method);
  }

  /**
   * Whether a value lies inside.
   *
   * @param x value in the same units
   * @return true when lower &lt;= x &lt;= upper
   */
  public boolean contains(double x) {
    return lower <= x && x <= upper;
  }

  /**
   * Distance between the limits.
   *
   * @return upper - lower
   */
  public double width() {
    return upper - lower;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4f to %.4f (%s %%, %s)", lower, upper, percent(), method);
  }

  private String percent() {
    return new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(100 * confidenceLevel);
  }
}
