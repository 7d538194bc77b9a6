package org.assay.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.assay.data.Codes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelCountTest {
  private final Codes reference = column(1);
  private final Codes grade = column(2);

  private static Codes column(long seed) {
    byte[] codes = new byte[30_011];
    var rng = new SplittableRandom(seed);
    for (int row = 0; row < codes.length; row++) {
      codes[row] = (byte) rng.nextInt(4);
    }
    return Codes.of(codes);
  }

  private ConfusionMatrix count(int rows, int threads) {
    return ParallelCount.over(
        rows,
        threads,
        () -> ConfusionMatrix.create(4),
        (matrix, from, to) -> matrix.addAll(reference, grade, from, to),
        ConfusionMatrix::merge);
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 3, 8})
  void anyNumberOfThreadsCountsTheSame(int threads) {
    assertEquals(ConfusionMatrix.create(4).addAll(reference, grade), count(grade.size(), threads));
    assertEquals(ConfusionMatrix.create(4).addAll(reference, grade, 0, 2), count(2, threads));
    assertEquals(ConfusionMatrix.create(4), count(0, threads));
  }

  @Test
  void whatAThreadRefusesIsThrown() {
    var e = assertThrows(IllegalArgumentException.class, () -> count(grade.size() + 9, 2));
    assertEquals("to must be in [0, 30011], got 30020", e.getMessage());
  }

  @Test
  void anInterruptIsKept() {
    Thread.currentThread().interrupt();
    assertEquals(30_011, count(grade.size(), 2).total());
    assertEquals(true, Thread.interrupted());
  }
}
