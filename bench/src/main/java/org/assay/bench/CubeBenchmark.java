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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what do the confusion matrices of 500 assessors cost a row, in one pass?
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar CubeBenchmark -rf json -rff cube.json}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
@State(Scope.Thread)
@OperationsPerInvocation(CubeBenchmark.ROWS)
public class CubeBenchmark {
  static final int ROWS = 10_000_000;
  static final int ASSESSORS = 500;
  static final int GRADES = 4;

  private Team team;
  private Codes assessor;
  private Codes reference;
  private Codes grade;

  /** Makes the columns. */
  @Setup
  public void setup() {
    team = new Team(ROWS, ASSESSORS, 1, 1, GRADES);
    assessor = team.assessors();
    reference = team.references();
    grade = team.grades();
  }

  /** DuckDB's table. */
  @State(Scope.Thread)
  public static class Sql {
    private DuckDb db;

    /**
     * Fills the table.
     *
     * @throws Exception if DuckDB cannot
     */
    @Setup
    public void setup() throws Exception {
      db = new DuckDb(new Team(ROWS, ASSESSORS, 1, 1, GRADES), 1);
    }

    /**
     * Drops the table.
     *
     * @throws Exception if DuckDB cannot
     */
    @TearDown
    public void close() throws Exception {
      db.close();
    }
  }

  /**
   * The limit: reference and grade read.
   *
   * @return a sum, so that reading is not optimised away
   */
  @Benchmark
  public long stream() {
    return Plain.stream(team.reference, team.grade);
  }

  /**
   * The plain loop.
   *
   * @return counts
   */
  @Benchmark
  public long[] plainLoop() {
    return Plain.cube(team.assessor, team.reference, team.grade, ASSESSORS, GRADES);
  }

  /**
   * The library.
   *
   * @return the cube
   */
  @Benchmark
  public ConfusionCube assay() {
    return ConfusionCube.create(ASSESSORS, 1, 1, GRADES)
        .addAll(assessor, null, null, reference, grade);
  }

  /**
   * DuckDB on one thread.
   *
   * @param sql its table
   * @return counts
   * @throws Exception if DuckDB cannot
   */
  @Benchmark
  public long[] duckDb(Sql sql) throws Exception {
    return sql.db.cube(ASSESSORS, GRADES);
  }
}
