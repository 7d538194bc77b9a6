package org.assay.bench;

import java.util.concurrent.TimeUnit;
import org.assay.count.ConfusionCube;
import org.assay.count.ConfusionMatrix;
import org.assay.count.ParallelCount;
import org.assay.count.RatingPatterns;
import org.assay.data.Codes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: does the cost grow with the rows only, and do two threads halve it?
 *
 * <p>Scores are microseconds a call. Run: {@code java -jar bench/target/benchmarks.jar
 * ScalingBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
@State(Scope.Thread)
public class ScalingBenchmark {
  static final int ASSESSORS = 500;
  static final int GRADES = 4;
  static final int RATINGS = 5;

  /** Number of rows. */
  @Param({"10000", "100000", "1000000", "10000000", "100000000"})
  int rows;

  /** Number of threads. */
  @Param({"1", "2"})
  int threads;

  private Codes assessor;
  private Codes reference;
  private Codes grade;

  /** Makes the columns. */
  @Setup
  public void setup() {
    Team team = new Team(rows, ASSESSORS, 1, 1, GRADES);
    assessor = team.assessors();
    reference = team.references();
    grade = team.grades();
  }

  /**
   * Pairs.
   *
   * @return counts
   */
  @Benchmark
  public ConfusionMatrix pairs() {
    return ParallelCount.over(
        rows,
        threads,
        () -> ConfusionMatrix.create(GRADES),
        (matrix, from, to) -> matrix.addAll(reference, grade, from, to),
        ConfusionMatrix::merge);
  }

  /**
   * The cube of 500 assessors.
   *
   * @return counts
   */
  @Benchmark
  public ConfusionCube cube() {
    return ParallelCount.over(
        rows,
        threads,
        () -> ConfusionCube.create(ASSESSORS, 1, 1, GRADES),
        (cube, from, to) -> cube.addAll(assessor, null, null, reference, grade, from, to),
        ConfusionCube::merge);
  }

  /**
   * Patterns of items of 5 ratings.
   *
   * @return patterns
   */
  @Benchmark
  public RatingPatterns patterns() {
    return ParallelCount.over(
        rows / RATINGS,
        threads,
        () -> RatingPatterns.create(GRADES),
        (patterns, from, to) -> patterns.addItems(grade, RATINGS, from, to),
        RatingPatterns::merge);
  }
}
