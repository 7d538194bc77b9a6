package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverdispersionTest {
  private static final int PEOPLE = 60;
  private static final int WEEKS = 25;
  private static final int CHECKS = 40;

  // Chances of an error of rate (1 - d) and rate (1 + d), one week as likely as the other: the
  // variance of the factor is d^2.
  private static Overdispersion team(double d, long seed) {
    var random = new SplittableRandom(seed);
    var builder = Overdispersion.builder();
    double[] expected = new double[WEEKS];
    Arrays.fill(expected, 1);
    for (int person = 0; person < PEOPLE; person++) {
      double rate = .02 + .04 * random.nextDouble();
      long[] errors = new long[WEEKS];
      for (int week = 0; week < WEEKS; week++) {
        double own = rate * (random.nextBoolean() ? 1 + d : 1 - d);
        for (int i = 0; i < CHECKS; i++) {
          errors[week] += random.nextDouble() < own ? 1 : 0;
        }
      }
      builder.add(errors, expected, WEEKS * CHECKS);
    }
    return builder.build();
  }

  /**
   * Persons differ by a factor of three, which is not to be seen. The standard error is about .03
   * (1,440 degrees of freedom, 1.6 errors per week), so that .15 beside the .02 added are more than
   * four of them: 3e-5 a row.
   */
  @ParameterizedTest(name = "variance {0} squared")
  @CsvSource({"0, false", "0.5, true", "0.8, true"})
  void findsTheVarianceOfWeeks(double d, boolean isSeen) {
    Overdispersion o = team(d, 4);
    assertEquals(d * d, o.excess(), .15);
    assertEquals(isSeen, o.isSeen());
    assertTrue(o.isEstimated());
  }

  @Test
  void factorGrowsWithWhatAPeriodHolds() {
    Overdispersion o = team(.8, 4);
    double[] small = {1, 1, 1};
    double[] large = {10, 10, 10};
    assertEquals(1 + o.excess(), o.factor(small), 1e-12);
    assertEquals(1 + 10 * o.excess(), o.factor(large), 1e-12);
    assertEquals(1, o.factor(new double[0]));
  }

  @Test
  void onePeriodSaysNothing() {
    Overdispersion o = Overdispersion.builder().add(new long[] {7}, new double[] {3}, 90).build();
    assertEquals(0, o.excess());
    assertFalse(o.isEstimated());
    assertFalse(o.isSeen());
  }

  /** A tail only becomes heavier, its inverse gives it back, and a factor of 1 leaves it alone. */
  @Test
  void tails() {
    for (double tail : new double[] {.3, .04, 1e-3, 1e-7}) {
      for (double expected : new double[] {.5, 5, 80}) {
        assertEquals(tail, Overdispersion.tail(tail, expected, 1));
        double heavier = Overdispersion.tail(tail, expected, 1.8);
        assertTrue(heavier >= tail, tail + " " + expected);
        if (tail < .01) {
          assertTrue(heavier > 2 * tail, tail + " " + expected);
          assertEquals(tail, Overdispersion.exactTail(heavier, expected, 1.8), 1e-9 * tail + 1e-15);
        }
      }
    }
  }
}
