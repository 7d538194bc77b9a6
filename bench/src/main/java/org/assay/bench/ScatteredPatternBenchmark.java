package org.assay.bench;

import java.util.concurrent.TimeUnit;
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
 * Question: what does a rating cost when the ratings of an item are anywhere in the table?
 *
 * <p>50 million ratings of 10 million items, shuffled, 4 grades. Needs 1 GiB of heap. Run: {@code
 * java -jar bench/target/benchmarks.jar ScatteredPatternBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
@State(Scope.Thread)
@OperationsPerInvocation(ScatteredPatternBenchmark.ROWS)
public class ScatteredPatternBenchmark {
  static final int ROWS = 50_000_000;
  static final int RATINGS = 5;
  static final int GRADES = 4;

  private Codes grade;
  private Codes item;

  /** Makes the columns. */
  @Setup
  public void setup() {
    grade = Codes.of(Team.pairs(ROWS, GRADES).grade);
    item = Codes.of(Team.itemsShuffled(ROWS, RATINGS));
  }

  /**
   * The library.
   *
   * @return patterns
   */
  @Benchmark
  public RatingPatterns assay() {
    return RatingPatterns.create(GRADES).addAll(item, grade);
  }
}
