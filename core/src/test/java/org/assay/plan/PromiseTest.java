package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Periods.PeriodKind;
import org.assay.plan.Lot.Reading;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTest {
  private static void says(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private static QaLevel level(double acceptable, double unacceptable, double risk) {
    return QaLevel.named("any")
        .counting(ErrorClass.any(GradingScheme.ordered("A", "B")))
        .acceptable(acceptable)
        .unacceptable(unacceptable)
        .producerRisk(risk)
        .consumerRisk(0.05)
        .of(QaLevel.Scope.ASSESSOR)
        .per(PeriodKind.MONTH)
        .build();
  }

  @Nested
  class RatesOfALot {
    /** Rates whose product with the lot is off by an ulp are whole items all the same. */
    @ParameterizedTest
    @CsvSource({
      "100, 0.01, 0.29, 1, 29",
      "2000, 0.01, 0.05, 20, 100",
      "1000000, 0, 0.07, 0, 70000"
    })
    void wholeItems(long lot, double acceptable, double unacceptable, long good, long bad) {
      assertEquals(
          Promise.inLot(lot, good, bad, 0.05, 0.1),
          Promise.ofRatesInLot(lot, acceptable, unacceptable, 0.05, 0.1));
    }

    @Test
    void aFractionOfAnItemNeedsAReading() {
      says(
          "unacceptable must be a whole number of the 90 items, or be given as a count or with a"
              + " reading (at most, less than), got 0.05, 4.5 items",
          () -> Promise.ofRatesInLot(90, 0, 0.05, 0.05, 0.05));
      says(
          "acceptable must be a whole number of the 50 items, or be given as a count or with a"
              + " reading (at most, less than), got 0.03, 1.5 items",
          () -> Promise.ofRatesInLot(50, 0.03, 0.1, 0.05, 0.05));
      says(
          "acceptableCount must be a whole number of items, got 4.5",
          () -> new Promise(Lot.of(90), 4.5, 10, 0.05, 0.05));
    }

    /** The same rate with either reading: the acceptable one never means more than it says. */
    @ParameterizedTest
    @CsvSource({"90, 0.02, 0.05, 1, 5, 5", "100, 0.02, 0.05, 2, 6, 5", "10, 0.02, 0.05, 0, 1, 1"})
    void readings(long lot, double a, double u, long good, long atMost, long lessThan) {
      assertEquals(
          Promise.inLot(lot, good, atMost, 0.05, 0.05),
          Promise.of(level(a, u, 0.05), lot, Reading.AT_MOST));
      assertEquals(
          Promise.inLot(lot, good, lessThan, 0.05, 0.05),
          Promise.of(level(a, u, 0.05), lot, Reading.LESS_THAN));
    }
  }

  @Nested
  class BadLevels {
    @Test
    void acceptableAboveUnacceptable() {
      says("acceptable must be below unacceptable (0.02), got 0.05", () -> level(0.05, 0.02, 0.05));
      says(
          "acceptable must be below unacceptable (0.02), got 0.05",
          () -> Promise.ofRates(0.05, 0.02, 0.05, 0.05));
      says(
          "acceptableCount must be below unacceptableCount (2), got 5",
          () -> Promise.ofRatesInLot(100, 0.05, 0.02, 0.05, 0.05));
    }

    @ParameterizedTest
    @CsvSource({"0", "0.5", "-0.1", "1", "NaN"})
    void risks(double risk) {
      says("producerRisk must be in (0, 0.5), got " + risk, () -> level(0.01, 0.05, risk));
      says(
          "producerRisk must be in (0, 0.5), got " + risk,
          () -> Promise.inLot(100, 1, 5, risk, 0.05));
      says(
          "consumerRisk must be in (0, 0.5), got " + risk,
          () -> Promise.ofRates(0.01, 0.05, 0.05, risk));
    }
  }
}
