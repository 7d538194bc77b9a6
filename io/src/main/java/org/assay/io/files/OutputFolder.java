package org.assay.io.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder that a run fills: absent, empty, or one that Assay filled and nobody has touched since.
 *
 * <p>The last is told by its {@value #MANIFEST}, which has the SHA-256 of every file. The new files
 * are written into a folder beside it, which then takes its place: by two renames, one after the
 * other, since Java has no exchange of folders. A run killed just between them leaves the old
 * folder under a hidden name beside; the next run that is given the folder puts it back.
 */
public final class OutputFolder {
  /** Name of the file that lists the others: fields kind, and outputs with file and sha256. */
  public static final String MANIFEST = "manifest.json";

  private final Path named;
  private final Path folder; // links followed

  private OutputFolder(Path named, Path folder) {
    this.named = named;
    this.folder = folder;
  }

  /**
   * Checks that a folder may be filled, before anything is computed.
   *
   * @param out as the user named it
   * @param kind what its manifest must say it is
   * @param inputs what the run reads, of which nothing may be in the folder
   * @param force whether files of Assay that were changed are replaced; files of others never are
   * @return the folder
   * @throws BadInputException if it is no folder, or holds something else
   */
  public static OutputFolder at(Path out, String kind, Collection<Path> inputs, boolean force) {
    Path absolute = out.toAbsolutePath().normalize();
    try {
      Beside.clean(absolute);
      if (!Files.exists(absolute)) {
        if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
          throw new BadInputException(
              Shown.path(out) + " is a symbolic link to nothing; name the folder itself");
        }
        return new OutputFolder(out, absolute);
      }
      Path real = absolute.toRealPath();
      Beside.clean(real);
      if (!Files.isDirectory(real)) {
        throw new BadInputException(Shown.path(out) + " is a file, expected a folder");
      }
      if (real.getParent() == null) {
        throw new BadInputException(Shown.path(out) + " cannot be replaced; name another folder");
      }
      requireOurs(out, real, kind, force);
      for (Path input : inputs) {
        if (Files.exists(input) && input.toRealPath().startsWith(real)) {
          throw new BadInputException(
              Shown.path(out)
                  + " holds "
                  + Shown.plain(input.getFileName().toString())
                  + ", an input of this run; name another folder");
        }
      }
      return new OutputFolder(out, real);
    } catch (IOException e) {
      throw new BadInputException(Shown.path(out) + " cannot be read", e);
    }
  }

  private static void requireOurs(Path out, Path folder, String kind, boolean force)
      throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(f -> names.add(f.getFileName().toString()));
    }
    if (names.isEmpty()) {
      return;
    }
    JsonNode manifest = manifest(folder.resolve(MANIFEST));
    boolean isManifest = kind.equals(manifest.path("kind").asString(""));
    String first = names.iterator().next();
    Set<String> ours = new TreeSet<>(List.of(MANIFEST));
    if (isManifest) {
      for (JsonNode file : manifest.path("outputs")) {
        ours.add(file.path("file").asString(""));
      }
    }
    for (String name : names) {
      if (!isManifest || !ours.contains(name) || Files.isDirectory(folder.resolve(name))) {
        throw new BadInputException(
            Shown.path(out)
                + " holds "
                + Shown.plain(isManifest ? name : first)
                + ", which Assay did not write there; name a new or empty folder");
      }
    }
    for (JsonNode file : manifest.path("outputs")) {
      Path written = folder.resolve(file.path("file").asString(""));
      if (!force
          && Files.exists(written)
          && !sha256(written).equals(file.path("sha256").asString(""))) {
        throw new BadInputException(
            Shown.path(out)
                + " holds "
                + Shown.plain(written.getFileName().toString())
                + ", which was changed since Assay wrote it; name another folder, or replace it with"
                + " --force");
      }
    }
  }

  private static JsonNode manifest(Path file) throws IOException {
    JsonMapper json = JsonMapper.shared();
    if (!Files.isRegularFile(file)) {
      return json.createObjectNode();
    }
    try {
      return json.readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      return json.createObjectNode();
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.of(in);
    }
  }

  /** What fills a folder. */
  @FunctionalInterface
  public interface Filling {
    /**
     * Writes the files.
     *
     * @param folder an empty one
     * @throws IOException if a file cannot be written
     */
    void into(Path folder) throws IOException;
  }

  /**
   * Fills the folder: whole, or as it was.
   *
   * @param filling writes the files, the manifest among them
   * @throws UnwritableException if a file cannot be written
   */
  public void fill(Filling filling) throws UnwritableException {
    try {
      replace(filling);
    } catch (IOException e) {
      throw new UnwritableException(named, e);
    }
  }

  private void replace(Filling filling) throws IOException {
    Files.createDirectories(folder.getParent());
    Path fresh = Beside.of(folder);
    Path old = Beside.old(fresh);
    try {
      Files.createDirectory(fresh);
      filling.into(fresh);
      if (Files.exists(folder)) {
        Beside.likeOld(folder, fresh);
        Files.move(folder, old);
        try {
          Files.move(fresh, folder);
        } catch (IOException e) {
          Files.move(old, folder);
          throw e;
        }
        Beside.delete(old);
      } else {
        Files.move(fresh, folder);
      }
    } finally {
      if (Files.exists(fresh)) {
        Beside.delete(fresh);
      }
    }
  }
}
