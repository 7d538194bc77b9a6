package org.assay.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.ReportJob;

/**
 * From two CSV files to the whole report, beside what SQL needs to scan and group the same files:
 * 10 million gradings of 500 assessors in a year, and a million verdicts.
 *
 * <pre>{@code
 * java -Xmx2g -XX:+UseParallelGC -cp bench/target/benchmarks.jar org.assay.bench.WholeReport FOLDER 2
 * taskset -c 0 java -Xmx2g -XX:+UseParallelGC -cp bench/target/benchmarks.jar org.assay.bench.WholeReport FOLDER 1
 * }</pre>
 *
 * <p>A third argument {@code parquet} takes the same tables as Parquet files, with typed columns.
 * The files are made in the folder by the first run. Each task runs in a JVM of its own, with the
 * flags of this one, as a command would; rounds take turns, and the smallest and the median
 * wall-clock time of each is printed. The second argument is the number of threads SQL gets; Assay
 * uses all processors it sees.
 */
public final class WholeReport {
  private static final int ROUNDS = 3;

  private static final String COUNT =
      "SELECT assessor_id, stream_id, grade, count(*) FROM '%g' GROUP BY ALL;"
          + "SELECT assessor_id, reviewer_id, grade, blind, count(*) FROM '%v' GROUP BY ALL";

  private static final String JOIN =
      "SELECT assessor_id, date_trunc('week', graded_at), stream_id, grade, count(*) FROM '%g'"
          + " GROUP BY ALL;"
          + "SELECT g.assessor_id, date_trunc('week', g.graded_at), g.stream_id, v.stratum_id,"
          + " v.blind, v.grade, g.grade, count(*), sum(1 / inclusion_probability)"
          + " FROM '%g' g JOIN '%v' v ON g.item_id = v.item_id AND g.assessor_id = v.assessor_id"
          + " GROUP BY ALL";

  private WholeReport() {}

  /** What is timed. */
  private enum Task {
    COUNT("DuckDB, counts of each file"),
    JOIN("DuckDB, counts and join"),
    REPORT("assay, whole report");

    final String title;

    Task(String title) {
      this.title = title;
    }

    /** The task of a name, or null when it is none. */
    static Task of(String name) {
      return Stream.of(values()).filter(task -> task.name().equals(name)).findFirst().orElse(null);
    }
  }

  /**
   * Runs the comparison.
   *
   * @param args folder, threads of SQL, then "parquet" when those files are to be taken, "warm"
   *     when all rounds are to run in this process; within a round also the task
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int threads = Integer.parseInt(args[1]);
    boolean parquet = List.of(args).contains("parquet");
    Path gradings = folder.resolve("gradings.csv");
    Path verdicts = folder.resolve("verdicts.csv");
    if (!Files.exists(verdicts)) {
      ReportInputs.make(folder, gradings, verdicts);
    }
    if (parquet) {
      gradings = ReportInputs.parquet(gradings);
      verdicts = ReportInputs.parquet(verdicts);
    }
    Task task = Task.of(args[args.length - 1]);
    if (task == null) {
      compare(args, gradings, verdicts);
    } else {
      run(task, gradings, verdicts, threads);
    }
  }

  private static void run(Task task, Path gradings, Path verdicts, int threads)
      throws IOException, SQLException {
    switch (task) {
      case COUNT -> sql(COUNT, gradings, verdicts, threads);
      case JOIN -> sql(JOIN, gradings, verdicts, threads);
      case REPORT -> report(gradings.getParent(), gradings, verdicts);
    }
  }

  private static void compare(String[] args, Path gradings, Path verdicts) throws Exception {
    boolean warm = List.of(args).contains("warm");
    var seconds = new double[Task.values().length][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (Task task : Task.values()) {
        long start = System.nanoTime();
        if (warm) {
          run(task, gradings, verdicts, Integer.parseInt(args[1]));
        } else {
          runInProcessOfItsOwn(args, task);
        }
        seconds[task.ordinal()][round] = (System.nanoTime() - start) / 1e9;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d MB, %d MB, JDK %s, %d processors, SQL with %s threads%n",
        Files.size(gradings) >> 20,
        Files.size(verdicts) >> 20,
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        args[1]);
    for (Task task : Task.values()) {
      double[] sorted = seconds[task.ordinal()];
      Arrays.sort(sorted);
      System.out.printf(
          Locale.ROOT, "| %s | %.1f | %.1f |%n", task.title, sorted[0], sorted[ROUNDS / 2]);
    }
  }

  /** A JVM like this one for one task: its start and its first, slow steps are part of the time. */
  private static void runInProcessOfItsOwn(String[] args, Task task) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(WholeReport.class.getName());
    command.addAll(List.of(args));
    command.add(task.name());
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException(task + " ended with status " + status);
    }
  }

  private static void sql(String queries, Path gradings, Path verdicts, int threads)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads=" + threads);
      statement.execute("SET memory_limit='2GB'");
      for (String query : queries.split(";", -1)) {
        String named = query.replace("%g", gradings.toString()).replace("%v", verdicts.toString());
        try (ResultSet rows = statement.executeQuery(named)) {
          while (rows.next()) {
            rows.getLong(rows.getMetaData().getColumnCount());
          }
        }
      }
    }
  }

  private static void report(Path folder, Path gradings, Path verdicts) throws IOException {
    Path policy = folder.resolve("policy.json");
    IngestOptions options =
        IngestOptions.of(gradings, PolicyReader.read(policy)).withVerdicts(verdicts);
    ReportJob.run(options, policy, folder.resolve("report"), null, "bench", (stage, share) -> {});
  }
}
