package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    assertEquals("2 blind random checks", Words.checks("BLIND", 2));
    assertEquals("1 random check", Words.checks("UNKNOWN", 1));
  }
}
