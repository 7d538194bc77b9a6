package org.assay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assay.io.ingest.InputTables;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gradings that may be named alone, as FILE, in place of the options. */
final class GradingsArgument {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Table of gradings, the same as --gradings.")
  private String file;

  @Mixin private GradingsOption options;

  GradingsArgument() {}

  /** The gradings alone. */
  InputTables gradings() throws IOException {
    return options.gradings(file);
  }

  /** Gradings and verdicts. */
  InputTables with(VerdictsOption verdicts) throws IOException {
    return options.all(file, verdicts.places());
  }

  /** Every file of gradings that is read. */
  List<Path> files() {
    return options.files(file, List.of());
  }

  /** Every file that is read. */
  List<Path> files(VerdictsOption verdicts) {
    return options.files(file, verdicts.places());
  }
}
