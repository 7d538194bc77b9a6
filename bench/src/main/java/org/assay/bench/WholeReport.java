package org.assay.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.ReportJob;
import org.assay.io.simulate.SimulationFiles;
import org.assay.io.simulate.TeamFile;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

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
 * The files are made in the folder by the first run. Rounds take turns; the smallest and the median
 * wall-clock time of each is printed. The second argument is the number of threads SQL gets; Assay
 * uses all processors it sees.
 */
public final class WholeReport {
  private static final int ASSESSORS = 500;
  private static final int WEEKLY = 400;
  private static final int CHECKED_IN_STRATUM = 8;
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

  /** Runs the comparison. */
  public static void main(String[] args) throws IOException, SQLException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int threads = Integer.parseInt(args[1]);
    Path gradings = folder.resolve("gradings.csv");
    Path verdicts = folder.resolve("verdicts.csv");
    if (!Files.exists(verdicts)) {
      make(folder, gradings, verdicts);
    }
    if (args.length > 2) {
      gradings = parquet(gradings);
      verdicts = parquet(verdicts);
    }
    double[][] seconds = new double[3][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      seconds[0][round] = sql(COUNT, gradings, verdicts, threads);
      seconds[1][round] = sql(JOIN, gradings, verdicts, threads);
      seconds[2][round] = report(folder, gradings, verdicts);
    }
    List<String> names =
        List.of("DuckDB, counts of each file", "DuckDB, counts and join", "assay, whole report");
    System.out.printf(
        "%d MB, %d MB, JDK %s, %d processors, SQL with %d threads%n",
        Files.size(gradings) >> 20,
        Files.size(verdicts) >> 20,
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        threads);
    for (int i = 0; i < seconds.length; i++) {
      Arrays.sort(seconds[i]);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.1f |%n",
          names.get(i),
          seconds[i][0],
          seconds[i][ROUNDS / 2]);
    }
  }

  private static Path parquet(Path csv) throws SQLException {
    Path file = Path.of(csv.toString().replace(".csv", ".parquet"));
    if (!Files.exists(file)) {
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = connection.createStatement()) {
        statement.execute(
            "COPY (FROM '" + csv + "') TO '" + file + "' (FORMAT parquet, COMPRESSION zstd)");
      }
    }
    return file;
  }

  private static double sql(String queries, Path gradings, Path verdicts, int threads)
      throws SQLException {
    long start = System.nanoTime();
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
    return (System.nanoTime() - start) / 1e9;
  }

  private static double report(Path folder, Path gradings, Path verdicts) throws IOException {
    Path policy = folder.resolve("policy.json");
    long start = System.nanoTime();
    IngestOptions options =
        IngestOptions.of(gradings, PolicyReader.read(policy)).withVerdicts(verdicts);
    ReportJob.run(options, policy, folder.resolve("report"), null, "bench", (stage, share) -> {});
    return (System.nanoTime() - start) / 1e9;
  }

  private static void make(Path folder, Path gradings, Path verdicts) throws IOException {
    Path demo = Path.of("datasets", "demo");
    var json = new ObjectMapper();
    ObjectNode team = (ObjectNode) json.readTree(demo.resolve("team.json").toFile());
    List<String> assessors =
        IntStream.rangeClosed(1, ASSESSORS)
            .mapToObj(i -> String.format(Locale.ROOT, "a%03d", i))
            .toList();
    var members = team.putArray("assessors");
    for (String id : assessors) {
      members.addObject().put("id", id).put("gradingsPerWeek", WEEKLY).put("errorFactor", 1.0);
    }
    for (String none : List.of("boundaryChanges", "extraGradings", "overlaps")) {
      team.putArray(none);
    }
    ((ObjectNode) team.get("checks").get("random")).put("perStratum", CHECKED_IN_STRATUM);
    ObjectNode seeded = (ObjectNode) team.get("seeded");
    seeded.putArray("copies");
    var seededAssessors = seeded.putArray("assessors");
    assessors.stream().limit(11).forEach(seededAssessors::add);
    Path teamFile = folder.resolve("team.json");
    json.writeValue(teamFile.toFile(), team);
    Path all = folder.resolve("all");
    SimulationFiles.write(
        TeamFile.read(teamFile), demo.resolve("policy.json"), all, false, percent -> {});
    Files.copy(demo.resolve("policy.json"), folder.resolve("policy.json"));
    cut(all.resolve("gradings.csv"), gradings, List.of("grading_id", "unit_id", "stratum_id"));
    cut(all.resolve("verdicts.csv"), verdicts, List.of("grading_id"));
    Files.delete(all.resolve("gradings.csv"));
    Files.delete(all.resolve("verdicts.csv"));
  }

  /** Copies a file without some columns. Its fields hold no commas. */
  private static void cut(Path from, Path to, List<String> without) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(from);
        Writer out = Files.newBufferedWriter(to)) {
      String line = in.readLine();
      List<String> header = List.of(line.split(",", -1));
      int[] kept =
          IntStream.range(0, header.size()).filter(c -> !without.contains(header.get(c))).toArray();
      for (; line != null; line = in.readLine()) {
        String[] fields = line.split(",", -1);
        out.write(
            Arrays.stream(kept).mapToObj(c -> fields[c]).collect(Collectors.joining(",")) + "\n");
      }
    }
  }
}
