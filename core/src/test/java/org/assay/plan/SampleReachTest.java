package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.assay.size.BoundSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleReachTest {
  /** R: binom.test(x, n, alternative = "less", conf.level = 0.95), upper limit. */
  @ParameterizedTest
  @CsvSource({
    "59, 0, 0.04950761", "100, 0, 0.02951305", "100, 1, 0.04655981", "100, 2, 0.06161920",
    "100, 3, 0.07571079", "100, 5, 0.10225338", "100, 10, 0.16371762", "300, 0, 0.00993608"
  })
  void inAStream(long n, long errors, double limit) {
    var reach = new SampleReach(ErrorModel.BINOMIAL, n, 0.95);
    assertEquals(limit, reach.smallestLimit(errors), 5e-9);
  }

  /** Touw and Hoogduin, pp. 123-125, as the R package jfa records them: lot 1,200, n 102, 90 %. */
  @ParameterizedTest
  @CsvSource({"0, 0.02083333", "1, 0.03583333", "2, 0.04916667", "3, 0.0625"})
  void inALot(long errors, double limit) {
    var reach = new SampleReach(ErrorModel.inLot(1_200), 102, 0.90);
    assertEquals(limit, reach.smallestLimit(errors), 5e-9);
    assertEquals(errors, reach.mostErrors(limit + 1e-8));
    assertEquals(errors - 1, reach.mostErrors(limit - 1e-8));
  }

  /** Plans (176, 4) and (58, 0) of a lot of 2,000 rule out 100; at 20 they reject .026 and .447. */
  @ParameterizedTest
  @CsvSource({"176, 4, 0.02595318", "58, 0, 0.44646614"})
  void powerIsThePlans(long n, long errors, double rejected) {
    var reach = new SampleReach(ErrorModel.inLot(2_000), n, 0.95);
    assertEquals(errors, reach.mostErrors(99 / 2_000.0));
    assertEquals(rejected, 1 - reach.power(99 / 2_000.0, 0.01), 5e-9);
    assertTrue(reach.power(99 / 2_000.0, 0.05) <= 0.05);
  }

  @Test
  void tooFewChecksShowNothing() {
    assertEquals(-1, new SampleReach(ErrorModel.BINOMIAL, 58, 0.95).mostErrors(0.05));
    assertEquals(0, new SampleReach(ErrorModel.BINOMIAL, 58, 0.95).power(0.05, 0));
    assertEquals(0, new SampleReach(ErrorModel.BINOMIAL, 59, 0.95).mostErrors(0.05));
    assertThrows(
        IllegalArgumentException.class, () -> new SampleReach(ErrorModel.inLot(10), 11, 0.95));
  }

  /** The size for a limit is the first one whose own limit reaches it. */
  @ParameterizedTest
  @CsvSource({
    "BINOMIAL, 0",
    "POISSON, 0",
    "HYPERGEOMETRIC, 150",
    "HYPERGEOMETRIC, 2000",
  })
  void undoesTheSize(ErrorModel.Kind kind, long lot) {
    var model = new ErrorModel(kind, lot);
    for (double limit : new double[] {0.03, 0.05, 0.1}) {
      for (long errors = 0; errors < 4; errors++) {
        long n = new BoundSize(model, limit, false, 0.9).forErrors(errors).n();
        assertTrue(new SampleReach(model, n, 0.9).smallestLimit(errors) <= limit);
        assertTrue(new SampleReach(model, n - 1, 0.9).smallestLimit(errors) > limit);
        assertEquals(errors, new SampleReach(model, n, 0.9).mostErrors(limit));
      }
    }
  }
}
