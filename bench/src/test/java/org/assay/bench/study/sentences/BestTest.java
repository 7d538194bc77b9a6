package org.assay.bench.study.sentences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.result.Interval;
import org.junit.jupiter.api.Test;

class BestTest {
  @Test
  void withoutUnresolvedChecksItIsTheExactInterval() {
    Interval exact = Best.lot(3, 60, 400);
    Interval resolved = Best.lot(3, 0, 60, 400);
    assertEquals(exact.lower(), resolved.lower());
    assertEquals(exact.upper(), resolved.upper());
  }

  @Test
  void unresolvedChecksAreCleanBelowAndErrorsAbove() {
    Interval unresolved = Best.lot(3, 5, 55, 400);
    assertEquals(Best.lot(3, 60, 400).lower(), unresolved.lower());
    assertEquals(Best.lot(8, 60, 400).upper(), unresolved.upper());
  }

  @Test
  void oneStratumIsALot() {
    Interval lot = Best.lot(3, 60, 400);
    Interval strata = Best.strata(List.of(new Best.Stratum(3, 60, 400)));
    assertEquals(lot.lower(), strata.lower());
    assertEquals(lot.upper(), strata.upper());
  }

  /**
   * A valid 95 % interval by stratum misses less; 1,000 samples, 70 or more with probability .003.
   */
  @Test
  void limitsByStratumHoldTheirSum() {
    SplittableRandom random = new SplittableRandom(20250104);
    int[] sizes = {200, 80, 20};
    int[] errors = {4, 8, 3};
    int missed = 0;
    for (int run = 0; run < 1000; run++) {
      List<Best.Stratum> strata = new ArrayList<>();
      for (int h = 0; h < sizes.length; h++) {
        boolean[] wrong = Chance.marked(random, errors[h], sizes[h]);
        int found = 0;
        for (int i : Chance.sample(random, 15, sizes[h])) {
          found += wrong[i] ? 1 : 0;
        }
        strata.add(new Best.Stratum(found, 15, sizes[h]));
      }
      missed += Best.strata(strata).contains(.05) ? 0 : 1;
    }
    assertTrue(missed < 70, "missed " + missed);
  }
}
