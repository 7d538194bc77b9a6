package org.assay.io.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/**
 * The files that a run reads, each of which must be the same file from before it is opened until
 * its digest is taken: so the digest is of the very bytes that were read.
 *
 * <p>A file that is written to or replaced meanwhile is refused. It is told by its identity, its
 * size and the time it was last modified, as the file system keeps them.
 */
public final class InputFiles {
  private final Map<Path, Version> versions = new LinkedHashMap<>();

  private record Version(Object key, long bytes, FileTime modified) {
    static Version of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Version(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
    }

    boolean isSame(Version other) {
      return Objects.equals(key, other.key)
          && bytes == other.bytes
          && modified.equals(other.modified);
    }
  }

  private InputFiles() {}

  /**
   * Notes the files before any of them is opened.
   *
   * @param files those that are there; of others whoever opens them complains
   * @return their present state
   * @throws IOException if the file system does not tell
   */
  public static InputFiles before(Collection<Path> files) throws IOException {
    var inputs = new InputFiles();
    for (Path file : files) {
      if (Files.isRegularFile(file)) {
        inputs.versions.put(file, Version.of(file));
      }
    }
    return inputs;
  }

  /**
   * Takes the digest of a file that has been read.
   *
   * @param file one of those noted
   * @return size and SHA-256
   * @throws IOException if it cannot be read
   * @throws BadInputException if it is not what it was before it was opened
   */
  public Content digest(Path file) throws IOException {
    Content content = Content.of(file);
    Version before = versions.get(file);
    if (before != null && !before.isSame(Version.of(file))) {
      throw new BadInputException(
          Shown.path(file) + " was changed while it was being read; run again when it is complete");
    }
    return content;
  }
}
