package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assay.plan.Lot.Reading;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SingleSamplingTest {
  @Nested
  class Published {
    /**
     * R AcceptanceSampling 1.0.11, find.plan(PRP, CRP, type, N); the two last of Guenther (1977).
     */
    @ParameterizedTest
    @CsvSource({
      "BINOMIAL, 0, 0.05, 0.05, 0.15, 0.075, 80, 7",
      "POISSON, 0, 0.05, 0.05, 0.15, 0.075, 91, 8",
      "HYPERGEOMETRIC, 100, 0.05, 0.05, 0.15, 0.075, 47, 4",
      "BINOMIAL, 0, 0.019296, 0.05, 0.045884, 0.10, 359, 11",
      "BINOMIAL, 0, 0.01, 0.05, 0.05, 0.05, 181, 4",
      "POISSON, 0, 0.01, 0.05, 0.05, 0.05, 184, 4",
      "HYPERGEOMETRIC, 2000, 0.01, 0.05, 0.05, 0.05, 176, 4",
      "HYPERGEOMETRIC, 500, 0.01, 0.05, 0.05, 0.05, 139, 3",
      "BINOMIAL, 0, 0.01, 0.05, 0.03, 0.05, 521, 9",
      "HYPERGEOMETRIC, 2000, 0.01, 0.05, 0.03, 0.05, 414, 7",
      "HYPERGEOMETRIC, 2000, 0.005, 0.05, 0.03, 0.05, 247, 3",
      "BINOMIAL, 0, 0.005, 0.05, 0.03, 0.05, 257, 3",
      "BINOMIAL, 0, 0.005, 0.05, 0.02, 0.05, 523, 5",
      "BINOMIAL, 0, 0.01, 0.05, 0.10, 0.10, 52, 2",
      "BINOMIAL, 0, 0.05, 0.05, 0.20, 0.10, 38, 4"
    })
    void findPlan(
        ErrorModel.Kind kind,
        long lot,
        double acceptable,
        double producerRisk,
        double unacceptable,
        double consumerRisk,
        long n,
        long c) {
      var model = new ErrorModel(kind, lot);
      var promise =
          new Promise(
              lot == 0 ? Lot.UNLIMITED : Lot.of(lot),
              model.quality(acceptable),
              model.quality(unacceptable),
              producerRisk,
              consumerRisk);
      assertEquals(StagedPlan.single(n, c), SingleSampling.smallest(model, promise).orElseThrow());
    }

    /** ceil(log(1 - confidence) / log(1 - rate)). */
    @ParameterizedTest
    @CsvSource({"0.05, 0.05, 59", "0.01, 0.05, 299", "0.001, 0.01, 4603", "0.2, 0.2, 8"})
    void zeroErrors(double rate, double risk, long n) {
      assertEquals(
          StagedPlan.single(n, 0), SingleSampling.zeroAcceptance(ErrorModel.BINOMIAL, rate, risk));
    }

    /** Zero errors in a lot at 95 %, by reading: lots of 50 to 10,000 and five limits. */
    @ParameterizedTest
    @CsvSource({
      "LESS_THAN, 50, 48, 48, 39, 31, 22",
      "LESS_THAN, 100, 95, 78, 63, 45, 25",
      "LESS_THAN, 500, 225, 129, 90, 56, 28",
      "LESS_THAN, 2000, 277, 143, 96, 58, 29",
      "LESS_THAN, 10000, 294, 148, 98, 59, 29",
      "AT_MOST, 50, 48, 39, 39, 31, 19",
      "AT_MOST, 100, 78, 63, 52, 39, 23",
      "AT_MOST, 500, 196, 119, 85, 54, 28",
      "AT_MOST, 2000, 265, 140, 95, 57, 29",
      "AT_MOST, 10000, 291, 147, 98, 59, 29"
    })
    void zeroErrorsInALot(
        Reading reading, long lot, long one, long two, long three, long five, long ten) {
      double[] rates = {0.01, 0.02, 0.03, 0.05, 0.1};
      long[] sizes = {one, two, three, five, ten};
      for (int i = 0; i < rates.length; i++) {
        double tooMany = reading.largest(rates[i], lot) + 1.0;
        assertEquals(
            StagedPlan.single(sizes[i], 0),
            SingleSampling.zeroAcceptance(ErrorModel.inLot(lot), tooMany, 0.05));
      }
    }
  }

  @Nested
  class Laws {
    static LongStream seeds() {
      return LongStream.range(0, 60);
    }

    /** Acceptance numbers tried in turn, sizes halved, with the operating characteristic alone. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void smallestOfAll(long seed) {
      var random = new SplittableRandom(seed);
      long lot = random.nextLong(30, 1_500);
      var model = random.nextBoolean() ? ErrorModel.inLot(lot) : ErrorModel.BINOMIAL;
      double acceptable = random.nextDouble(0.005, 0.1);
      double good = model.quality(acceptable);
      double bad =
          Math.max(good + 1.0 / lot, model.quality(acceptable * random.nextDouble(1.6, 5)));
      double producer = random.nextDouble(0.02, 0.2);
      double consumer = random.nextDouble(0.02, 0.2);
      boolean finite = model.lotSize() > 0;
      bad = finite ? Math.max(good + 1, Math.rint(bad)) : bad;
      var promise =
          new Promise(finite ? Lot.of(lot) : Lot.UNLIMITED, good, bad, producer, consumer);
      assertEquals(
          tryAll(model, promise), SingleSampling.smallest(promise).orElseThrow().toString());
    }

    private static String tryAll(ErrorModel model, Promise promise) {
      for (long c = 0; ; c++) {
        long low = c;
        long high = model.lotSize() > 0 ? model.lotSize() : 100_000;
        while (high - low > 1) {
          long n = (low + high) / 2;
          boolean enough = accept(model, promise.unacceptable(), n, c) <= promise.consumerRisk();
          high = enough ? n : high;
          low = enough ? low : n;
        }
        if (1 - accept(model, promise.acceptable(), high, c) <= promise.producerRisk()) {
          return StagedPlan.single(high, c).toString();
        }
      }
    }

    private static double accept(ErrorModel model, double quality, long n, long c) {
      return OperatingCharacteristic.atQuality(StagedPlan.single(n, c), model, quality).accept();
    }
  }

  @Nested
  class Defects {
    /** Elsewhere a lot of 90 at 5 % silently became 4 of its 4.5 items, and 10 at 5 % a crash. */
    @Test
    void wholeItems() {
      assertEquals(4, ErrorModel.inLot(90).quality(0.05)); // halves to even, as documented
      assertEquals(0, ErrorModel.inLot(10).quality(0.05));
      var e =
          assertThrows(IllegalArgumentException.class, () -> Promise.inLot(10, 0, 0, 0.05, 0.05));
      assertEquals("acceptableCount must be below unacceptableCount (0), got 0", e.getMessage());
    }

    /** A tie must count as kept: 25 of 500 left is 0.05 exactly. */
    @Test
    void tieKeepsTheRisk() {
      assertEquals(
          StagedPlan.single(475, 0), SingleSampling.zeroAcceptance(ErrorModel.inLot(500), 1, 0.05));
    }
  }
}
