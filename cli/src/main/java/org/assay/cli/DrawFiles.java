package org.assay.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The plan and the key of its draw. */
final class DrawFiles {
  @Option(
      names = "--plan",
      required = true,
      paramLabel = "FILE",
      description = "What assay plan wrote.")
  private Path plan;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description =
          "What each drawn item stands for, with its inclusion probability, CSV: assay draw writes"
              + " it, assay evaluate reads it; not for those who check.")
  private Path key;

  DrawFiles() {}

  Path plan() {
    return plan;
  }

  Path key() {
    return key;
  }
}
