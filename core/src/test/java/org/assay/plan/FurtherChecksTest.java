package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.assay.internal.Binomial;
import org.assay.internal.Hypergeometric;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FurtherChecksTest {
  private static FurtherChecks question(double limit, double acceptable) {
    return new FurtherChecks(limit, acceptable, 0.05, 0.05, 0.8);
  }

  @Nested
  class Published {
    /**
     * Zero errors promised to go on: ceil(log 0.05 / log(1 - limit)), any table of attributes
     * sampling.
     */
    @ParameterizedTest
    @CsvSource({"0.05, 59", "0.02, 149", "0.01, 299", "0.005, 598", "0.0025, 1197", "0.001, 2995"})
    void zeroErrors(double limit, long needed) {
      assertEquals(OptionalLong.of(needed), question(limit, 0).needed(0.0, 0));
      assertEquals(
          OptionalLong.of(needed - 20), question(limit, 0).needed(0.0, 20), "20 already made");
    }

    /**
     * Binomial plans with 95 % confidence and 80 % power, found elsewhere on a grid of 10 or 50.
     */
    @ParameterizedTest
    @CsvSource({
      "0.05, 0.035, 1148, 1150",
      "0.05, 0.025, 361, 390",
      "0.05, 0.01, 124, 130",
      "0.02, 0.01, 969, 970",
      "0.001, 0.0002, 6294, 6320"
    })
    void planningFigures(double limit, double truth, long smallest, long onGrid) {
      long needed = question(limit, truth).needed(0.0, 0).getAsLong();
      assertEquals(smallest, needed);
      assertTrue(needed <= onGrid && needed > 0.9 * onGrid);
    }
  }

  @Nested
  class Laws {
    static LongStream seeds() {
      return LongStream.range(0, 40);
    }

    /** Every number of further checks tried in turn, without any of the search's shortcuts. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void smallestOfAll(long seed) {
      var random = new SplittableRandom(seed);
      double limit = random.nextDouble(0.03, 0.15);
      long checked = random.nextLong(1, 100);
      long errors = random.nextLong(0, 1 + checked / 8);
      long lot = random.nextLong(checked + 1, 400);
      var question = question(limit, limit / 4);
      double rate = errors > 0 ? (double) errors / checked : Math.min(limit / 4, 0.5 / checked);

      assertEquals(
          tryAll(lot - checked, m -> chanceInLot(question, errors, checked, lot, rate, m)),
          question.needed(errors, checked, lot).getAsLong());
      long most = 600;
      long all = tryAll(most, m -> chance(question, errors, checked, rate, m));
      OptionalLong needed = question.needed((double) errors, (double) checked);
      assertEquals(all, needed.isPresent() ? Math.min(most + 1, needed.getAsLong()) : most + 1);
    }

    private static long tryAll(long most, LongToDoubleFunction chance) {
      for (long m = 0; m <= most; m++) {
        if (chance.applyAsDouble(m) >= 0.8) {
          return m;
        }
      }
      return most + 1;
    }

    private static double chance(
        FurtherChecks q, long errors, long checked, double rate, long more) {
      var bound = new Binomial(checked + more, q.limit());
      var future = new Binomial(more, rate);
      boolean pass = rate <= q.limit();
      double chance = 0;
      for (long y = 0; y <= more; y++) {
        boolean shown =
            pass
                ? bound.tails(errors + y).lower() <= 0.05
                : bound.tails(errors + y - 1).upper() < 0.05;
        chance += shown ? future.mass((double) y) : 0;
      }
      return chance;
    }

    private static double chanceInLot(
        FurtherChecks q, long errors, long checked, long lot, double rate, long more) {
      long left = Math.round(rate * (lot - checked));
      long allowed = Reading.AT_MOST.largest(q.limit(), lot);
      boolean pass = errors + left <= allowed;
      var bound = new Hypergeometric(lot, pass ? allowed + 1 : allowed, checked + more);
      var future = new Hypergeometric(lot - checked, left, more);
      double chance = 0;
      for (long y = 0; y <= more; y++) {
        boolean shown =
            pass
                ? bound.tails(errors + y).lower() <= 0.05
                : bound.tails(errors + y - 1).upper() <= 0.05;
        chance += shown ? future.mass((double) y) : 0;
      }
      return chance;
    }
  }

  @Nested
  class Edges {
    @Test
    void verdictAlready() {
      assertEquals(OptionalLong.of(0), question(0.05, 0).needed(0.0, 59));
      assertEquals(OptionalLong.of(0), question(0.05, 0).needed(10.0, 20));
    }

    @Test
    void rateAtTheLimitNeverSettles() {
      assertEquals(OptionalLong.empty(), question(0.05, 0).needed(1.0, 20));
    }

    @Test
    void wholeLotAlwaysSettles() {
      assertEquals(OptionalLong.of(0), question(0.05, 0).needed(5L, 100L, 100L));
      assertEquals(OptionalLong.of(1980), question(0.05, 0).needed(1L, 20L, 2000L));
    }

    @Test
    void messages() {
      var e = assertThrows(IllegalArgumentException.class, () -> question(0.05, 0.05));
      assertEquals("acceptable must be in [0, 0.05), got 0.05", e.getMessage());
      var errors =
          assertThrows(IllegalArgumentException.class, () -> question(0.05, 0).needed(3.0, 2));
      assertEquals("errors must be in [0, 2.0], got 3.0", errors.getMessage());
    }
  }
}
