package org.assay.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.assay.drift.DriftChecks;
import org.assay.drift.DriftOptions;
import org.assay.drift.TeamDrift;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does it cost to look for drift in a team, counts being there: 10 checks and 4
 * strata a week and person, two years, all errors together?
 *
 * <p>In a steady team nobody is likelier than not to have changed and nothing is simulated: this is
 * the detector. Where some changed, 20 teams are simulated, too. All processors. Run: {@code java
 * -jar bench/target/benchmarks.jar DriftBenchmark}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 4)
@Fork(1)
@State(Scope.Thread)
public class DriftBenchmark {
  private static final int WEEKS = 104;
  private static final int STRATA = 4;
  private static final int CHECKS = 10; // of a person, week and stratum

  @Param({"12", "300", "10000"})
  int people;

  private DriftChecks steady;
  private DriftChecks changing;

  /** Draws the errors. */
  @Setup
  public void setup() {
    steady = team(0);
    changing = team(people / 10);
  }

  private DriftChecks team(int changed) {
    var random = new SplittableRandom(4);
    var b = DriftChecks.builder(people, WEEKS, STRATA, 0);
    for (int a = 0; a < people; a++) {
      for (int t = 0; t < WEEKS; t++) {
        double rate = a < changed && t > 60 ? .12 : .04;
        for (int s = 0; s < STRATA; s++) {
          int errors = 0;
          for (int i = 0; i < CHECKS; i++) {
            errors += random.nextDouble() < rate ? 1 : 0;
          }
          b.add(a, t, s, errors, CHECKS);
        }
      }
    }
    return b.build();
  }

  private static DriftOptions options() {
    return new DriftOptions(List.of(1.5, 2.0, 3.0, 1 / 2.0), 12, .05, 2, 20, 1);
  }

  /**
   * The detector.
   *
   * @return everybody's conclusion
   */
  @Benchmark
  public TeamDrift steady() {
    return TeamDrift.of(steady, options());
  }

  /**
   * The detector, 20 simulated teams and the weeks of whoever changed.
   *
   * @return everybody's conclusion
   */
  @Benchmark
  public TeamDrift changing() {
    return TeamDrift.of(changing, options());
  }
}
