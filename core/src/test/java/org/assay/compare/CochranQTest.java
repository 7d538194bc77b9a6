package org.assay.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.assay.result.TestResult;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CochranQTest {
  /** DescTools 0.99.59 CochranQTest: Q 9 on 3 degrees, p .02929. */
  @Test
  void agreesWithDescTools() {
    int[][] said = {
      {1, 1, 0, 0}, {1, 1, 1, 0}, {1, 0, 0, 0}, {0, 1, 1, 0}, {1, 1, 0, 1},
      {1, 1, 1, 1}, {0, 0, 0, 0}, {1, 0, 1, 0}, {1, 1, 0, 0}, {1, 1, 1, 0}
    };
    var q = CochranQ.create(4);
    for (int[] row : said) {
      q.add(row[0] == 1, row[1] == 1, row[2] == 1, row[3] == 1);
    }
    TestResult result = q.snapshot();
    assertEquals(9, result.statistic().value(), 1e-13);
    assertEquals(3, result.degreesOfFreedom());
    assertEquals(0.029290886534888233, result.pValue().value(), 1e-13);
  }

  @Nested
  class Laws {
    @Test
    void mergeIsOnePassAndSubtractUndoesIt() {
      var random = new SplittableRandom(3);
      var whole = CochranQ.create(3);
      var left = CochranQ.create(3);
      var right = CochranQ.create(3);
      for (int i = 0; i < 500; i++) {
        boolean[] said = {random.nextBoolean(), random.nextInt(3) > 0, random.nextInt(4) > 0};
        whole.add(said);
        (random.nextBoolean() ? left : right).add(said);
      }
      TestResult before = left.snapshot();
      assertEquals(whole.snapshot(), left.merge(right).snapshot());
      assertEquals(before, left.subtract(right).snapshot());
    }

    @Test
    void twoRatersGiveMcNemar() {
      var random = new SplittableRandom(4);
      var q = CochranQ.create(2);
      long[] discordant = new long[2];
      for (int i = 0; i < 300; i++) {
        boolean first = random.nextBoolean();
        boolean second = random.nextInt(3) == 0;
        q.add(first, second);
        if (first != second) {
          discordant[first ? 0 : 1]++;
        }
      }
      assertEquals(
          McNemar.ofDiscordant(discordant[0], discordant[1]).asymptotic().statistic().value(),
          q.snapshot().statistic().value(),
          1e-11);
    }

    /**
     * Of 10,000 tests at 5 % of tables under the hypothesis, 420 to 620 reject with probability
     * above 1 - 1e-4 for a true size between 5 and 5.3 %; at a size of 3.4 or 7.1 % that has a
     * chance below 1e-3.
     */
    @Test
    void sizeUnderTheHypothesis() {
      var random = new SplittableRandom(20260103);
      int rejections = 0;
      for (int run = 0; run < 10_000; run++) {
        var q = CochranQ.create(4);
        for (int item = 0; item < 100; item++) {
          int easy = random.nextInt(10);
          q.add(
              random.nextInt(10) < easy,
              random.nextInt(10) < easy,
              random.nextInt(10) < easy,
              random.nextInt(10) < easy);
        }
        rejections += q.snapshot().pValue().value() < .05 ? 1 : 0;
      }
      assertTrue(rejections >= 420 && rejections <= 620, "rejections " + rejections);
    }
  }

  @Test
  void ratersWhoAgreeOnEveryItem() {
    var q = CochranQ.create(3);
    assertEquals(Undefined.TOO_FEW_ITEMS, q.snapshot().statistic().reason().orElseThrow());
    q.add(true, true, true);
    q.add(false, false, false);
    assertEquals(Undefined.ZERO_VARIANCE, q.snapshot().pValue().reason().orElseThrow());
    assertEquals(2, q.snapshot().degreesOfFreedom());
  }

  @Nested
  class Messages {
    @Test
    void raggedItem() {
      var e =
          assertThrows(IllegalArgumentException.class, () -> CochranQ.create(3).add(true, false));
      assertEquals("said must have one value for each of 3 raters, got 2", e.getMessage());
    }

    @Test
    void otherRaters() {
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> CochranQ.create(3).merge(CochranQ.create(2)));
      assertEquals("other must have the same raters: this has 3, other has 2", e.getMessage());
    }

    @Test
    void moreThanThereIs() {
      var more = CochranQ.create(2);
      more.add(true, false);
      var e = assertThrows(IllegalArgumentException.class, () -> CochranQ.create(2).subtract(more));
      assertEquals("other must be a slice of this: this has 0 items, other has 1", e.getMessage());
    }
  }
}
