package org.assay.bench;

import java.util.concurrent.TimeUnit;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.FleissKappa;
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
 * Question: what does a rating cost on its way into the patterns of items, from which every
 * coefficient of exchangeable raters is computed, when items stand in order?
 *
 * <p>2 million items of 5 ratings, 4 grades. Run: {@code java -jar bench/target/benchmarks.jar
 * PatternBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
@State(Scope.Thread)
@OperationsPerInvocation(PatternBenchmark.RATINGS * PatternBenchmark.ITEMS)
public class PatternBenchmark {
  static final int ITEMS = 2_000_000;
  static final int RATINGS = 5;
  static final int GRADES = 4;

  private byte[] codes;
  private Codes grade;
  private Codes item;

  /** Makes the columns. */
  @Setup
  public void setup() {
    codes = Team.pairs(ITEMS * RATINGS, GRADES).grade;
    grade = Codes.of(codes);
    item = Codes.of(Team.itemsInOrder(ITEMS * RATINGS, RATINGS));
  }

  /**
   * Fleiss' kappa by the plain loop.
   *
   * @return kappa
   */
  @Benchmark
  public double plainLoop() {
    return Plain.fleissKappa(codes, RATINGS, GRADES);
  }

  /**
   * The library, items of 5 ratings each.
   *
   * @return patterns
   */
  @Benchmark
  public RatingPatterns assayItems() {
    return RatingPatterns.create(GRADES).addItems(grade, RATINGS);
  }

  /**
   * The library, to Fleiss' kappa with its standard error and interval.
   *
   * @return the estimate
   */
  @Benchmark
  public AgreementEstimate assayFleiss() {
    return FleissKappa.of(RatingPatterns.create(GRADES).addItems(grade, RATINGS));
  }

  /**
   * The library, items told by a column.
   *
   * @return patterns
   */
  @Benchmark
  public RatingPatterns assayRuns() {
    return RatingPatterns.create(GRADES).addRuns(item, grade);
  }
}
