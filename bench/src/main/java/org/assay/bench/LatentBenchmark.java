package org.assay.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.assay.data.Codes;
import org.assay.latent.ItemGradings;
import org.assay.latent.LatentFit;
import org.assay.latent.LatentReference;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does a latent reference of a million gradings cost, a grading and iteration, and
 * until it has converged?
 *
 * <p>500 assessors of accuracy .75 to .97, four gradings per item, one thread. A grading and
 * iteration is timed over 20 plain iterations, the building of the start included. Run: {@code java
 * -jar bench/target/benchmarks.jar LatentBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class LatentBenchmark {
  static final int GRADINGS = 1_000_000;
  static final int ASSESSORS = 500;
  static final int ITERATIONS = 20;
  private static final int EACH = 4;

  @Param({"2", "4", "6"})
  int grades;

  private ItemGradings data;

  /** Draws the gradings. */
  @Setup
  public void setup() {
    data = drawn(GRADINGS, grades);
  }

  /**
   * Gradings of a team.
   *
   * @param gradings how many
   * @param grades number of grades
   * @return by item
   */
  static ItemGradings drawn(int gradings, int grades) {
    var random = new SplittableRandom(20_261_128);
    int items = gradings / EACH;
    double[] accuracy = random.doubles(ASSESSORS, 0.75, 0.97).toArray();
    int[] item = new int[gradings];
    int[] assessor = new int[gradings];
    int[] grade = new int[gradings];
    for (int r = 0; r < gradings; r++) {
      item[r] = r % items;
      assessor[r] = random.nextInt(ASSESSORS);
      int right = item[r] % grades;
      boolean wrong = random.nextDouble() >= accuracy[assessor[r]];
      grade[r] = wrong ? (right + 1 + random.nextInt(grades - 1)) % grades : right;
    }
    return ItemGradings.of(
        Codes.of(item), Codes.of(assessor), Codes.of(grade), items, ASSESSORS, grades);
  }

  /**
   * Plain iterations.
   *
   * @return the fit
   */
  @Benchmark
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  @OperationsPerInvocation(GRADINGS * ITERATIONS)
  public LatentFit iteration() {
    return LatentReference.of(data)
        .accelerated(false)
        .tolerance(0)
        .maximumIterations(ITERATIONS)
        .fit();
  }

  /**
   * Until it has converged, in larger steps.
   *
   * @return the fit
   */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public LatentFit converged() {
    return LatentReference.of(data).fit();
  }
}
