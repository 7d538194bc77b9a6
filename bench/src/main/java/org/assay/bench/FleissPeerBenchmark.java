package org.assay.bench;

import java.util.concurrent.TimeUnit;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.FleissKappa;
import org.assay.agreement.KrippendorffAlpha;
import org.assay.count.RatingPatterns;
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
 * Question: what do Fleiss' kappa and Krippendorff's alpha of 500,000 items with 5 ratings cost in
 * DKPro and here? Scores are nanoseconds per rating; DKPro's study is made before the clock starts.
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar FleissPeerBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
@State(Scope.Thread)
@OperationsPerInvocation(FleissPeerBenchmark.RATINGS * FleissPeerBenchmark.ITEMS)
public class FleissPeerBenchmark {
  static final int ITEMS = 500_000;
  static final int RATINGS = 5;
  static final int GRADES = 4;

  private byte[] codes;
  private Codes grade;

  /** Makes the columns. */
  @Setup
  public void setup() {
    codes = Team.pairs(ITEMS * RATINGS, GRADES).grade;
    grade = Codes.of(codes);
  }

  /** DKPro's study. */
  @State(Scope.Thread)
  public static class Study {
    private org.dkpro.statistics.agreement.coding.CodingAnnotationStudy study;

    /** Makes the study. */
    @Setup
    public void setup() {
      study = Dkpro.items(Team.pairs(ITEMS * RATINGS, GRADES).grade, RATINGS);
    }
  }

  /**
   * The library.
   *
   * @return kappa with its standard error and interval
   */
  @Benchmark
  public AgreementEstimate assay() {
    return FleissKappa.of(RatingPatterns.create(GRADES).addItems(grade, RATINGS));
  }

  /**
   * The plain loop.
   *
   * @return kappa
   */
  @Benchmark
  public double plainLoop() {
    return Plain.fleissKappa(codes, RATINGS, GRADES);
  }

  /**
   * DKPro Statistics.
   *
   * @param study its study
   * @return kappa
   */
  @Benchmark
  public double dkpro(Study study) {
    return Dkpro.fleissKappa(study.study);
  }

  /**
   * The library.
   *
   * @return nominal alpha with its standard error and interval
   */
  @Benchmark
  public AgreementEstimate assayAlpha() {
    return KrippendorffAlpha.of(RatingPatterns.create(GRADES).addItems(grade, RATINGS));
  }

  /**
   * DKPro Statistics.
   *
   * @param study its study
   * @return nominal alpha
   */
  @Benchmark
  public double dkproAlpha(Study study) {
    return Dkpro.krippendorffAlpha(study.study);
  }
}
