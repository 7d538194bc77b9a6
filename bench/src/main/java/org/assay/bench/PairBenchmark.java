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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does a pair of grades cost, from two columns to the confusion matrix and to
 * Cohen's kappa, beside the plain loop and beside reading the columns at all?
 *
 * <p>Scores are nanoseconds per row. Run: {@code java -jar bench/target/benchmarks.jar
 * PairBenchmark -rf json -rff pairs.json}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
@State(Scope.Thread)
@OperationsPerInvocation(PairBenchmark.ROWS)
public class PairBenchmark {
  static final int ROWS = 10_000_000;

  /** Number of grades. */
  @Param({"4", "8", "16", "256"})
  int grades;

  private Team team;
  private Codes reference;
  private Codes grade;

  /** Makes the columns. */
  @Setup
  public void setup() {
    team = Team.pairs(ROWS, grades);
    reference = team.references();
    grade = team.grades();
  }

  /**
   * The limit: both columns read.
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
    return Plain.pairs(team.reference, team.grade, grades);
  }

  /**
   * The library, counts only.
   *
   * @return counts
   */
  @Benchmark
  public ConfusionMatrix assay() {
    return ConfusionMatrix.create(grades).addAll(reference, grade);
  }

  /**
   * The library on columns it has not seen before, whose largest code it must find first.
   *
   * @return counts
   */
  @Benchmark
  public ConfusionMatrix assayFirstTime() {
    return ConfusionMatrix.create(grades).addAll(team.references(), team.grades());
  }

  /**
   * The library, to kappa with its standard error and interval.
   *
   * @return the estimate
   */
  @Benchmark
  public AgreementEstimate assayKappa() {
    return CohenKappa.of(ConfusionMatrix.create(grades).addAll(reference, grade));
  }
}
