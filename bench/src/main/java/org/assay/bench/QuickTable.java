package org.assay.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.assay.count.ConfusionCube;
import org.assay.count.ConfusionMatrix;
import org.assay.count.RatingPatterns;
import org.assay.data.Codes;

/**
 * Ratios of the kernels to the stream of their columns and to the plain loop, in a minute, on a
 * machine that has other work too.
 *
 * <p>What is compared takes turns in one process, and of many short calls the fastest counts, in
 * CPU time of the thread: other work can only add to a call, and waiting is not counted. JMH's
 * means remain the figures of record; these are what a busy machine can say.
 *
 * <p>Run: {@code java -Xmx2g -cp bench/target/benchmarks.jar org.assay.bench.QuickTable}
 */
public final class QuickTable {
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private final String question;
  private final int rows;
  private final List<String> names = new ArrayList<>();
  private final List<Supplier<Object>> calls = new ArrayList<>();
  private Object last; // keeps what is timed from being optimised away

  /**
   * A question with nobody to compare yet.
   *
   * @param question as the table names it
   * @param rows of a call, by which its time is divided
   */
  public QuickTable(String question, int rows) {
    this.question = question;
    this.rows = rows;
  }

  /**
   * Adds somebody to compare.
   *
   * @param name as the table names it
   * @param call what is timed
   * @return this
   */
  public QuickTable add(String name, Supplier<Object> call) {
    names.add(name);
    calls.add(call);
    return this;
  }

  /**
   * Times everybody in turn.
   *
   * @param times calls of each
   * @return nanoseconds per row of the fastest call, in the order in which they were added
   */
  public double[] best(int times) {
    double[] best = new double[calls.size()];
    Arrays.fill(best, Double.MAX_VALUE);
    for (int i = 0; i < times; i++) {
      for (int c = 0; c < best.length; c++) {
        long start = THREAD.getCurrentThreadCpuTime();
        last = calls.get(c).get();
        double nanos = THREAD.getCurrentThreadCpuTime() - (double) start;
        best[c] = Math.min(best[c], nanos);
      }
    }
    if (last == null) {
      throw new IllegalStateException("a timed call gave no result");
    }
    return Arrays.stream(best).map(nanos -> nanos / rows).toArray();
  }

  private void print(int times) {
    double[] best = best(times);
    for (int c = 0; c < best.length; c++) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %.2f | %.2f |%n",
          question,
          names.get(c),
          best[c],
          best[c] / best[0]);
    }
  }

  /**
   * Prints the table.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.printf(
        Locale.ROOT,
        "JDK %s%n%n| question | who | ns per row | to the first |%n|---|---|---:|---:|%n",
        Runtime.version());
    for (int grades : new int[] {4, 8, 16, 256}) {
      pairs(grades, 10_000_000).print(60);
    }
    cube().print(60);
    largeCube().print(12);
    patterns().print(60);
    scattered().print(5);
  }

  static QuickTable pairs(int grades, int rows) {
    Team team = Team.pairs(rows, grades);
    Codes reference = team.references();
    Codes grade = team.grades();
    return new QuickTable("pairs, " + grades + " grades", rows)
        .add("stream", () -> Plain.stream(team.reference, team.grade))
        .add("plain loop", () -> Plain.pairs(team.reference, team.grade, grades))
        .add("assay", () -> ConfusionMatrix.create(grades).addAll(reference, grade));
  }

  private static QuickTable cube() {
    Team team = new Team(10_000_000, 500, 1, 1, 4);
    Codes assessor = team.assessors();
    Codes reference = team.references();
    Codes grade = team.grades();
    return new QuickTable("cube, 500 assessors", 10_000_000)
        .add("plain loop", () -> Plain.cube(team.assessor, team.reference, team.grade, 500, 4))
        .add(
            "assay",
            () ->
                ConfusionCube.create(500, 1, 1, 4).addAll(assessor, null, null, reference, grade));
  }

  private static QuickTable largeCube() {
    Team team = new Team(10_000_000, 10_000, 52, 4, 4);
    Codes assessor = team.assessors();
    Codes period = team.periods();
    Codes stratum = team.strata();
    Codes reference = team.references();
    Codes grade = team.grades();
    return new QuickTable("cube, 10,000 x 52 x 4", 10_000_000)
        .add("plain loop", () -> Plain.cube(team, 10_000, 52, 4, 4))
        .add(
            "assay",
            () ->
                ConfusionCube.create(10_000, 52, 4, 4)
                    .addAll(assessor, period, stratum, reference, grade));
  }

  private static QuickTable patterns() {
    Team team = Team.pairs(10_000_000, 4);
    Codes grade = team.grades();
    Codes item = Codes.of(Team.itemsInOrder(10_000_000, 5));
    return new QuickTable("patterns, 5 ratings an item", 10_000_000)
        .add("plain loop", () -> Plain.fleissKappa(team.grade, 5, 4))
        .add("assay, regular items", () -> RatingPatterns.create(4).addItems(grade, 5))
        .add("assay, runs of items", () -> RatingPatterns.create(4).addRuns(item, grade));
  }

  private static QuickTable scattered() {
    Codes grade = Team.pairs(50_000_000, 4).grades();
    Codes item = Codes.of(Team.itemsShuffled(50_000_000, 5));
    return new QuickTable("patterns, 50 million shuffled", 50_000_000)
        .add("assay", () -> RatingPatterns.create(4).addAll(item, grade));
  }
}
