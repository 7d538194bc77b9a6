package org.assay.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.assay.internal.Binomial;
import org.assay.internal.Hypergeometric;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.result.Interval;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProportionIntervalTest {
  /** Nothing is known without a check: the limit of Wilson's formula, and exact coverage. */
  @Test
  void withoutACheckTheWholeRange() {
    for (ProportionInterval method : ProportionInterval.values()) {
      Interval none = method.of(0, 0, 0.95);
      assertEquals(0, none.lower(), method.word());
      assertEquals(1, none.upper(), method.word());
    }
    Interval oneSided = ProportionInterval.CLOPPER_PEARSON.of(0, 0, 0.95, Sides.UPPER);
    assertEquals(1, oneSided.upper());
  }

  @Nested
  class Published {
    /** One-sided 95 % upper limits of any audit sampling table, to the printed digits. */
    @ParameterizedTest
    @CsvSource({
      "0, 59, 0.04950761", "0, 100, 0.02951305", "1, 100, 0.04655981", "2, 100, 0.06161920",
      "3, 100, 0.07571079", "5, 100, 0.10225338", "10, 100, 0.16371762", "0, 300, 0.00993608"
    })
    void upperLimits(long errors, long checked, double upper) {
      Interval limit = ProportionInterval.CLOPPER_PEARSON.of(errors, checked, 0.95, Sides.UPPER);
      assertEquals(upper, limit.upper(), 5e-9);
      assertEquals(0, limit.lower());
    }

    /**
     * Touw and Hoogduin, Statistiek voor Audit en Controlling, p. 125: lot 1,200, sample 102, 95 %.
     */
    @ParameterizedTest
    @CsvSource({"0, 0.02083333", "1, 0.03583333", "2, 0.04916667", "3, 0.0625"})
    void touwHoogduin(long errors, double printed) {
      // They print the smallest count ruled out; the limit is one less than it. Confidence 90 %.
      var bound = FiniteLotBound.of(errors, 102, 1200, 0.90, Sides.UPPER);
      assertEquals(printed, bound.upperCount() / 1200.0, 1.01 / 1200);
    }
  }

  @Nested
  class Laws {
    private static final int CHECKED = 23;

    /**
     * The chance that the interval holds the true rate, summed over everything a sample can find.
     */
    private static double coverage(ProportionInterval method, double rate, double confidence) {
      var errors = new Binomial(CHECKED, rate);
      double covered = 0;
      for (long x = 0; x <= CHECKED; x++) {
        covered += method.of(x, CHECKED, confidence).contains(rate) ? errors.mass((double) x) : 0;
      }
      return covered;
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOPPER_PEARSON", "BLAKER"})
    void exactMethodsNeverCoverTooRarely(ProportionInterval method) {
      for (int i = 1; i < 400; i++) {
        assertTrue(coverage(method, i / 400.0, 0.9) >= 0.9 - 1e-12);
      }
    }

    @Test
    void waldDoesNot() {
      assertTrue(coverage(ProportionInterval.WALD, 0.02, 0.9) < 0.5);
    }

    @ParameterizedTest
    @EnumSource
    void estimateInsideSymmetricAndNested(ProportionInterval method) {
      for (long x = 0; x <= CHECKED; x++) {
        Interval wide = method.of(x, CHECKED, 0.99);
        Interval narrow = method.of(x, CHECKED, 0.9);
        Interval mirrored = method.of(CHECKED - x, CHECKED, 0.9);
        assertTrue(narrow.contains((double) x / CHECKED));
        assertTrue(wide.lower() <= narrow.lower() && narrow.upper() <= wide.upper());
        assertEquals(narrow.lower(), 1 - mirrored.upper(), 1e-14);
        assertEquals(narrow.upper(), 1 - mirrored.lower(), 1e-14);
      }
    }

    @Test
    void blakerLiesWithinClopperPearson() {
      for (long x = 0; x <= CHECKED; x++) {
        Interval exact = ProportionInterval.CLOPPER_PEARSON.of(x, CHECKED, 0.95);
        Interval blaker = ProportionInterval.BLAKER.of(x, CHECKED, 0.95);
        assertTrue(blaker.lower() >= exact.lower() - 1e-14);
        assertTrue(blaker.upper() <= exact.upper() + 1e-14);
      }
    }

    @Test
    void effectiveCountsAgreeWithWholeOnes() {
      assertEquals(
          ProportionInterval.CLOPPER_PEARSON.of(3, 50, 0.95),
          ProportionInterval.CLOPPER_PEARSON.ofEffective(3, 50, 0.95, Sides.TWO));
    }
  }

  @Nested
  class FiniteLots {
    @Test
    void coverageInEveryLot() {
      int lot = 40;
      int checked = 12;
      for (int defective = 0; defective <= lot; defective++) {
        var errors = new Hypergeometric(lot, defective, checked);
        double covered = 0;
        for (long x = errors.minimum(); x <= errors.maximum(); x++) {
          var bound = FiniteLotBound.of(x, checked, lot, 0.9, Sides.TWO);
          boolean inside = bound.lowerCount() <= defective && defective <= bound.upperCount();
          covered += inside ? errors.mass((double) x) : 0;
        }
        assertTrue(covered >= 0.9 - 1e-12);
      }
    }

    @Test
    void wholeLotLeavesOneCount() {
      var bound = FiniteLotBound.of(4, 30, 30, 0.95, Sides.TWO);
      assertEquals(4, bound.lowerCount());
      assertEquals(4, bound.upperCount());
    }

    /** In a huge lot the limits are those of independent checks. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 250})
    void hugeLot(long errors) {
      long lot = 1_000_000_000;
      Interval counts = FiniteLotBound.of(errors, 1_000, lot, 0.95, Sides.TWO).asRate();
      Interval stream = ProportionInterval.CLOPPER_PEARSON.of(errors, 1_000, 0.95);
      assertEquals(stream.upper(), counts.upper(), 1e-9 + 2e-6 * stream.upper());
      assertEquals(stream.lower(), counts.lower(), 1e-9 + 2e-6 * stream.lower());
    }
  }

  @Nested
  class Messages {
    private static void message(String expected, org.junit.jupiter.api.function.Executable call) {
      assertEquals(expected, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void arguments() {
      var method = ProportionInterval.WILSON;
      message("errors must be in [0, 10], got 11", () -> method.of(11, 10, 0.95));
      message("checked must be >= 0, got -1", () -> method.of(0, -1, 0.95));
      message("confidenceLevel must be in (0, 1), got 95.0", () -> method.of(1, 10, 95));
      message(
          "sides must be two for blaker, got upper",
          () -> ProportionInterval.BLAKER.of(1, 10, 0.95, Sides.UPPER));
      message(
          "errors and checked must be whole for midP, got 1.5 of 10.0",
          () -> ProportionInterval.MID_P.ofEffective(1.5, 10, 0.95, Sides.TWO));
      message(
          "populationSize must be in [10, 3000000000], got 9",
          () -> FiniteLotBound.of(1, 10, 9, 0.95, Sides.TWO));
    }
  }
}
