package org.assay.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.assay.count.RatingPatterns.PatternStream;
import org.assay.data.Codes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternKernelTest {
  /** What every kernel must give: one count vector an item, one item at a time. */
  private static RatingPatterns reference(int[] item, int[] grade, int items, int grades) {
    int[][] counts = new int[items][grades];
    boolean[] rated = new boolean[items];
    for (int row = 0; row < grade.length; row++) {
      counts[item[row]][grade[row]]++;
      rated[item[row]] = true;
    }
    RatingPatterns patterns = RatingPatterns.create(grades);
    for (int i = 0; i < items; i++) {
      if (rated[i]) {
        patterns.add(counts[i]);
      }
    }
    return patterns;
  }

  private static void assertSame(RatingPatterns expected, RatingPatterns actual) {
    DistinctVectors e = expected.snapshot();
    DistinctVectors a = actual.snapshot();
    assertEquals(e.size(), a.size());
    for (int v = 0; v < e.size(); v++) {
      assertArrayEquals(e.vector(v), a.vector(v));
      assertEquals(e.count(v), a.count(v));
    }
  }

  private static int[] grades(SplittableRandom rng, int rows, int grades) {
    return rng.ints(rows, 0, grades).map(g -> rng.nextInt(2) == 0 ? grades - 1 : g).toArray();
  }

  @ParameterizedTest(name = "{0} grades, {1} ratings an item, {2} items")
  @CsvSource({
    "4, 5, 2001",
    "2, 2, 3",
    "3, 8, 1",
    "5, 8, 999",
    "5, 1, 50",
    "4, 3, 0",
    "5, 9, 100",
    "9, 6, 300",
    "16, 20, 77",
    "40, 3, 200",
    "4, 5, 1",
    "1, 4, 10"
  })
  void regularItems(int grades, int ratings, int items) {
    var rng = new SplittableRandom(grades * 1000L + ratings);
    int[] grade = grades(rng, items * ratings, grades);
    int[] item = new int[grade.length];
    for (int row = 0; row < item.length; row++) {
      item[row] = row / ratings;
    }
    RatingPatterns expected = reference(item, grade, items, grades);
    Codes column = TestColumns.ofWidth(grade, 1);
    assertSame(expected, RatingPatterns.create(grades).addItems(column, ratings));
    assertSame(
        expected,
        RatingPatterns.create(grades)
            .addItems(column, ratings, items / 3, items)
            .addItems(column, ratings, 0, items / 3));
    assertSame(
        expected, RatingPatterns.create(grades).addRuns(TestColumns.ofWidth(item, 4), column));
  }

  /** Packed and unpacked vectors; grades, items and widths on both sides of each limit. */
  @ParameterizedTest(name = "{0} grades, {1} items, {2} ratings, {3} bytes per item")
  @CsvSource({
    "4, 1000, 5000, 2",
    "4, 100000, 300000, 4",
    "8, 200, 900, 1",
    "5, 3, 2000, 1",
    "16, 500, 2000, 2",
    "16, 2, 400, 1",
    "17, 500, 2000, 2",
    "3, 70000, 1000, 4",
    "4, 1, 0, 1"
  })
  void anyOrder(int grades, int items, int ratings, int width) {
    var rng = new SplittableRandom(grades * 77L + items);
    int[] item = rng.ints(ratings, 0, items).toArray();
    int[] grade = grades(rng, ratings, grades);
    assertSame(
        reference(item, grade, items, grades),
        RatingPatterns.create(grades)
            .addAll(TestColumns.ofWidth(item, width), TestColumns.ofWidth(grade, 1)));
  }

  /** An item that outgrows its key in the middle, between items that do not. */
  @ParameterizedTest(name = "{0} grades, {1} ratings of one item")
  @CsvSource({"16, 15", "16, 16", "16, 17", "8, 255", "8, 300", "4, 65535", "4, 70000", "17, 40"})
  void longItems(int grades, int ratings) {
    int[] item = new int[ratings + 2];
    int[] grade = new int[ratings + 2];
    for (int row = 1; row <= ratings; row++) {
      item[row] = 1;
      grade[row] = grades - 1;
    }
    item[ratings + 1] = 2;
    RatingPatterns expected = reference(item, grade, 3, grades);
    Codes items = Codes.of(item);
    Codes column = TestColumns.ofWidth(grade, 1);
    assertSame(expected, RatingPatterns.create(grades).addRuns(items, column));
    assertSame(expected, RatingPatterns.create(grades).addAll(items, column));
  }

  @Nested
  class Stream {
    @Test
    void itemsEndWhenTheNextBegins() {
      PatternStream stream = PatternStream.create(4);
      stream.add(0, 2).add(0, 2).add(0, 3);
      stream.add(1, 0);
      assertSame(RatingPatterns.of(new int[][] {{0, 0, 2, 1}, {1, 0, 0, 0}}), stream.finish());
    }

    @Test
    void nothingStreamedIsNoItem() {
      assertEquals(0, PatternStream.create(2).finish().snapshot().items());
    }
  }

  @Nested
  class Messages {
    private final RatingPatterns patterns = RatingPatterns.create(3);
    private final Codes grade = Codes.of(new byte[] {0, 1, 2});

    @Test
    void ragged() {
      var e = assertThrows(IllegalArgumentException.class, () -> patterns.addItems(grade, 2));
      assertEquals("grade must have a multiple of 2 rows (ratings), got 3", e.getMessage());
    }

    @Test
    void codeOutsideTheScheme() {
      Codes bad = Codes.of(new byte[] {0, 3, 0});
      var e = assertThrows(IllegalArgumentException.class, () -> patterns.addItems(bad, 3));
      assertEquals("grade in row 1 must be in [0, 3) (3 grades), got 3", e.getMessage());
      assertEquals(0, patterns.snapshot().items());
    }

    @Test
    void columnsOfDifferentLength() {
      Codes item = Codes.of(new byte[2]);
      var e = assertThrows(IllegalArgumentException.class, () -> patterns.addAll(item, grade));
      assertEquals("item must have 3 rows as grade has, got 2", e.getMessage());
      e = assertThrows(IllegalArgumentException.class, () -> patterns.addRuns(item, grade));
      assertEquals("item must have 3 rows as grade has, got 2", e.getMessage());
    }

    @Test
    void streamedGradeOutside() {
      var e = assertThrows(IllegalArgumentException.class, () -> PatternStream.create(3).add(0, 3));
      assertEquals("grade must be in [0, 3) (3 grades), got 3", e.getMessage());
    }
  }
}
