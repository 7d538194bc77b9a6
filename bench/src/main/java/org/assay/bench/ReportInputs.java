package org.assay.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.io.simulate.SimulationFiles;
import org.assay.io.simulate.TeamFile;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the files {@link WholeReport} reads: the demo team, grown to 500 assessors. */
final class ReportInputs {
  private static final int ASSESSORS = 500;
  private static final int WEEKLY = 400;
  private static final int CHECKED_IN_STRATUM = 8;

  private ReportInputs() {}

  static Path parquet(Path csv) throws SQLException {
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

  static void make(Path folder, Path gradings, Path verdicts) throws IOException {
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
