package org.assay.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * A second of timing in every build: the ratio of the pair kernel to the plain loop and to reading
 * the columns, all in the same run. A slow ratio is printed as a warning and fails nothing, because
 * a busy machine gives one too; that the kernel counts right is {@link ComparedAgreeTest}'s.
 */
class SmokeBenchmarkTest {
  private static final int ROWS = 2_000_000;
  private static final int GRADES = 4;
  private static final int TIMES = 150;

  /** The targets are 5 and 1/4; half as much again is a reason to look. */
  private static final double SLOW_BESIDE_STREAM = 7.5;

  private static final double SLOW_BESIDE_LOOP = 0.375;

  @Test
  void pairKernelBesideStreamAndLoop() {
    double[] best = QuickTable.pairs(GRADES, ROWS).best(TIMES);
    double toStream = best[2] / best[0];
    double toLoop = best[2] / best[1];
    boolean slow = toStream > SLOW_BESIDE_STREAM || toLoop > SLOW_BESIDE_LOOP;
    System.out.printf(
        Locale.ROOT,
        "%spair kernel %.2f ns per row: %.1f x the stream of its columns, %.2f x the plain loop%n",
        slow ? "WARNING, slower than expected: " : "",
        best[2],
        toStream,
        toLoop);
    assertTrue(best[2] > 0, "the clock stood still");
  }
}
