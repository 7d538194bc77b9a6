package org.assay.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightedClopperPearsonTest {
  @Nested
  class Published {
    /**
     * One-sided 95 % upper bounds, R 4.2.2 binom.test, as listed for audit samples: 0 of 59, 0, 1,
     * 2, 3, 5, 10 of 100 and 0 of 300. Tolerance: the eight digits given.
     */
    @ParameterizedTest
    @CsvSource({
      "0, 59, .04950761", "0, 100, .02951305", "1, 100, .04655981", "2, 100, .06161920",
      "3, 100, .07571079", "5, 100, .10225338", "10, 100, .16371762", "0, 300, .00993608"
    })
    void wholeCounts(int errors, int checked, double upper) {
      assertEquals(upper, EffectiveClopperPearson.upper(errors, checked, .95), 5e-9);
      assertEquals(upper, equalWeights(errors, checked), 5e-9);
    }

    /**
     * Two-sided 95 %: 1/100 (.000253146, .05445939), 5/100 (.01643188, .11283491). R binom.test.
     */
    @Test
    void lowerLimits() {
      assertEquals(.000253146, EffectiveClopperPearson.lower(1, 100, .975), 5e-10);
      assertEquals(.01643188, EffectiveClopperPearson.lower(5, 100, .975), 5e-9);
      assertEquals(.01643188, WeightedClopperPearson.lower(.05, 5e-4, .975), 5e-9);
    }

    /**
     * 3 of 1,000,000, 95 % two-sided: 8.76724779e-6; a solver stopping at 1e-9 gives 8.767237e-6.
     */
    @Test
    void smallRatesHaveAllTheirDigits() {
      assertEquals(8.76724779e-6, EffectiveClopperPearson.upper(3, 1e6, .975), 5e-15);
    }
  }

  private static double equalWeights(int errors, int checked) {
    double w = 1.0 / checked;
    return WeightedClopperPearson.upper(errors * w, errors * w * w, w, w * w, .95);
  }

  @Nested
  class Laws {
    /** At zero errors the limit is that of 1/wMax clean checks. */
    @Test
    void zeroErrorsStandOnTheHeaviestWeight() {
      assertEquals(
          EffectiveClopperPearson.upper(0, 40, .95),
          WeightedClopperPearson.upper(0, 0, 1 / 40.0, 1 / 1600.0, .95),
          1e-14);
    }

    @Test
    void heavierWeightWidens() {
      double light = WeightedClopperPearson.upper(.02, 1e-5, .001, 1e-6, .95);
      double heavy = WeightedClopperPearson.upper(.02, 1e-5, .005, 25e-6, .95);
      assertTrue(.02 < light && light < heavy);
    }

    @Test
    void endsOfTheRange() {
      assertEquals(0, WeightedClopperPearson.lower(0, 0, .95));
      assertEquals(0, EffectiveClopperPearson.lower(0, 10, .95));
      assertEquals(1, EffectiveClopperPearson.upper(10, 10, .95));
      assertEquals(1, WeightedClopperPearson.upper(1, .1, .1, .01, .95));
    }
  }

  @Test
  void messages() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> EffectiveClopperPearson.upper(11.5, 10, .95));
    assertEquals("errors must be in [0, 10.0], got 11.5", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> EffectiveClopperPearson.upper(1, 10, 95));
    assertEquals("confidenceLevel must be in (0, 1), got 95.0", e.getMessage());
  }
}
