package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The smallest single plan of at least so many checks. */
class LeastSingleTest {
  private static final Promise PROMISE = Promise.inLot(300, 6, 30, 0.05, 0.05);

  @Test
  void isTheSmallestOfAllWhereThatIsLargeEnough() {
    StagedPlan smallest = SingleSampling.smallest(PROMISE).orElseThrow();
    assertEquals(smallest, SingleSampling.smallest(PROMISE, 1).orElseThrow());
    assertEquals(smallest, SingleSampling.smallest(PROMISE, smallest.maximum()).orElseThrow());
  }

  @Test
  void keepsBothRisksAtEverySize() {
    ErrorModel model = ErrorModel.of(PROMISE.lot());
    for (long fewest = 1; fewest <= 300; fewest++) {
      StagedPlan plan = SingleSampling.smallest(PROMISE, fewest).orElseThrow();
      long c = plan.acceptanceNumbers().get(0);
      assertTrue(plan.maximum() >= fewest);
      assertTrue(model.errors(plan.maximum(), 30).tails(c).lower() <= .05);
      assertTrue(model.errors(plan.maximum(), 6).tails(c).upper() <= .05);
    }
    assertEquals(300, SingleSampling.smallest(PROMISE, 300).orElseThrow().maximum());
  }

  @Test
  void refusesMoreThanTheLot() {
    assertEquals(
        "fewest must be in [1, 300], got 301",
        assertThrows(IllegalArgumentException.class, () -> SingleSampling.smallest(PROMISE, 301))
            .getMessage());
  }
}
