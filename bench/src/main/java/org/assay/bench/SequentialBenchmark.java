package org.assay.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.assay.draw.BottomSample;
import org.assay.draw.Draws.Drawn;
import org.assay.plan.Evaluation;
import org.assay.plan.Evaluation.Decision;
import org.assay.plan.Evaluation.Verdict;
import org.assay.plan.OptimalPlans;
import org.assay.plan.Promise;
import org.assay.plan.SequentialDesigns;
import org.assay.plan.SequentialDesigns.Looks;
import org.assay.plan.SequentialPlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does it cost to make a sequential plan, to draw a sample, and to evaluate many
 * assessors?
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar SequentialBenchmark -rf json -rff
 * sequential.json}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
@State(Scope.Thread)
public class SequentialBenchmark {
  private static final int ASSESSORS = 10_000;
  private static final int VERDICTS = 100;
  private static final int FRAME = 10_000_000;
  private static final int SAMPLE = 100_000;

  private final Promise small = Promise.inLot(2000, 20, 100, 0.05, 0.05);
  private final Promise large = Promise.inLot(1_000_000, 10_000, 50_000, 0.05, 0.05);
  private SequentialPlan plan;
  private Verdict[][] verdicts;

  /** Makes verdicts at an error rate of 2 %. */
  @Setup
  public void setup() {
    plan = SequentialDesigns.truncated(small, Looks.EVERY_CHECK);
    var random = new SplittableRandom(20240601L);
    verdicts = new Verdict[ASSESSORS][VERDICTS];
    for (Verdict[] row : verdicts) {
      for (int i = 0; i < VERDICTS; i++) {
        row[i] = random.nextInt(50) == 0 ? Verdict.ERROR : Verdict.RIGHT;
      }
    }
  }

  /**
   * Calibrated plan, lot of 2,000.
   *
   * @return the plan
   */
  @Benchmark
  public SequentialPlan calibratedSmallLot() {
    return SequentialDesigns.calibrated(small, Looks.EVERY_CHECK);
  }

  /**
   * Calibrated plan, lot of a million.
   *
   * @return the plan
   */
  @Benchmark
  public SequentialPlan calibratedLargeLot() {
    return SequentialDesigns.calibrated(large, Looks.EVERY_CHECK);
  }

  /**
   * Optimal plan over four rates.
   *
   * @return the plan
   */
  @Benchmark
  public SequentialPlan optimal() {
    return OptimalPlans.least(small, OptimalPlans.Objective.meanOver(10, 20, 60, 100));
  }

  /**
   * 100 verdicts of each of 10,000 assessors.
   *
   * @return how many were accepted
   */
  @Benchmark
  public int evaluations() {
    int accepted = 0;
    for (Verdict[] row : verdicts) {
      Evaluation state = Evaluation.START.addAll(plan, List.of(row));
      accepted += state.decision() == Decision.ACCEPT ? 1 : 0;
    }
    return accepted;
  }

  /**
   * 100,000 of 10 million ids, one pass, memory of the sample.
   *
   * @return the sample
   */
  @Benchmark
  public List<Drawn> draw() {
    var sample = BottomSample.create("31415926535897932384", SAMPLE);
    for (int i = 0; i < FRAME; i++) {
      sample.add("item-" + i);
    }
    return sample.snapshot();
  }
}
