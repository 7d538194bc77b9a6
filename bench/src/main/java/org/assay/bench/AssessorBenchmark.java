package org.assay.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assay.count.ConfusionCube;
import org.assay.data.GradingScheme;
import org.assay.estimate.AssessorMatrices;
import org.assay.estimate.AssessorMatrix;
import org.assay.estimate.AssessorMatrix.Claims;
import org.assay.estimate.ReferenceMatrix.ReferenceKind;
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
 * Question: what do the confusion matrices of 10,000 assessors cost, from a cube of a year of
 * weeks, and with the figures of everybody's statement?
 *
 * <p>156 checks each, 1 in 10 of them a mix-up with a neighbouring grade. A statement has four
 * rates with limits, kappa, and the five most frequent mix-ups with limits both ways and drawn
 * towards the team's. All threads of the machine. Run: {@code java -jar bench/target/benchmarks.jar
 * AssessorBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Thread)
public class AssessorBenchmark {
  static final int ASSESSORS = 10_000;
  private static final int WEEKS = 52;
  private static final int PER_WEEK = 3;
  private static final int MIX_UPS = 5;

  @Param({"5", "200"})
  int grades;

  private ConfusionCube cube;
  private GradingScheme scheme;

  /** Draws the checks. */
  @Setup
  public void setup() {
    cube = drawn(ASSESSORS, grades);
    scheme =
        GradingScheme.ordered(
            IntStream.range(0, grades).mapToObj(g -> "g" + g).toArray(String[]::new));
  }

  /**
   * Checks of a team.
   *
   * @param assessors how many
   * @param grades number of grades
   * @return by assessor and week
   */
  static ConfusionCube drawn(int assessors, int grades) {
    var random = new SplittableRandom(20_261_128);
    ConfusionCube cube = ConfusionCube.create(assessors, WEEKS, 1, grades);
    for (int a = 0; a < assessors; a++) {
      for (int i = 0; i < WEEKS * PER_WEEK; i++) {
        int reference = random.nextInt(grades);
        int grade =
            random.nextInt(10) > 0
                ? reference
                : Math.floorMod(reference + (random.nextBoolean() ? 1 : -1), grades);
        cube.add(a, i % WEEKS, 0, reference, grade);
      }
    }
    return cube;
  }

  /**
   * Matrices with counts, margins and what draws them towards the team's.
   *
   * @return the matrices
   */
  @Benchmark
  public AssessorMatrices matrices() {
    return AssessorMatrices.of(cube, ReferenceKind.QA_VERDICTS, Claims.BOTH, 0.95);
  }

  /**
   * The same with the figures of everybody's statement.
   *
   * @return something of all of them
   */
  @Benchmark
  public double statements() {
    return statements(matrices(), scheme);
  }

  static double statements(AssessorMatrices matrices, GradingScheme scheme) {
    return IntStream.range(0, matrices.assessors())
        .parallel()
        .mapToDouble(a -> statement(matrices.of(a), scheme))
        .sum();
  }

  private record Cell(int reference, int grade, long count) {}

  private static double statement(AssessorMatrix matrix, GradingScheme scheme) {
    var cells = new ArrayList<Cell>();
    matrix.forEach(
        (r, g, count) -> {
          if (r != g) {
            cells.add(new Cell(r, g, count));
          }
        });
    cells.sort(Comparator.comparingLong(Cell::count).reversed());
    List<Cell> most = cells.subList(0, Math.min(MIX_UPS, cells.size()));
    double sum = matrix.rates(scheme).error().interval().upper();
    for (Cell c : most) {
      sum += matrix.gradeGivenReference(c.reference(), c.grade()).interval().upper();
      sum += matrix.referenceGivenGrade(c.reference(), c.grade()).interval().upper();
    }
    return sum;
  }
}
