package org.assay.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RatingAccumulatorsTest {
  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  static void assertSame(DistinctVectors expected, DistinctVectors actual) {
    assertEquals(expected.size(), actual.size());
    for (int v = 0; v < expected.size(); v++) {
      assertArrayEquals(expected.vector(v), actual.vector(v));
      assertEquals(expected.count(v), actual.count(v));
    }
  }

  private static List<int[]> randomRows(Random random, int raters, int grades) {
    var rows = new ArrayList<int[]>();
    for (int i = random.nextInt(400); i >= 0; i--) {
      rows.add(random.ints(raters, RatingRows.MISSING, grades).toArray());
    }
    return rows;
  }

  @Nested
  class Laws {
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.assay.count.RatingAccumulatorsTest#seeds")
    void anySplitInAnyOrderGivesTheSame(long seed) {
      var random = new Random(seed);
      int grades = random.nextInt(2, 6);
      int raters = random.nextInt(1, 5);
      List<int[]> items = randomRows(random, raters, grades);
      var whole = RatingRows.create(raters, grades);
      items.forEach(whole::add);
      Collections.shuffle(items, random);
      var parts = new ArrayList<RatingRows>();
      for (int p = random.nextInt(1, 6); p > 0; p--) {
        parts.add(RatingRows.create(raters, grades));
      }
      items.forEach(row -> parts.get(random.nextInt(parts.size())).add(row));
      var merged = RatingRows.create(raters, grades);
      parts.forEach(merged::merge);
      assertSame(whole.snapshot(), merged.snapshot());
      assertSame(whole.patterns().snapshot(), merged.patterns().snapshot());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.assay.count.RatingAccumulatorsTest#seeds")
    void subtractUndoesMerge(long seed) {
      var random = new Random(seed);
      var first = RatingPatterns.create(3);
      var second = RatingPatterns.create(3);
      for (int[] row : randomRows(random, 3, 5)) {
        first.add(new int[] {row[0] + 1, row[1] + 1, row[2] + 1});
        second.add(new int[] {row[2] + 1, row[0] + 1, row[1] + 1});
      }
      DistinctVectors before = first.snapshot();
      assertSame(before, first.merge(second).subtract(second).snapshot());
    }

    @Test
    void patternsForgetWhoRated() {
      var rows = RatingRows.of(new int[][] {{0, 1, -1}, {1, 0, -1}, {-1, 1, 0}, {2, 2, 2}}, 3);
      DistinctVectors patterns = rows.patterns().snapshot();
      assertEquals(2, patterns.size());
      assertArrayEquals(new int[] {0, 0, 3}, patterns.vector(0));
      assertArrayEquals(new int[] {1, 1, 0}, patterns.vector(1));
      assertEquals(3, patterns.count(1));
      assertEquals(4, patterns.items());
    }

    @Test
    void pairsAndCompleteLeaveOutWhatIsMissing() {
      var rows = RatingRows.of(new int[][] {{0, 1, -1}, {1, 0, 1}, {-1, 1, 0}}, 2);
      assertEquals(ConfusionMatrix.of(new long[][] {{0, 1}, {1, 0}}), rows.pairs(0, 1));
      assertEquals(1, rows.complete().snapshot().items());
    }

    @Test
    void regroupAddsCounts() {
      var patterns = RatingPatterns.of(new int[][] {{1, 2, 3}, {0, 3, 3}});
      DistinctVectors two = patterns.regroup(new int[] {1, 1, 0}, 2).snapshot();
      assertEquals(1, two.size());
      assertArrayEquals(new int[] {3, 3}, two.vector(0));
      assertEquals(2, two.count(0));
    }
  }

  @Nested
  class Messages {
    @Test
    void negativeCount() {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> RatingPatterns.create(2).add(new int[] {1, -1}));
      assertEquals("count of grade 1 must be >= 0, got -1", e.getMessage());
    }

    @Test
    void wrongLength() {
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> RatingPatterns.create(2).add(new int[] {1}));
      assertEquals("counts must have length 2 (grades), got 1", e.getMessage());
    }

    @Test
    void unknownCode() {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> RatingRows.create(2, 3).add(new int[] {RatingRows.MISSING, 3}));
      assertEquals("rating of rater 1 must be in [0, 3) (3 grades), got 3", e.getMessage());
    }

    @Test
    void notASlice() {
      var one = RatingPatterns.of(new int[][] {{1, 1}});
      var two = RatingPatterns.of(new int[][] {{1, 1}, {1, 1}, {0, 1}});
      var e = assertThrows(IllegalArgumentException.class, () -> one.subtract(two));
      assertEquals(true, e.getMessage().startsWith("other must be a slice of this: "));
      assertEquals(1, one.snapshot().items());
    }

    @Test
    void differentShapes() {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> RatingPatterns.create(2).merge(RatingPatterns.create(3)));
      assertEquals("other must have the same grades: this has 2, other has 3", e.getMessage());
    }
  }
}
