package org.assay.bench;

import java.util.concurrent.TimeUnit;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.CohenKappa;
import org.assay.count.ConfusionMatrix;
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
 * Question: what do other ways to count pairs and get Cohen's kappa cost a row, on a tenth of the
 * rows?
 *
 * <p>DKPro's study of objects is made before the clock starts. DuckDB has the columns in its own
 * table in memory and one thread. Run: {@code java -jar bench/target/benchmarks.jar PeerBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
@State(Scope.Thread)
@OperationsPerInvocation(PeerBenchmark.ROWS)
public class PeerBenchmark {
  static final int ROWS = 1_000_000;
  static final int GRADES = 4;

  private Team team;
  private Codes reference;
  private Codes grade;

  /** Makes the columns. */
  @Setup
  public void setup() {
    team = Team.pairs(ROWS, GRADES);
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
      db = new DuckDb(Team.pairs(ROWS, GRADES), 1);
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

  /** DKPro's study. */
  @State(Scope.Thread)
  public static class Study {
    private org.dkpro.statistics.agreement.coding.CodingAnnotationStudy study;

    /** Makes the study. */
    @Setup
    public void setup() {
      Team team = Team.pairs(ROWS, GRADES);
      study = Dkpro.pairs(team.reference, team.grade);
    }
  }

  /**
   * The library.
   *
   * @return kappa with its standard error and interval
   */
  @Benchmark
  public AgreementEstimate assay() {
    return CohenKappa.of(ConfusionMatrix.create(GRADES).addAll(reference, grade));
  }

  /**
   * The plain loop.
   *
   * @return kappa
   */
  @Benchmark
  public double plainLoop() {
    return Plain.cohenKappa(Plain.pairs(team.reference, team.grade, GRADES), GRADES);
  }

  /**
   * Collectors of the standard library.
   *
   * @return counts
   */
  @Benchmark
  public Object collectors() {
    return Plain.collect(team.reference, team.grade, GRADES);
  }

  /**
   * The frequency table of commons-math3.
   *
   * @return counts
   */
  @Benchmark
  public Object commonsMathFrequency() {
    return Plain.frequency(team.reference, team.grade, GRADES);
  }

  /**
   * DuckDB.
   *
   * @param sql its table
   * @return kappa
   * @throws Exception if DuckDB cannot
   */
  @Benchmark
  public double duckDb(Sql sql) throws Exception {
    return Plain.cohenKappa(sql.db.pairs(GRADES), GRADES);
  }

  /**
   * DKPro Statistics.
   *
   * @param study its study
   * @return kappa
   */
  @Benchmark
  public double dkpro(Study study) {
    return Dkpro.cohenKappa(study.study);
  }
}
