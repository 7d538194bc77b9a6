package org.assay.bench;

import java.util.concurrent.TimeUnit;
import org.assay.count.ConfusionCube;
import org.assay.data.Codes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does a row cost when the cube is far larger than a cache: 10,000 assessors, 52
 * weeks, 4 strata, 4 grades, 33 million cells?
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar LargeCubeBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
@State(Scope.Thread)
@OperationsPerInvocation(LargeCubeBenchmark.ROWS)
public class LargeCubeBenchmark {
  static final int ROWS = 10_000_000;
  static final int ASSESSORS = 10_000;
  static final int PERIODS = 52;
  static final int STRATA = 4;
  static final int GRADES = 4;

  private Team team;
  private Codes assessor;
  private Codes period;
  private Codes stratum;
  private Codes reference;
  private Codes grade;

  /** Makes the columns. */
  @Setup
  public void setup() {
    team = new Team(ROWS, ASSESSORS, PERIODS, STRATA, GRADES);
    assessor = team.assessors();
    period = team.periods();
    stratum = team.strata();
    reference = team.references();
    grade = team.grades();
  }

  /**
   * The plain loop over one table of all cells.
   *
   * @return counts
   */
  @Benchmark
  public long[] plainLoop() {
    return Plain.cube(team, ASSESSORS, PERIODS, STRATA, GRADES);
  }

  /**
   * The library.
   *
   * @return the cube
   */
  @Benchmark
  public ConfusionCube assay() {
    return ConfusionCube.create(ASSESSORS, PERIODS, STRATA, GRADES)
        .addAll(assessor, period, stratum, reference, grade);
  }
}
