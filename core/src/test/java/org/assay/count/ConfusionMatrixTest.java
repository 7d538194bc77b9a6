package org.assay.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfusionMatrixTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void mergeEqualsOnePassAndSubtractUndoesIt(long seed) {
    var rng = new SplittableRandom(seed);
    int k = rng.nextInt(1, 7);
    var whole = ConfusionMatrix.create(k);
    var left = ConfusionMatrix.create(k);
    var right = ConfusionMatrix.create(k);
    for (int i = rng.nextInt(2000); i > 0; i--) {
      int r = rng.nextInt(k);
      int g = rng.nextInt(k);
      whole.add(r, g);
      (rng.nextBoolean() ? left : right).add(r, g);
    }
    var before = left.copy();
    assertEquals(whole, left.merge(right));
    assertEquals(before, left.subtract(right));
  }

  @Test
  void totals() {
    var m = ConfusionMatrix.of(new long[][] {{3, 1}, {0, 1L << 53}});
    assertEquals((1L << 53) + 4, m.total());
    assertEquals((1L << 53) + 3, m.agreeing());
    assertEquals(1, m.count(0, 1));
    assertArrayEquals(new long[][] {{3, 1}, {0, 1L << 53}}, m.toArray());
  }

  @Test
  void snapshotHoldsThePairsThatOccurInOrder() {
    var table = ConfusionMatrix.of(new long[][] {{7, 0, 2}, {0, 0, 0}, {0, 5, 1}});
    var pairs = table.snapshot();
    var rows = RatingRows.of(table).snapshot(); // by hashing and sorting
    int[][] expected = {{0, 0}, {0, 2}, {2, 1}, {2, 2}};
    long[] counts = {7, 2, 5, 1};
    assertEquals(2, pairs.width());
    assertEquals(4, pairs.size());
    assertEquals(4, rows.size());
    for (int v = 0; v < 4; v++) {
      assertArrayEquals(expected[v], pairs.vector(v));
      assertArrayEquals(expected[v], rows.vector(v));
      assertEquals(counts[v], pairs.count(v));
      assertEquals(counts[v], rows.count(v));
    }
  }

  @Test
  void countsDoNotOverflowInSilence() {
    var m = ConfusionMatrix.of(new long[][] {{Long.MAX_VALUE}});
    assertThrows(ArithmeticException.class, () -> m.add(0, 0));
    assertThrows(ArithmeticException.class, () -> m.merge(m.copy()));
  }

  @Test
  void messages() {
    var m = ConfusionMatrix.create(3);
    message("reference must be in [0, 3) (3 grades), got 3", () -> m.add(3, 0));
    message("grade must be in [0, 3) (3 grades), got -1", () -> m.add(0, -1));
    message(
        "other must have the same grades: this has 3, other has 2",
        () -> m.merge(ConfusionMatrix.create(2)));
    message(
        "other must be a slice of this: row 0, column 0 has 1 of 0",
        () -> m.subtract(ConfusionMatrix.of(new long[][] {{1, 0, 0}, {0, 0, 0}, {0, 0, 0}})));
    message(
        "counts must be square: row 1 has length 1, there are 2 rows",
        () -> ConfusionMatrix.of(new long[][] {{1, 2}, {3}}));
    message(
        "count in row 0, column 1 must be >= 0, got -2",
        () -> ConfusionMatrix.of(new long[][] {{1, -2}, {3, 4}}));
  }

  private static void message(String expected, Executable call) {
    assertEquals(expected, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
