package org.assay.cli;

import java.nio.file.Path;
import java.util.List;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.PolicyReader;
import org.assay.io.table.TableSource;
import picocli.CommandLine.Option;

/** The gradings and the policy that all commands on real data need. */
final class TablesInput {
  @Option(
      names = "--gradings",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Table of gradings, CSV (gzip or not) or Parquet; several files are one table.")
  private List<Path> gradings;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "Grading scheme and QA levels, JSON.")
  private Path policy;

  TablesInput() {}

  IngestOptions options() {
    return IngestOptions.of(tables(gradings), PolicyReader.read(policy));
  }

  static List<TableSource> tables(List<Path> files) {
    return files.stream().map(TableSource::of).toList();
  }

  Path policy() {
    return policy;
  }
}
