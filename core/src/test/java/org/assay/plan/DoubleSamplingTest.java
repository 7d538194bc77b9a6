package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DoubleSamplingTest {
  /** Every plan of two stages with small numbers and sizes, none left out. */
  @Test
  void leastOfAll() {
    var promise = Promise.ofRates(0.05, 0.3, 0.1, 0.1);
    StagedPlan found = DoubleSampling.leastAverage(ErrorModel.BINOMIAL, promise);
    double least = average(found);
    for (long n1 = 1; n1 <= 16; n1++) {
      for (long n2 = 1; n2 <= 16; n2++) {
        for (long c2 = 0; c2 <= 5; c2++) {
          for (long c1 = -1; c1 < c2; c1++) {
            for (long r1 = c1 + 2; r1 <= c2 + 1; r1++) {
              StagedPlan plan = StagedPlan.doubled(n1, c1, r1, n2, c2);
              boolean keeps =
                  OperatingCharacteristic.at(plan, ErrorModel.BINOMIAL, 0.05).reject() <= 0.1
                      && OperatingCharacteristic.at(plan, ErrorModel.BINOMIAL, 0.3).accept() <= 0.1;
              assertTrue(!keeps || average(plan) >= least - 1e-12, plan::toString);
            }
          }
        }
      }
    }
  }

  private static double average(StagedPlan plan) {
    return OperatingCharacteristic.at(plan, ErrorModel.BINOMIAL, 0.05).averageSampleNumber();
  }

  /** Lot of 2,000, 1 % against 5 %: searched once by another program, in another language. */
  @Test
  void lotOfTwoThousand() {
    ErrorModel lot = ErrorModel.inLot(2_000);
    StagedPlan plan = DoubleSampling.leastAverage(lot, Promise.inLot(2_000, 20, 100, 0.05, 0.05));
    assertEquals(StagedPlan.doubled(96, 1, 4, 109, 4), plan);
    assertEquals(121.7, OperatingCharacteristic.at(plan, lot, 0.01).averageSampleNumber(), 0.05);
  }

  /**
   * One good item of a lot of five cannot accept, one bad one can reject: 2.6 checks on average.
   */
  @Test
  void noAcceptanceAtTheFirstSample() {
    ErrorModel lot = ErrorModel.inLot(5);
    StagedPlan plan = DoubleSampling.leastAverage(lot, Promise.inLot(5, 1, 3, 0.2, 0.2));
    assertEquals(StagedPlan.doubled(1, -1, 1, 2, 1), plan);
    assertEquals(2.6, OperatingCharacteristic.at(plan, lot, 0.2).averageSampleNumber(), 1e-12);
  }
}
