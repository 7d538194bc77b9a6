package org.assay.bench.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assay.bench.QuickTable;
import org.assay.plan.Lot.Reading;
import org.assay.plan.Promise;
import org.assay.plan.SingleSampling;
import org.assay.plan.StagedPlan;

/**
 * Question: does the smallest single plan agree with {@code find.plan} of R's AcceptanceSampling,
 * and what do both cost?
 *
 * <p>Problems are read from a table; the peer is {@code plans.R} beside it, and is left out where R
 * or the package is not installed. Both times are the fastest of several calls in CPU time.
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar org.assay.bench.study.PlanPeers
 * bench/peers/plans.csv > bench/results/plan-peers.md}
 */
public final class PlanPeers {
  private static final int CALLS = 300;

  private static final String WHY =
      """
      The plans are the same wherever both rates are whole numbers of items. Where they are not (the
      last four), find.plan warns and takes the nearest number, halves to even: 2 and 5 of 50, 4 and
      14 of 90, 2 and 11 of 150, none and none of 10, which ends in an error. Here a lot at the
      acceptable rate or better is good and one at the unacceptable rate or worse is bad: 1 and 5, 4
      and 14, 1 and 11, 0 and 1; the last asks for full inspection. find.plan walks through every n
      and c up to the answer, so its time grows with the plan; here both are searched by halving.""";

  private PlanPeers() {}

  /**
   * One problem of the table.
   *
   * @param lot items; 0 for a stream
   * @param acceptable rate
   * @param unacceptable rate
   * @param producerRisk in (0, 0.5)
   * @param consumerRisk in (0, 0.5)
   */
  record Problem(
      long lot, double acceptable, double unacceptable, double producerRisk, double consumerRisk) {
    static Problem of(String line) {
      String[] cells = line.split(",");
      return new Problem(
          Long.parseLong(cells[1]),
          Double.parseDouble(cells[2]),
          Double.parseDouble(cells[3]),
          Double.parseDouble(cells[4]),
          Double.parseDouble(cells[5]));
    }

    /**
     * A lot at the acceptable rate or better is good, one at the unacceptable rate or worse bad.
     */
    Promise promise() {
      return lot == 0
          ? Promise.ofRates(acceptable, unacceptable, producerRisk, consumerRisk)
          : Promise.inLot(
              lot,
              Reading.AT_MOST.largest(acceptable, lot),
              Reading.LESS_THAN.largest(unacceptable, lot) + 1,
              producerRisk,
              consumerRisk);
    }
  }

  /**
   * Prints the table.
   *
   * @param args the problems
   * @throws IOException if the problems cannot be read or the peer's answer cannot be kept
   * @throws InterruptedException if interrupted while the peer runs
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path table = Path.of(args[0]);
    List<Problem> problems = problems(table);
    List<String> theirs = peer(table.resolveSibling("plans.R"), table);
    System.out.printf(
        Locale.ROOT, "JDK %s; %s. Fastest calls, CPU time.%n%n", Runtime.version(), theirs.get(0));
    System.out.println(
        "| lot | rates, % | risks, % | assay n, c | find.plan n, c | assay, µs | find.plan, µs | ratio |");
    System.out.println("|---:|---|---|---|---|---:|---:|---:|");
    for (int i = 0; i < problems.size(); i++) {
      System.out.println(
          row(problems.get(i), theirs.size() > i + 1 ? theirs.get(i + 1) : "error,not run"));
    }
    System.out.println();
    System.out.println(WHY);
  }

  static List<Problem> problems(Path table) throws IOException {
    return Files.readAllLines(table).stream().skip(1).map(Problem::of).toList();
  }

  private static String row(Problem problem, String theirs) {
    Promise promise = problem.promise();
    StagedPlan plan = SingleSampling.smallest(promise).orElseThrow();
    double[] nanos =
        new QuickTable("single plan", 1)
            .add("assay", () -> SingleSampling.smallest(promise))
            .best(CALLS);
    double micros = nanos[0] / 1000;
    String[] cells = theirs.split(",", 3);
    boolean answered = cells.length == 3;
    return String.format(
        Locale.ROOT,
        "| %s | %s / %s | %s / %s | %,d, %d | %s | %.0f | %s | %s |",
        problem.lot() == 0 ? "none" : String.format(Locale.ROOT, "%,d", problem.lot()),
        percent(problem.acceptable()),
        percent(problem.unacceptable()),
        percent(problem.producerRisk()),
        percent(problem.consumerRisk()),
        plan.maximum(),
        plan.acceptanceNumbers().get(0),
        answered
            ? String.format(Locale.ROOT, "%,d, %s", Long.parseLong(cells[0]), cells[1])
            : theirs.substring(theirs.indexOf(',') + 1),
        micros,
        answered ? String.format(Locale.ROOT, "%,.0f", Double.parseDouble(cells[2])) : "",
        answered ? String.format(Locale.ROOT, "%,.0f", Double.parseDouble(cells[2]) / micros) : "");
  }

  private static String percent(double share) {
    String text = String.format(Locale.ROOT, "%.2f", 100 * share);
    return text.replaceAll("\\.?0+$", "");
  }

  // The versions, then a line a problem.
  private static List<String> peer(Path script, Path table)
      throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder("Rscript", script.toString(), table.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      return List.of("R not installed");
    }
    var lines = new ArrayList<String>();
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines::add);
    }
    process.waitFor();
    return lines;
  }
}
