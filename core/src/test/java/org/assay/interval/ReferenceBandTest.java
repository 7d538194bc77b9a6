package org.assay.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assay.interval.ReGraderCalibration.ReGrader;
import org.assay.result.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceBandTest {
  /** 23 of 150, sensitivity .96, specificity .89: 5.1 % (epiR 2.0.96, example of epi.prev). */
  @Test
  void publishedRate() {
    double q = 23 / 150.0;
    Interval band = new ReferenceBand(0.96, 0.96, 0.89, 0.89).of(new Interval(q, q, 0.95, "x"));
    assertEquals(0.051, band.lower(), 5e-5);
    assertEquals(band.lower(), band.upper(), 0);
    assertEquals(ReferenceBand.METHOD, band.method());
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  /** Every officer within the band, at every share within its limits, is inside; corners touch. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyRateIsInside(long seed) {
    var random = new SplittableRandom(seed);
    double se = 0.6 + 0.2 * random.nextDouble();
    double sp = 0.6 + 0.2 * random.nextDouble();
    var band = new ReferenceBand(se, se + 0.1, sp, sp + 0.1);
    double low = 0.5 * random.nextDouble();
    var found = new Interval(low, low + 0.2, 0.95, "x");
    Interval limits = band.of(found);
    double least = 1;
    double most = 0;
    for (int i = 0; i < 1000; i++) {
      var officer = new ReGrader(se + 0.1 * (i % 10) / 9, sp + 0.1 * (i / 10 % 10) / 9);
      double rate = officer.behind(low + 0.2 * Math.floorDiv(i, 100) / 9);
      least = Math.min(least, rate);
      most = Math.max(most, rate);
      assertTrue(rate >= limits.lower() - 1e-12 && rate <= limits.upper() + 1e-12);
    }
    assertEquals(least, limits.lower(), 1e-12);
    assertEquals(most, limits.upper(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          .9, .8, .9, 1   | leastSensitivity must be <= mostSensitivity, got 0.9 and 0.8
          .4, 1, .6, 1    | leastSensitivity + leastSpecificity must be above 1, got 0.4 + 0.6
          .9, 1.5, .9, 1  | mostSensitivity must be in [0, 1], got 1.5
          """)
  void bandsThatSayNothing(String shares, String message) {
    double[] s = Arrays.stream(shares.split(",")).mapToDouble(Double::parseDouble).toArray();
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> new ReferenceBand(s[0], s[1], s[2], s[3]));
    assertEquals(message, e.getMessage());
  }
}
