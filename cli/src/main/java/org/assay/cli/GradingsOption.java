package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assay.io.ingest.InputTables;
import org.assay.io.ingest.TablesState;
import picocli.CommandLine.Option;

/** Where the tables are: in files, in what {@code assay read} wrote, or in both. */
final class GradingsOption {
  @Option(
      names = "--gradings",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Table of gradings, CSV (gzip or not) or Parquet; several files are one table.")
  private List<Path> gradings = List.of();

  @Option(
      names = "--read",
      arity = "1..*",
      paramLabel = "FILE",
      description = "What assay read wrote of tables, in place of these or beside others.")
  private List<Path> states = List.of();

  GradingsOption() {}

  /** All tables. */
  InputTables with(
      Map<String, String> gradingColumns, List<Path> verdicts, Map<String, String> verdictColumns)
      throws IOException {
    InputTables tables =
        InputTables.of(gradings, verdicts).withColumns(gradingColumns, verdictColumns);
    for (Path state : states) {
      tables = tables.with(TablesState.read(state));
    }
    return tables;
  }
}
