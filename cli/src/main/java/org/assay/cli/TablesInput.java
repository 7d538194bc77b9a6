package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.PolicyReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The gradings and the policy that all commands on real data need. */
final class TablesInput {
  @Mixin private GradingsOption tables;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "Grading scheme and QA levels, JSON.")
  private Path policy;

  TablesInput() {}

  /** The gradings alone, under their own names. */
  IngestOptions options() throws IOException {
    return IngestOptions.of(
        tables.with(Map.of(), List.of(), Map.of()).withoutVerdicts(), PolicyReader.read(policy));
  }

  /** The gradings and verdicts. */
  IngestOptions options(List<Path> verdicts, ColumnOption columns) throws IOException {
    return IngestOptions.of(
        tables.with(columns.ofGradings(), verdicts, columns.ofVerdicts()),
        PolicyReader.read(policy));
  }

  Path policy() {
    return policy;
  }
}
