package org.assay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.assay.io.files.OutputFiles;
import picocli.CommandLine.Option;

/** Whether files with somebody's work in them are replaced. */
final class OutputOption {
  @Option(
      names = "--force",
      description =
          "Replace output files even where they were changed since Assay wrote them, such as a"
              + " pick-list with verdicts; inputs of the run are never replaced.")
  private boolean force;

  OutputOption() {}

  boolean force() {
    return force;
  }

  /** The files of a run that reads these. */
  OutputFiles files(Collection<Path> inputs) {
    return new OutputFiles(inputs, force);
  }

  /** Paths together, those that were not given left out. */
  static List<Path> paths(Collection<Path> some, Path... more) {
    List<Path> all = new ArrayList<>(some);
    for (Path path : more) {
      if (path != null) {
        all.add(path);
      }
    }
    return all;
  }
}
