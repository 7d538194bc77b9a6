package org.assay.io.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.assay.io.BadInputException;
import org.assay.io.files.OutputFolder;

/** Writes a report into its folder, whole or not at all, and over nothing but an earlier report. */
final class ReportFolder {
  private final OutputFolder folder;

  private ReportFolder(OutputFolder folder) {
    this.folder = folder;
  }

  /**
   * A folder that may be written: absent, empty, or holding an earlier report as it was written.
   *
   * @param force whether a report that was changed since is replaced too
   * @throws BadInputException if it holds something else or is no folder
   */
  static ReportFolder at(Path out, Collection<Path> inputs, boolean force) {
    return new ReportFolder(OutputFolder.at(out, Manifest.KIND, inputs, force));
  }

  /** Writes all files together. */
  void write(Map<String, byte[]> files) throws IOException {
    folder.fill(
        fresh -> {
          for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(fresh.resolve(file.getKey()), file.getValue());
          }
        });
  }
}
