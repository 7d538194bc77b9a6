package org.assay.count;

import static org.assay.count.RatingAccumulatorsTest.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.assay.count.LongRatings.RepeatPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LongRatingsTest {
  // Item 7: rater 0 says 1 and later 2, rater 1 says 0. Item 3: rater 1 says 2.
  private final LongRatings ratings =
      LongRatings.of(new int[] {7, 3, 7, 7}, new int[] {0, 1, 1, 0}, new int[] {1, 2, 0, 2}, 2, 3);

  @Test
  void lastOrFirstOfARater() {
    int missing = RatingRows.MISSING;
    assertSame(
        RatingRows.of(new int[][] {{2, 0}, {missing, 2}}, 3).snapshot(),
        ratings.rows(RepeatPolicy.LAST).snapshot());
    assertSame(
        RatingRows.of(new int[][] {{1, 0}, {missing, 2}}, 3).snapshot(),
        ratings.rows(RepeatPolicy.FIRST).snapshot());
  }

  @Test
  void repeatsCountInPatternsOnly() {
    assertSame(
        RatingPatterns.of(new int[][] {{1, 1, 1}, {0, 0, 1}}).snapshot(),
        ratings.patterns(RepeatPolicy.AS_REPEATS).snapshot());
    var e =
        assertThrows(IllegalArgumentException.class, () -> ratings.rows(RepeatPolicy.AS_REPEATS));
    assertEquals("repeats must be LAST, FIRST or REJECT, got AS_REPEATS", e.getMessage());
  }

  @Test
  void rejectedRepeatsAreNamed() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> ratings.patterns(RepeatPolicy.REJECT));
    assertEquals(
        "a rater must rate an item once: rows 0 and 3 have item 7 and rater 0", e.getMessage());
  }

  @Test
  void codesOutOfRange() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> LongRatings.of(new int[] {0}, new int[] {0}, new int[] {3}, 1, 3));
    assertEquals("grade of row 0 must be in [0, 3) (3 grades), got 3", e.getMessage());
  }

  /** Without repeats, every policy and the row by row reference agree. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.assay.count.RatingAccumulatorsTest#seeds")
  void equalsCountingRowByRow(long seed) {
    var random = new Random(seed);
    int items = random.nextInt(1, 60);
    RatingRows reference = RatingRows.create(4, 3);
    int[][] rows = new int[items][];
    for (int i = 0; i < items; i++) {
      rows[i] = random.ints(4, RatingRows.MISSING, 3).toArray();
      rows[i][random.nextInt(4)] = 0; // no item without a rating: long form cannot show it
      reference.add(rows[i]);
    }
    int[] cells =
        random
            .ints(0, Integer.MAX_VALUE)
            .map(x -> x % (items * 4))
            .distinct()
            .limit(items * 4L)
            .filter(cell -> rows[cell / 4][cell % 4] != RatingRows.MISSING)
            .toArray();
    var shuffled =
        LongRatings.of(
            Arrays.stream(cells).map(cell -> cell / 4).toArray(),
            Arrays.stream(cells).map(cell -> cell % 4).toArray(),
            Arrays.stream(cells).map(cell -> rows[cell / 4][cell % 4]).toArray(),
            4,
            3);
    for (RepeatPolicy policy :
        new RepeatPolicy[] {RepeatPolicy.LAST, RepeatPolicy.FIRST, RepeatPolicy.REJECT}) {
      assertSame(reference.snapshot(), shuffled.rows(policy).snapshot());
      assertSame(reference.patterns().snapshot(), shuffled.patterns(policy).snapshot());
    }
  }
}
