package org.assay.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.assay.data.Codes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairKernelTest {
  /** What every kernel must give: one pair at a time. */
  private static long[][] reference(Codes first, Codes second, int from, int to, int grades) {
    long[][] counts = new long[grades][grades];
    for (int row = from; row < to; row++) {
      counts[first.get(row)][second.get(row)]++;
    }
    return counts;
  }

  private static Codes random(SplittableRandom rng, int rows, int grades, int width) {
    int common = rng.nextInt(grades);
    int[] codes = new int[rows];
    for (int row = 0; row < rows; row++) {
      codes[row] = rng.nextInt(10) < 6 ? common : rng.nextInt(grades);
    }
    return TestColumns.ofWidth(codes, width);
  }

  /** Lengths around the limits of blocks, words and tables; grades around those of the kernels. */
  @ParameterizedTest(name = "{0} grades, {1} rows")
  @CsvSource({
    "1, 5000",
    "2, 4095",
    "2, 8192",
    "3, 4096",
    "3, 20001",
    "4, 0",
    "4, 7",
    "4, 4096",
    "4, 50003",
    "5, 12345",
    "7, 4097",
    "8, 20000",
    "9, 1000",
    "9, 131072",
    "12, 140001",
    "16, 200007",
    "17, 131071",
    "17, 131075",
    "200, 140000",
    "256, 150001"
  })
  void byteColumns(int grades, int rows) {
    var rng = new SplittableRandom(grades * 1_000_003L + rows);
    Codes first = random(rng, rows, grades, 1);
    Codes second = random(rng, rows, grades, 1);
    assertArrayEquals(
        reference(first, second, 0, rows, grades),
        ConfusionMatrix.create(grades).addAll(first, second).toArray());
  }

  @ParameterizedTest(name = "widths {0} and {1}, {2} grades")
  @CsvSource({"1, 2, 4", "2, 1, 200", "2, 2, 300", "4, 4, 3", "4, 2, 700"})
  void widerColumns(int firstWidth, int secondWidth, int grades) {
    var rng = new SplittableRandom(firstWidth * 100L + secondWidth);
    Codes first = random(rng, 5000, Math.min(grades, firstWidth == 1 ? 256 : grades), firstWidth);
    Codes second =
        random(rng, 5000, Math.min(grades, secondWidth == 1 ? 256 : grades), secondWidth);
    assertArrayEquals(
        reference(first, second, 0, 5000, grades),
        ConfusionMatrix.create(grades).addAll(first, second).toArray());
  }

  @ParameterizedTest(name = "{0} grades, rows {1} to {2}")
  @CsvSource({"4, 3, 30003", "8, 1, 4097", "16, 5, 200000", "100, 70000, 200011", "4, 9, 9"})
  void ranges(int grades, int from, int to) {
    var rng = new SplittableRandom(from);
    Codes first = random(rng, to + 3, grades, 1);
    Codes second = random(rng, to + 3, grades, 1);
    ConfusionMatrix before = ConfusionMatrix.create(grades);
    before.add(0, grades - 1, 5);
    long[][] expected = reference(first, second, from, to, grades);
    expected[0][grades - 1] += 5;
    assertArrayEquals(expected, before.addAll(first, second, from, to).toArray());
  }

  @Nested
  class Messages {
    private final ConfusionMatrix matrix = ConfusionMatrix.create(3);
    private final Codes good = Codes.of(new byte[] {0, 1, 2});

    private String refused(Codes reference, Codes grade, int from, int to) {
      return assertThrows(
              IllegalArgumentException.class, () -> matrix.addAll(reference, grade, from, to))
          .getMessage();
    }

    @Test
    void codeOutsideTheScheme() {
      assertEquals(
          "grade in row 1 must be in [0, 3) (3 grades), got 255",
          refused(good, Codes.of(new byte[] {0, -1, 2}), 0, 3));
      assertEquals(0, matrix.total());
    }

    @Test
    void lengthsDiffer() {
      assertEquals(
          "reference must have 3 rows as grade has, got 1",
          refused(Codes.of(new byte[1]), good, 0, 3));
    }

    @Test
    void rowsOutsideTheColumns() {
      assertEquals("to must be in [0, 3], got 4", refused(good, good, 0, 4));
      assertEquals("from must be in [0, 2], got 3", refused(good, good, 3, 2));
    }

    @Test
    void negativeCode() {
      assertEquals(
          "codes must be >= 0, got -7 in row 2",
          refused(good, Codes.of(new int[] {0, 1, -7}), 0, 3));
    }
  }
}
