package org.assay.io.table;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadsheetTextTest {
  /** What LibreOffice 7.4 showed of an id in a CSV file, in English, German and French. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          00123 | 123
          1E5 | 100000
          12e3 | 12000
          1E5 | 1.00E+05
          1234567890123456789 | 1,23456789012346E+018
          1.50 | 1,5
          0,5 | 0.5
          5 % | 0.05
          5 % | 5%
          € 3 | 3
          1-2 | 02.01.2025
          1.2.3 | 01.02.2003
          2025-03-01 | 03/01/25
          3/4 | 4 mars
          1:30 | 01:30:00
          MARCH1 | 1-Mar
          TRUE | WAHR
          -x | #NAME?
          =1 | 1
          =SUM(A1) | Err:522
          '=1 | =1
          " lead " | lead
          """)
  void mayBe(String original, String shown) {
    assertTrue(SpreadsheetText.mayBe(original, shown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          00123 | 124
          00123 | i5
          i5 | i6
          1E5 | 100001
          12345 | 12346
          1-2 | x
          TRUE | 2025-03-01
          -x | y
          i5 | 5
          """)
  void isAnother(String original, String shown) {
    assertFalse(SpreadsheetText.mayBe(original, shown));
  }
}
