package org.assay.io.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.io.BadInputException;

/** Writes a report into its folder, whole or not at all, and over nothing but an earlier report. */
final class ReportFolder {
  private final Path folder;

  private ReportFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A folder that may be written: absent, empty, or holding an earlier report and nothing else.
   *
   * @throws BadInputException if it holds something else or is no folder
   */
  static ReportFolder at(Path out) {
    Path folder = out.toAbsolutePath().normalize();
    try {
      if (Files.exists(folder)) {
        requireReport(out, folder);
      }
    } catch (IOException e) {
      throw new BadInputException(out + " cannot be read: " + e.getMessage(), e);
    }
    return new ReportFolder(folder);
  }

  private static void requireReport(Path out, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(out + " is a file, expected a folder for the report");
    }
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names = files.map(f -> f.getFileName().toString()).sorted().toList();
    }
    if (names.isEmpty()) {
      return;
    }
    Path manifest = folder.resolve(Manifest.FILE);
    boolean ours =
        Files.isRegularFile(manifest)
            && Files.readString(manifest, StandardCharsets.UTF_8)
                .contains("\"" + Manifest.KIND + "\"");
    for (String name : names) {
      if (!ours || !ReportFiles.NAMES.contains(name)) {
        throw new BadInputException(
            out
                + " holds "
                + (ours ? name : names.get(0))
                + ", which is no part of a report; name a new or empty folder");
      }
    }
  }

  /** Writes all files beside the folder, then moves them in place together. */
  void write(Map<String, byte[]> files) throws IOException {
    Path parent = folder.getParent();
    Files.createDirectories(parent);
    Path fresh = Files.createTempDirectory(parent, "." + folder.getFileName() + "-");
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(fresh.resolve(file.getKey()), file.getValue());
      }
      if (Files.exists(folder)) {
        Path old = fresh.resolveSibling(fresh.getFileName() + "-old");
        Files.move(folder, old);
        try {
          Files.move(fresh, folder);
        } catch (IOException e) {
          Files.move(old, folder);
          throw e;
        }
        delete(old);
      } else {
        Files.move(fresh, folder);
      }
      readable();
    } finally {
      if (Files.exists(fresh)) {
        delete(fresh);
      }
    }
  }

  // A temporary folder is closed to others; a report is an ordinary folder.
  private void readable() throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(
          folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
  }
}
