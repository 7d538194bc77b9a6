package org.assay.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Supplier;
import org.assay.count.ConfusionMatrix;
import org.assay.data.Codes;
import org.junit.jupiter.api.Test;

/**
 * A second of timing in every build: the ratio of the pair kernel to the plain loop and to reading
 * the columns, all in the same run. A slow ratio is printed as a warning and fails nothing, because
 * a busy machine gives one too; what fails is a kernel that miscounts.
 */
class SmokeBenchmarkTest {
  private static final int ROWS = 2_000_000;
  private static final int GRADES = 4;
  private static final int TIMES = 150;

  /** The targets are 5 and 1/4; half as much again is a reason to look. */
  private static final double SLOW_BESIDE_STREAM = 7.5;

  private static final double SLOW_BESIDE_LOOP = 0.375;

  private long used; // keeps what is timed from being optimised away

  @Test
  void pairKernelBesideStreamAndLoop() {
    Team team = Team.pairs(ROWS, GRADES);
    Codes reference = team.references();
    Codes grade = team.grades();
    double stream = best(() -> Plain.stream(team.reference, team.grade));
    double loop = best(() -> Plain.pairs(team.reference, team.grade, GRADES)[0]);
    double kernel = best(() -> ConfusionMatrix.create(GRADES).addAll(reference, grade).count(0, 0));
    String line =
        String.format(
            "pair kernel %.2f ns a row: %.1f x the stream of its columns, %.2f x the plain loop",
            kernel / ROWS, kernel / stream, kernel / loop);
    boolean slow = kernel > SLOW_BESIDE_STREAM * stream || kernel > SLOW_BESIDE_LOOP * loop;
    System.out.println((slow ? "WARNING, slower than expected: " : "") + line);
    assertTrue(
        Arrays.equals(
            Plain.pairs(team.reference, team.grade, GRADES),
            Arrays.stream(ConfusionMatrix.create(GRADES).addAll(reference, grade).toArray())
                .flatMapToLong(Arrays::stream)
                .toArray()));
    assertTrue(used != 0);
  }

  /** Nanoseconds of the fastest call: the one that was disturbed least. */
  private double best(Supplier<Long> work) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      used += work.get();
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }
}
