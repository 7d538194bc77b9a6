package org.assay.io.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/**
 * The files that one run writes.
 *
 * <p>No file is an input of the same run, however it is named: links are followed before files are
 * compared. No file that somebody may have worked on is replaced, see {@link Kind}, unless the user
 * forces it. Every text is written beside its file, and all of them are renamed once all are
 * written, so that a run that fails or is killed leaves each file as it was or as it should be. A
 * symbolic link stays, and what it names is replaced; a device or pipe is written to as it is. A
 * new file has the permissions the process gives new files, one that is replaced keeps its own.
 *
 * <p>Not thread-safe.
 */
public final class OutputFiles {
  private final List<Path> inputs;
  private final boolean force;
  private final Map<Path, Text> texts = new LinkedHashMap<>(); // by file, links followed

  private static final class Text {
    final Path named;
    final Kind kind;
    final byte[] bytes;

    Text(Path named, Kind kind, byte[] bytes) {
      this.named = named;
      this.kind = kind;
      this.bytes = bytes;
    }
  }

  /**
   * Files of a run.
   *
   * @param inputs what the run reads
   * @param force whether files with somebody's work in them are replaced
   */
  public OutputFiles(Collection<Path> inputs, boolean force) {
    this.inputs = List.copyOf(inputs);
    this.force = force;
  }

  /**
   * Refuses, before anything is computed, a file that can never be written.
   *
   * @param file as the user named it; null for none
   * @return this
   * @throws BadInputException if it is an input of the run, a folder, or a link to nothing
   */
  public OutputFiles require(Path file) {
    if (file != null) {
      try {
        requireWritable(file);
      } catch (IOException e) {
        throw new BadInputException(file + ": cannot be written", e);
      }
    }
    return this;
  }

  /**
   * Takes a text for a file; nothing is written before {@link #write}.
   *
   * @param file as the user named it
   * @param kind what it is
   * @param text all of it
   * @throws BadInputException if the file must not be replaced
   * @throws IOException if an older file cannot be read
   */
  public void put(Path file, Kind kind, String text) throws IOException {
    put(file, kind, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Takes bytes for a file; nothing is written before {@link #write}.
   *
   * @param file as the user named it
   * @param kind what it is
   * @param bytes all of it
   * @throws BadInputException if the file must not be replaced
   * @throws IOException if an older file cannot be read
   */
  public void put(Path file, Kind kind, byte[] bytes) throws IOException {
    Path real = requireWritable(file);
    if (Files.isRegularFile(real) && !(force && kind != Kind.ONCE)) {
      String old = Files.readString(real, StandardCharsets.ISO_8859_1);
      String fresh = new String(bytes, StandardCharsets.ISO_8859_1);
      if (kind == Kind.ONCE || !kind.mayReplace(old, fresh)) {
        throw new BadInputException(
            Shown.path(file)
                + (kind == Kind.ONCE ? " exists; it" : "")
                + " "
                + kind.fault()
                + "; name another file"
                + (kind == Kind.ONCE ? "" : ", or replace it with --force"));
      }
    }
    if (texts.put(real, new Text(file, kind, bytes)) != null) {
      throw new BadInputException(
          Shown.path(file) + " is named for two outputs; name another file for one of them");
    }
  }

  /**
   * Writes everything.
   *
   * @throws UnwritableException if a file cannot be written; then none is replaced, unless a rename
   *     fails
   * @throws IOException if what was begun cannot be removed
   */
  public void write() throws IOException {
    Map<Path, Path> fresh = new LinkedHashMap<>(); // by file
    try {
      for (Map.Entry<Path, Text> entry : texts.entrySet()) {
        doing(entry.getValue(), () -> writeBeside(entry.getKey(), entry.getValue(), fresh));
      }
      for (Map.Entry<Path, Text> entry : texts.entrySet()) {
        Path beside = fresh.get(entry.getKey());
        doing(entry.getValue(), () -> place(beside, entry.getKey(), entry.getValue()));
      }
    } finally {
      for (Path beside : fresh.values()) {
        Files.deleteIfExists(beside);
      }
      texts.clear();
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void doing(Text text, Step step) throws IOException {
    try {
      step.run();
    } catch (IOException e) {
      throw new UnwritableException(text.named, e);
    }
  }

  private static void writeBeside(Path real, Text text, Map<Path, Path> fresh) throws IOException {
    if (Files.exists(real) && !Files.isRegularFile(real)) {
      return;
    }
    Files.createDirectories(real.getParent());
    Beside.clean(real);
    Path beside = Beside.of(real);
    fresh.put(real, beside);
    Files.write(beside, text.bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (Files.exists(real)) {
      Beside.likeOld(real, beside);
    }
  }

  private static void place(Path beside, Path real, Text text) throws IOException {
    if (beside == null) {
      Files.write(real, text.bytes, StandardOpenOption.WRITE); // a device or a pipe
    } else if (text.kind == Kind.ONCE) {
      placeOnce(beside, real, text.named);
    } else {
      move(beside, real);
    }
  }

  // A link is made only where nothing is, which a rename does not promise.
  private static void placeOnce(Path beside, Path real, Path named) throws IOException {
    try {
      Files.createLink(real, beside);
    } catch (FileAlreadyExistsException e) {
      throw new BadInputException(
          Shown.path(named) + " exists; it " + Kind.ONCE.fault() + "; name another file", e);
    } catch (UnsupportedOperationException e) {
      Files.move(beside, real);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  // The file itself, links followed.
  private Path requireWritable(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    if (!Files.exists(absolute)) {
      if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
        throw new BadInputException(
            Shown.path(file) + " is a symbolic link to nothing; name the file itself");
      }
      if (absolute.getFileName() == null) {
        throw new BadInputException(Shown.path(file) + " is no file");
      }
      return absolute;
    }
    if (Files.isDirectory(absolute)) {
      throw new BadInputException(Shown.path(file) + " is a folder, expected a file to write");
    }
    for (Path input : inputs) {
      if (Files.exists(input) && Files.isSameFile(absolute, input)) {
        throw new BadInputException(
            Shown.path(file)
                + " is an input of this run"
                + (absolute.equals(input.toAbsolutePath().normalize())
                    ? ""
                    : " (" + Shown.path(input) + ")")
                + " and would be lost; name another file to write");
      }
    }
    return absolute.toRealPath();
  }
}
