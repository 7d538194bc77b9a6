package org.assay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assay.io.BadInputException;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.PolicyReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The gradings and the policy that all commands on real data need. */
final class TablesInput {
  @Option(
      names = "--gradings",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Table of gradings: CSV or JSON Lines (gzip or not), Parquet or XLSX; - for standard input;"
              + " or a JDBC URL. Several files are one table.")
  private List<String> gradings;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "Grading scheme and QA levels, JSON.")
  private Path policy;

  @Mixin private TableOptions tables;

  TablesInput() {}

  IngestOptions options() {
    return options(List.of());
  }

  /** The same with verdicts, where there are any. */
  IngestOptions options(List<String> verdicts) {
    if (Stream.concat(gradings.stream(), verdicts.stream()).filter("-"::equals).count() > 1) {
      throw new BadInputException(
          "standard input (-) is named more than once, expected all tables but one in files");
    }
    return IngestOptions.of(tables.gradings(gradings), PolicyReader.read(policy))
        .withColumns(tables.gradingColumns(), tables.verdictColumns())
        .withVerdicts(tables.verdicts(verdicts));
  }

  /** Every file that is read, those of verdicts included. */
  List<Path> files(List<String> verdicts) {
    List<Path> files = new ArrayList<>(tables.files(gradings));
    files.addAll(tables.files(verdicts));
    files.add(policy);
    return files;
  }

  Path policy() {
    return policy;
  }
}
