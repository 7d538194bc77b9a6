package org.assay.count;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SmallCellsTest {
  private static final List<String> GRADES = List.of("A", "B", "C", "D");

  private static ConfusionTable table(long[][] counts) {
    return ConfusionMatrix.of(counts).table(GRADES.subList(0, counts.length));
  }

  /** 3 could be worked out from either total; three others in a rectangle hide it. */
  @Test
  void oneSmallCount() {
    SmallCells shown = SmallCells.of(table(new long[][] {{90, 3, 7}, {12, 80, 20}, {9, 8, 70}}), 5);
    assertAll(
        () -> assertEquals(Arrays.asList(90L, null, null), shown.counts().get(0)),
        () -> assertEquals(List.of(12L, 80L, 20L), shown.counts().get(1)),
        () -> assertEquals(Arrays.asList(9L, null, null), shown.counts().get(2)),
        () -> assertEquals(1, shown.primary()),
        () -> assertEquals(3, shown.complementary()));
  }

  @Test
  void nothingSmall() {
    SmallCells shown = SmallCells.of(table(new long[][] {{9, 0}, {5, 8}}), 5);
    assertEquals(List.of(List.of(9L, 0L), List.of(5L, 8L)), shown.counts());
    assertEquals(0, shown.primary() + shown.complementary());
  }

  @Test
  void tooSmallToHideBehind() {
    SmallCells shown = SmallCells.of(table(new long[][] {{1}}), 5);
    assertEquals(Arrays.asList((Long) null), shown.counts().get(0));
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> SmallCells.of(table(new long[][] {{1}}), 1));
    assertEquals("threshold must be >= 2, got 1", e.getMessage());
  }

  /**
   * Every table that has the same totals and shown counts is tried: a small count that is left out
   * may be at least four more or less in one than in another.
   */
  @Test
  void nobodyCanWorkItOut() {
    var random = new SplittableRandom(3);
    int tried = 0;
    for (int t = 0; t < 400; t++) {
      long[][] x = new long[3][3];
      for (long[] row : x) {
        Arrays.setAll(row, i -> random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(5, 15));
      }
      SmallCells shown = SmallCells.of(table(x), 5);
      if (shown.primary() == 0 || shown.primary() + shown.complementary() == 9) {
        continue;
      }
      long[][] least = new long[3][3];
      long[][] most = new long[3][3];
      for (long[] row : least) {
        Arrays.fill(row, Long.MAX_VALUE);
      }
      search(x, shown, new long[3][3], 0, least, most);
      for (int i = 0; i < 9; i++) {
        if (x[i / 3][i % 3] > 0 && x[i / 3][i % 3] < 5) {
          tried++;
          assertTrue(most[i / 3][i % 3] - least[i / 3][i % 3] >= 4, () -> Arrays.deepToString(x));
        }
      }
    }
    assertTrue(tried > 200, "small counts tried: " + tried);
  }

  private static void search(
      long[][] x, SmallCells shown, long[][] y, int at, long[][] least, long[][] most) {
    if (at == 9) {
      for (int i = 0; i < 9; i++) {
        least[i / 3][i % 3] = Math.min(least[i / 3][i % 3], y[i / 3][i % 3]);
        most[i / 3][i % 3] = Math.max(most[i / 3][i % 3], y[i / 3][i % 3]);
      }
      return;
    }
    int r = at / 3;
    int c = at % 3;
    long row = Arrays.stream(x[r]).sum() - Arrays.stream(y[r], 0, c).sum();
    long column = 0;
    for (int i = 0; i < 3; i++) {
      column += x[i][c] - (i < r ? y[i][c] : 0);
    }
    Long known = shown.counts().get(r).get(c);
    long from = known != null ? known : 0;
    long to = known != null ? known : Math.min(row, column);
    for (long v = from; v <= to; v++) {
      if (v <= row && v <= column && (c < 2 || v == row) && (r < 2 || v == column)) {
        y[r][c] = v;
        search(x, shown, y, at + 1, least, most);
      }
    }
  }
}
