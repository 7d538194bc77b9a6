package org.assay.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.BrennanPrediger;
import org.assay.agreement.FleissKappa;
import org.assay.agreement.GwetAc;
import org.assay.agreement.Inference;
import org.assay.agreement.KrippendorffAlpha;
import org.assay.agreement.PatternCoefficient;
import org.assay.agreement.PercentAgreement;
import org.assay.agreement.Weights;
import org.assay.count.RatingPatterns;
import org.assay.data.Codes;
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
 * Question: what do bootstrap standard errors of all coefficients of exchangeable raters cost,
 * 2,000 replicates, once 10 million items of 5 ratings are patterns?
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar BootstrapBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
@State(Scope.Thread)
public class BootstrapBenchmark {
  static final int ITEMS = 10_000_000;
  static final int RATINGS = 5;
  static final int GRADES = 4;

  private RatingPatterns patterns;
  private List<PatternCoefficient> coefficients;
  private Inference bootstrap;

  /** Makes the patterns. */
  @Setup
  public void setup() {
    Codes grade = Codes.of(Team.pairs(ITEMS * RATINGS, GRADES).grade);
    patterns = RatingPatterns.create(GRADES).addItems(grade, RATINGS);
    Weights weights = Weights.identity(GRADES);
    coefficients =
        List.of(
            PercentAgreement.with(weights),
            FleissKappa.with(weights),
            GwetAc.with(weights),
            BrennanPrediger.with(weights),
            KrippendorffAlpha.with(weights));
    bootstrap =
        Inference.standard()
            .withStandardError(Inference.StandardError.BOOTSTRAP)
            .withBootstrap(2_000, 1);
  }

  /**
   * Five coefficients of the same 2,000 samples.
   *
   * @return the estimates
   */
  @Benchmark
  public List<AgreementEstimate> assay() {
    return PatternCoefficient.estimateAll(coefficients, patterns, bootstrap);
  }
}
