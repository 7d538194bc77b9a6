package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report is the same whether its tables are CSV or Parquet. */
class ParquetReportTest {
  @TempDir Path temp;

  private String run(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int status = Assay.commandLine(new PrintWriter(out), new PrintWriter(err, true)).execute(args);
    assertEquals(0, status, err.toString());
    return out.toString();
  }

  /** The first rows of a table that the demo's team has made. */
  private void cut(String table, int rows) throws IOException {
    Path file = temp.resolve("year/" + table + ".csv");
    try (var lines = Files.lines(file)) {
      Files.write(temp.resolve(table + ".csv"), lines.limit(rows).toList());
    }
  }

  private void toParquet(String table) throws SQLException {
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM read_csv('%1$s.csv', all_varchar = true)) TO '%1$s.parquet' (FORMAT parquet)"
              .formatted(temp.resolve(table)));
    }
  }

  private String report(String format) {
    return run(
        "report",
        "--gradings",
        temp.resolve("gradings." + format).toString(),
        "--verdicts",
        temp.resolve("verdicts." + format).toString(),
        "--policy",
        temp.resolve("year/policy.json").toString(),
        "--out",
        temp.resolve(format).toString());
  }

  @Test
  void reportOfTheDemoYear() throws IOException, SQLException {
    Path demo = Path.of("../datasets/demo");
    run(
        "simulate",
        "--team",
        demo.resolve("team.json").toString(),
        "--policy",
        demo.resolve("policy.json").toString(),
        "--out",
        temp.resolve("year").toString());
    cut("gradings", 40_000);
    cut("verdicts", 2_000);
    toParquet("gradings");
    toParquet("verdicts");
    String printed = report("csv");
    assertEquals(printed, report("parquet").replace("parquet", "csv"));
    assertTrue(printed.contains("excluded"), printed);
    List<String> differing = new ArrayList<>();
    for (String file : List.of("index.html", "report.json", "summary.txt", "errors.csv")) {
      String csv = Files.readString(temp.resolve("csv").resolve(file));
      String parquet = Files.readString(temp.resolve("parquet").resolve(file));
      if (!csv.equals(parquet.replace(".parquet", ".csv"))) {
        differing.add(file);
      }
    }
    assertEquals(List.of(), differing);
  }
}
