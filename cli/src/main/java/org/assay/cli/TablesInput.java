package org.assay.cli;

import java.nio.file.Path;
import java.util.List;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.PolicyReader;
import picocli.CommandLine.Option;

/** The gradings and the policy that all commands on real data need. */
final class TablesInput {
  @Option(
      names = "--gradings",
      required = true,
      paramLabel = "FILE",
      description = "Table of gradings, CSV (gzip or not) or Parquet.")
  private Path gradings;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "Grading scheme and QA levels, JSON.")
  private Path policy;

  TablesInput() {}

  IngestOptions options() {
    return IngestOptions.of(gradings, PolicyReader.read(policy));
  }

  /** Every file that is read. */
  List<Path> files() {
    return List.of(gradings, policy);
  }

  Path policy() {
    return policy;
  }
}
