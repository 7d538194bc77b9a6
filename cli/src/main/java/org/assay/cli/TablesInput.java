package org.assay.cli;

import java.nio.file.Path;
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
      paramLabel = "FILE",
      description =
          "Table of gradings: CSV or JSON Lines (gzip or not), Parquet or XLSX; - for standard input;"
              + " or a JDBC URL.")
  private String gradings;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "Grading scheme and QA levels, JSON.")
  private Path policy;

  @Mixin private TableOptions tables;

  TablesInput() {}

  IngestOptions options() {
    return IngestOptions.of(tables.gradings(gradings), PolicyReader.read(policy))
        .withColumns(tables.gradingColumns(), tables.verdictColumns());
  }

  /** The same with verdicts. */
  IngestOptions options(String verdicts) {
    if (verdicts.equals("-") && gradings.equals("-")) {
      throw new BadInputException(
          "--gradings and --verdicts are both standard input, expected one of them in a file");
    }
    return options().withVerdicts(tables.verdicts(verdicts));
  }

  Path policy() {
    return policy;
  }
}
