package org.assay.interval;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.assay.interval.ProportionInterval.Sides;
import org.assay.result.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Intervals against values of 40 and more digits, computed from the definitions. */
class IntervalReferenceTest {
  private static final double RELATIVE = 1e-11;
  private static final double BLAKER_REFERENCE = 1e-8; // what the reference program promises

  @ParameterizedTest
  @CsvFileSource(resources = "/mpmath/proportion-intervals.csv", useHeadersInDisplayName = true)
  void proportion(
      ProportionInterval method,
      long errors,
      long checked,
      double confidence,
      Sides sides,
      double lower,
      double upper) {
    Interval interval = method.of(errors, checked, confidence, sides);
    double absolute = method == ProportionInterval.BLAKER ? BLAKER_REFERENCE : 1e-15;
    assertAll(
        () -> assertEquals(lower, interval.lower(), absolute + RELATIVE * lower),
        () -> assertEquals(upper, interval.upper(), absolute + RELATIVE * upper));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/mpmath/finite-lot.csv", useHeadersInDisplayName = true)
  void finiteLot(
      long population,
      long checked,
      long errors,
      double confidence,
      long lower,
      long upper,
      Long lowerOneSided,
      Long upperOneSided) {
    var both = FiniteLotBound.of(errors, checked, population, confidence, Sides.TWO);
    assertEquals(lower, both.lowerCount());
    assertEquals(upper, both.upperCount());
    if (lowerOneSided != null) {
      assertEquals(
          lowerOneSided,
          FiniteLotBound.of(errors, checked, population, confidence, Sides.LOWER).lowerCount());
      assertEquals(
          upperOneSided,
          FiniteLotBound.of(errors, checked, population, confidence, Sides.UPPER).upperCount());
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/mpmath/poisson-intervals.csv", useHeadersInDisplayName = true)
  void poisson(long errors, double confidence, double lower, double upper, double upperOneSided) {
    Interval both = PoissonInterval.ofCount(errors, confidence, Sides.TWO);
    Interval one = PoissonInterval.ofCount(errors, confidence, Sides.UPPER);
    assertAll(
        () -> assertEquals(lower, both.lower(), RELATIVE * lower),
        () -> assertEquals(upper, both.upper(), RELATIVE * upper),
        () -> assertEquals(upperOneSided, one.upper(), RELATIVE * upperOneSided));
  }
}
