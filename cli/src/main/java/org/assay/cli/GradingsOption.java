package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.io.BadInputException;
import org.assay.io.ingest.InputTables;
import org.assay.io.ingest.TablesState;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the tables are: in files, in what {@code assay read} wrote, or in both. */
final class GradingsOption {
  @Option(
      names = "--gradings",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Table of gradings: CSV or JSON Lines (gzip or not), Parquet or XLSX; - for standard"
              + " input; or a JDBC URL. Several files are one table.")
  private List<String> gradings = List.of();

  @Option(
      names = "--read",
      arity = "1..*",
      paramLabel = "FILE",
      description = "What assay read wrote of tables, in place of these or beside others.")
  private List<Path> states = List.of();

  @Mixin private TableOptions how;

  GradingsOption() {}

  /** All tables. */
  InputTables with(List<String> verdicts) throws IOException {
    if (Stream.concat(gradings.stream(), verdicts.stream()).filter("-"::equals).count() > 1) {
      throw new BadInputException(
          "standard input (-) is named more than once, expected all tables but one in files");
    }
    InputTables tables =
        new InputTables(
            how.gradings(gradings),
            how.gradingColumns(),
            how.verdicts(verdicts),
            how.verdictColumns());
    for (Path state : states) {
      tables = tables.with(TablesState.read(state));
    }
    return tables;
  }

  /** The gradings alone, named by the options or, in their place, by a file. */
  InputTables gradings(String alone) throws IOException {
    if (alone == null == (gradings.isEmpty() && states.isEmpty())) {
      throw new BadInputException(
          "the table of gradings must be named once, as --gradings FILE or as FILE alone");
    }
    return alone == null
        ? with(List.of()).withoutVerdicts()
        : new InputTables(how.gradings(List.of(alone)), how.gradingColumns(), List.of(), Map.of());
  }

  /** All tables, the gradings named by the options or, in their place, by a file. */
  InputTables all(String alone, List<String> verdicts) throws IOException {
    InputTables named = gradings(alone);
    return alone == null
        ? with(verdicts)
        : new InputTables(
            named.gradings(), named.gradingColumns(), how.verdicts(verdicts), how.verdictColumns());
  }

  /** Every file that is read, a single one of gradings and those of verdicts included. */
  List<Path> files(String alone, List<String> verdicts) {
    List<Path> files = files(verdicts);
    files.addAll(alone == null ? List.of() : how.files(List.of(alone)));
    return files;
  }

  /** Every file that is read, those of verdicts included. */
  List<Path> files(List<String> verdicts) {
    List<Path> files = new ArrayList<>(how.files(gradings));
    files.addAll(how.files(verdicts));
    files.addAll(states);
    return files;
  }
}
