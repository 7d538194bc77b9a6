package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.assay.data.Selections.Blindness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 %",
    "1, 100 %",
    "0.035, 3.5 %",
    "0.07, 7.0 %",
    "0.00456, 0.46 %",
    "0.00017, 0.017 %",
    "0.0000167, 0.0017 %",
    "0.5625, 56.2 %",
    "0.999, 99.9 %"
  })
  void percent(double rate, String text) {
    assertEquals(text, Words.percent(rate));
  }

  /** A limit is never shown better than it is. */
  @Test
  void limitsAreRoundedAway() {
    assertEquals("3.7 %", Words.percentUp(.0361));
    assertEquals("3.6 %", Words.percentDown(.0369));
    assertEquals("7.0 %", Words.percentUp(.07)); // not 7.1 for the last bit of .07 x 100
    assertEquals("7.0 %", Words.percentDown(.07));
  }

  /** The exact way is slow; ties, doubles next to them and changes of digits are the hard ones. */
  @Test
  void quickPercentagesAreTheExactOnes() {
    var random = new SplittableRandom(5);
    for (int i = 0; i < 30_000; i++) {
      double tie = random.nextInt(20_001) / Math.pow(10, random.nextInt(3, 8));
      double rate =
          switch (i % 5) {
            case 0 -> random.nextDouble();
            case 1 -> Math.pow(10, -8 * random.nextDouble());
            case 2 -> tie;
            case 3 -> Math.nextUp(tie);
            default -> Math.nextDown(tie);
          };
      assertEquals(Words.exactPercent(rate, RoundingMode.HALF_EVEN), Words.percent(rate));
      assertEquals(Words.exactPercent(rate, RoundingMode.CEILING), Words.percentUp(rate));
      assertEquals(Words.exactPercent(rate, RoundingMode.FLOOR), Words.percentDown(rate));
    }
  }

  @Test
  void whatWasLaidDownKeepsItsDigits() {
    assertEquals("5 %", Words.given(.05));
    assertEquals("0.02 %", Words.given(.0002));
    assertEquals("100 %", Words.given(1));
  }

  @Test
  void counts() {
    assertEquals("1 further check", Words.count(1, "further check", "further checks"));
    assertEquals("1,234,567", Words.count(1234567));
    assertEquals("999", Words.count(999));
    assertEquals("1,000", Words.count(1000));
    assertEquals("-123,456", Words.count(-123456));
    assertEquals("2 blind random checks", Words.checks(Blindness.BLIND, 2));
    assertEquals("1 random check", Words.checks(Blindness.UNKNOWN, 1));
  }
}
