package org.assay.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assay.compare.Multiplicity.EvidenceSelection;
import org.assay.plan.EProcess;
import org.assay.plan.Promise;
import org.junit.jupiter.api.Test;

class EvidenceSelectionTest {
  private static double[] logs(double... e) {
    return Arrays.stream(e).map(Math::log).toArray();
  }

  /** Of four at q = 0.1 one needs 40, two 20, three 13.3, four 10. */
  @Test
  void moreEvidenceElsewhereLowersTheBar() {
    assertArrayEquals(
        new boolean[] {false, false, false, false},
        EvidenceSelection.pick(logs(39, 19, 13, 9), 0.1));
    assertArrayEquals(
        new boolean[] {true, true, false, false}, EvidenceSelection.pick(logs(39, 21, 13, 9), 0.1));
    assertArrayEquals(
        new boolean[] {true, true, true, true},
        EvidenceSelection.pick(logs(11, 12, 13, 10.1), 0.1));
    assertArrayEquals(new boolean[0], EvidenceSelection.pick(new double[0], 0.1));
  }

  @Test
  void whatIsShownIsNeverInfinite() {
    assertEquals(8, EvidenceSelection.eValue(Math.log(8)), 1e-14);
    assertEquals(0, EvidenceSelection.eValue(Double.NEGATIVE_INFINITY));
    assertEquals(1e300, EvidenceSelection.eValue(800));
  }

  /**
   * 40 assessors, 30 of them exactly at the limit, each stopped as soon as it looks good: the mean
   * share of wrong certificates over 300 runs is at most 10 %. The bound is far from sharp (about 2
   * % here), so a false alarm has probability below 1e-6.
   */
  @Test
  void fewWrongPicksAmongManyAssessors() {
    var promise = Promise.inLot(500, 5, 25, 0.05, 0.05);
    var evidence = EProcess.likelihoodRatio(promise);
    var random = new SplittableRandom(3);
    double share = 0;
    for (int run = 0; run < 300; run++) {
      double[] last = new double[40];
      for (int a = 0; a < 40; a++) {
        int defective = a < 30 ? 25 : 1;
        int errors = 0;
        for (int n = 1; n <= 250 && last[a] < Math.log(100); n++) { // stops when it looks good
          errors += random.nextInt(500 - n + 1) < defective - errors ? 1 : 0;
          last[a] = evidence.logCertify(n, errors);
        }
      }
      boolean[] picked = EvidenceSelection.pick(last, 0.1);
      int wrong = 0;
      int all = 0;
      for (int a = 0; a < 40; a++) {
        all += picked[a] ? 1 : 0;
        wrong += picked[a] && a < 30 ? 1 : 0;
      }
      share += all == 0 ? 0 : (double) wrong / all / 300;
    }
    assertTrue(share <= 0.1, "share " + share);
  }

  @Test
  void messages() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> EvidenceSelection.pick(new double[] {1, Double.NaN}, 0.1));
    assertEquals("logEValues[1] must be a number, got NaN", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> EvidenceSelection.pick(new double[1], 1));
    assertEquals("falseDiscoveryRate must be in (0, 1), got 1.0", e.getMessage());
  }

  /** 18 / (3 * 0.3) is 20.000000000000004 in doubles. */
  @Test
  void aTieIsPicked() {
    double[] three = new double[18];
    for (int i = 0; i < 3; i++) {
      three[i] = Math.log(20);
    }
    boolean[] picked = EvidenceSelection.pick(three, 0.3);
    for (int i = 0; i < 18; i++) {
      assertEquals(i < 3, picked[i], "place " + i);
    }
    three[2] = Math.log(20 - 1e-9);
    assertArrayEquals(new boolean[18], EvidenceSelection.pick(three, 0.3));
  }
}
