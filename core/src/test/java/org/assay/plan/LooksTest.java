package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.assay.plan.SequentialDesigns.Looks;
import org.junit.jupiter.api.Test;

class LooksTest {
  @Test
  void fromSomeNumberOnIsEveryNumberFromThere() {
    Looks stated = Looks.at(IntStream.rangeClosed(7, 30).boxed().toList());
    assertArrayEquals(stated.upTo(30), Looks.from(7).upTo(30));
    assertArrayEquals(new boolean[] {false, false, false, true}, Looks.from(7).upTo(3)); // the end
    assertEquals(Looks.EVERY_CHECK, Looks.from(1));
  }

  /** A list of the looks of such a lot would have 60 million entries, and of a stream none. */
  @Test
  void plansOfLargeLotsAndStreamsWaitForTheirLeastChecksToo() {
    for (Lot lot : new Lot[] {Lot.of(60_000_000), Lot.UNLIMITED}) {
      Promise promise =
          lot.finite()
              ? Promise.inLot(lot.size(), 1_200_000, 3_000_000, 0.05, 0.05)
              : Promise.ofRates(0.02, 0.05, 0.05, 0.05);
      Design.Made made = Design.TRUNCATED_SEQUENTIAL.make(promise, 60);
      assertEquals(Design.TRUNCATED_SEQUENTIAL, made.design());
      SequentialPlan plan = made.plan();
      assertEquals(60, plan.boundary().firstLook());
      assertTrue(plan.producerRisk() <= 0.05 && plan.consumerRisk() <= 0.05);
      assertTrue(plan.boundary().maximum() < 1_000, "maximum " + plan.boundary().maximum());
    }
  }
}
