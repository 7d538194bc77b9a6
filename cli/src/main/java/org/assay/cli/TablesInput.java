package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

  /** The gradings alone. */
  IngestOptions options() throws IOException {
    return IngestOptions.of(tables.with(List.of()).withoutVerdicts(), PolicyReader.read(policy));
  }

  /** The gradings, and the verdicts where there are any. */
  IngestOptions options(List<String> verdicts) throws IOException {
    return IngestOptions.of(tables.with(verdicts), PolicyReader.read(policy));
  }

  /** Every file that is read, those of verdicts included. */
  List<Path> files(List<String> verdicts) {
    return OutputOption.paths(tables.files(verdicts), policy);
  }

  Path policy() {
    return policy;
  }
}
