package org.assay.bench;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.ProportionInterval;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.plan.DoubleSampling;
import org.assay.plan.ErrorModel;
import org.assay.plan.FurtherChecks;
import org.assay.plan.LevelJudge;
import org.assay.plan.Promise;
import org.assay.plan.SingleSampling;
import org.assay.plan.StagedPlan;
import org.assay.result.Interval;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: can a report afford exact bounds and plans, for lots up to a billion and answers up to
 * a hundred thousand checks?
 *
 * <p>Scores are microseconds. Run: {@code java -jar bench/target/benchmarks.jar PlanBenchmark -rf
 * json -rff plans.json}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
@State(Scope.Thread)
public class PlanBenchmark {
  // Fields that are not final, so that nothing is computed when the benchmark is compiled.
  private long lot = 10_000_000;
  private long hugeLot = 1_000_000_000;
  private double risk = 0.05;
  private FurtherChecks question = FurtherChecks.of(0.05, new LevelJudge(risk, risk, 1));

  /**
   * Smallest single plan, lot of 10 million, 1 % against 5 %: (181, 4).
   *
   * @return the plan
   */
  @Benchmark
  public Optional<StagedPlan> singleUsual() {
    return SingleSampling.smallest(Promise.inLot(lot, lot / 100, lot / 20, risk, risk));
  }

  /**
   * Smallest single plan, lot of 10 million, 0.10 % against 0.12 %: (288,648, 316).
   *
   * @return the plan
   */
  @Benchmark
  public Optional<StagedPlan> singleHard() {
    return SingleSampling.smallest(Promise.inLot(lot, lot / 1000, lot / 1000 * 6 / 5, risk, risk));
  }

  /**
   * Double plan with the least average, lot of 2,000, 1 % against 5 %: 96 and 109.
   *
   * @return the plan
   */
  @Benchmark
  public StagedPlan doubleLeastAverage() {
    return DoubleSampling.leastAverage(
        ErrorModel.inLot(2_000), Promise.inLot(2_000, 20, 100, risk, risk));
  }

  /**
   * Clopper-Pearson, 21 errors of 600.
   *
   * @return the limits
   */
  @Benchmark
  public Interval clopperPearson() {
    return ProportionInterval.CLOPPER_PEARSON.of(21, 600, 1 - risk);
  }

  /**
   * Exact limits in a lot of a billion, 3 errors of 2,000.
   *
   * @return the limits
   */
  @Benchmark
  public FiniteLotBound billion() {
    return FiniteLotBound.of(3, 2_000, hugeLot, 1 - risk, Sides.TWO);
  }

  /**
   * Further checks for a verdict, 3 errors of 100, at most 5 %.
   *
   * @return the number
   */
  @Benchmark
  public OptionalLong furtherChecksFew() {
    return question.needed(3.0, 100);
  }

  /**
   * Further checks for a verdict, 485 errors of 10,000 at most 5 %: 115,384.
   *
   * @return the number
   */
  @Benchmark
  public OptionalLong furtherChecksMany() {
    return question.needed(485.0, 10_000);
  }

  /**
   * The same in a lot of a million.
   *
   * @return the number
   */
  @Benchmark
  public OptionalLong furtherChecksManyInLot() {
    return question.needed(485L, 10_000L, 1_000_000L);
  }
}
