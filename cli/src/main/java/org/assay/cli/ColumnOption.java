package org.assay.cli;

import java.util.Map;
import java.util.stream.Collectors;
import org.assay.io.BadInputException;
import picocli.CommandLine.Option;

/** Columns that files call otherwise. */
final class ColumnOption {
  private static final String GRADINGS = "gradings.";
  private static final String VERDICTS = "verdicts.";

  @Option(
      names = "--column",
      paramLabel = "TABLE.COLUMN=NAME",
      description =
          "A column that the files call otherwise, for example gradings.item_id=ref. Repeatable.")
  private Map<String, String> columns = Map.of();

  ColumnOption() {}

  Map<String, String> ofGradings() {
    return names(GRADINGS);
  }

  Map<String, String> ofVerdicts() {
    return names(VERDICTS);
  }

  private Map<String, String> names(String table) {
    for (String column : columns.keySet()) {
      if (!column.startsWith(GRADINGS) && !column.startsWith(VERDICTS)) {
        throw new BadInputException(
            "--column must be gradings.COLUMN=NAME or verdicts.COLUMN=NAME, got " + column);
      }
    }
    return columns.entrySet().stream()
        .filter(e -> e.getKey().startsWith(table))
        .collect(Collectors.toMap(e -> e.getKey().substring(table.length()), Map.Entry::getValue));
  }
}
