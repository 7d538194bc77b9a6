package org.assay.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.BrennanPrediger;
import org.assay.agreement.CongerKappa;
import org.assay.agreement.FleissKappa;
import org.assay.agreement.GwetAc;
import org.assay.agreement.Inference;
import org.assay.agreement.KrippendorffAlpha;
import org.assay.agreement.LightKappa;
import org.assay.agreement.PatternCoefficient;
import org.assay.agreement.PercentAgreement;
import org.assay.agreement.RaterCoefficient;
import org.assay.agreement.Weights;
import org.assay.count.RatingPatterns;
import org.assay.count.RatingRows;
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
 * Question: what do bootstrap standard errors cost, 2,000 replicates, once 10 million items of 5
 * ratings are patterns: those of the five coefficients of exchangeable raters, and of all seven
 * with those that ask who gave a rating?
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
  private RatingRows rows;
  private List<PatternCoefficient> coefficients;
  private List<RaterCoefficient> ofRaters;
  private Inference bootstrap;

  /** Makes the patterns. */
  @Setup
  public void setup() {
    byte[] grade = Team.pairs(ITEMS * RATINGS, GRADES).grade;
    patterns = RatingPatterns.create(GRADES).addItems(Codes.of(grade), RATINGS);
    rows = RatingRows.create(RATINGS, GRADES);
    int[] row = new int[RATINGS];
    for (int item = 0; item < ITEMS; item++) {
      for (int rater = 0; rater < RATINGS; rater++) {
        row[rater] = grade[item * RATINGS + rater];
      }
      rows.add(row);
    }
    Weights weights = Weights.identity(GRADES);
    coefficients =
        List.of(
            PercentAgreement.with(weights),
            FleissKappa.with(weights),
            GwetAc.with(weights),
            BrennanPrediger.with(weights),
            KrippendorffAlpha.with(weights));
    ofRaters = List.of(CongerKappa.with(weights), LightKappa.with(weights));
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

  /**
   * All seven: five from the patterns, Conger's and Light's kappa from the rows of raters.
   *
   * @return the estimates
   */
  @Benchmark
  public List<List<AgreementEstimate>> assayAllSeven() {
    return List.of(
        PatternCoefficient.estimateAll(coefficients, patterns, bootstrap),
        RaterCoefficient.estimateAll(ofRaters, rows, bootstrap));
  }
}
